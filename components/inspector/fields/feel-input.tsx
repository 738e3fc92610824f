'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { CONTROL } from '@/components/ui/field';
import { type FeelSuggestion, suggestions } from '@/lib/feel/scope';
import { SuggestionList } from './suggestion-list';
import type { useDraft } from './use-draft';
import type { useScope } from './use-scope';

interface FeelInputProps {
  control: object;
  draft: ReturnType<typeof useDraft>;
  on: boolean;
  onType: (text: string) => void;
  /** Told when the field has the focus, with a way to ask for its caret; undefined when it keeps to plain text. */
  onReady: ((field: () => HTMLTextAreaElement | null) => void) | undefined;
  variables: ReturnType<typeof useScope>['variables'];
  placeholder?: string;
  rows: number;
}

/** The name or path that ends at the caret. */
const TYPED = /[\p{L}_][\p{L}\p{N}_.`]*$/u;

/** Text, and FEEL until its editor has been loaded. */
export function FeelInput({
  control,
  draft,
  on,
  onType,
  onReady,
  variables,
  placeholder,
  rows,
}: FeelInputProps) {
  const list = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [offers, setOffers] = useState<readonly FeelSuggestion[]>([]);
  const [active, setActive] = useState(0);

  const offer = (text: string, caret: number) => {
    const typed = TYPED.exec(text.slice(0, caret))?.[0] ?? '';
    setActive(0);
    setOffers(on && (typed !== '' || text.trim() === '') ? suggestions(variables, typed).slice(0, 8) : []);
  };
  const take = (suggestion: FeelSuggestion) => {
    const caret = input.current?.selectionStart ?? draft.text.length;
    const before = draft.text.slice(0, caret).replace(TYPED, '');
    onType(before + suggestion.apply + draft.text.slice(caret));
    setOffers([]);
  };
  const keys = (event: KeyboardEvent) => {
    if (offers.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      setActive((at) => (at + (event.key === 'ArrowDown' ? 1 : -1) + offers.length) % offers.length);
    else if (offers.length > 0 && (event.key === 'Enter' || event.key === 'Tab') && offers[active])
      take(offers[active]);
    else if (event.key === 'Escape' && offers.length > 0) setOffers([]);
    else if (event.key === 'Enter' && rows === 1) draft.flush();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative min-w-0 grow">
      <textarea
        {...control}
        ref={input}
        rows={rows}
        role="combobox"
        aria-expanded={offers.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={offers.length > 0 ? `${list}-${active}` : undefined}
        spellCheck={!on}
        autoCapitalize="off"
        value={draft.text}
        placeholder={placeholder}
        className={cx(
          CONTROL,
          'block field-sizing-content min-h-7.5 resize-none py-1',
          on && 'font-mono text-xs/5',
        )}
        onChange={(event) => {
          onType(event.target.value);
          offer(event.target.value, event.target.selectionStart);
        }}
        onFocus={(event) => {
          onReady?.(() => input.current);
          if (draft.text === '') offer('', event.target.selectionStart);
        }}
        onBlur={() => {
          setOffers([]);
          draft.flush();
        }}
        onKeyDown={keys}
      />
      <SuggestionList id={list} offers={offers} active={active} onTake={take} />
    </div>
  );
}

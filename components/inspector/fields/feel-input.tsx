'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { CONTROL } from '@/components/ui/field';
import { suggestions } from '@/lib/feel/scope';
import { type Choice, SuggestionList } from './suggestion-list';
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
  /** What a text can be, offered by its name. */
  choices?: readonly Choice[] | undefined;
  placeholder?: string;
  rows: number;
}

/** The name or path that ends at the caret. */
const TYPED = /[\p{L}_][\p{L}\p{N}_.`]*$/u;

/** As many as are looked through at once. */
const MOST = 8;

/** Choices whose name or id holds what is typed; none once it is one of them. */
export function choicesFor(choices: readonly Choice[], typed: string): Choice[] {
  const text = typed.trim().toLowerCase();
  if (choices.some(({ apply }) => apply === typed.trim())) return [];
  return choices
    .filter(({ label, detail }) => `${label} ${detail}`.toLowerCase().includes(text))
    .slice(0, MOST);
}

/** Text, and FEEL until its editor has been loaded. */
export function FeelInput({
  control,
  draft,
  on,
  onType,
  onReady,
  variables,
  choices,
  placeholder,
  rows,
}: FeelInputProps) {
  const list = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [offers, setOffers] = useState<readonly Choice[]>([]);
  const [active, setActive] = useState(0);

  const offer = (text: string, caret: number) => {
    const typed = TYPED.exec(text.slice(0, caret))?.[0] ?? '';
    setActive(0);
    if (!on) return setOffers(choicesFor(choices ?? [], text));
    setOffers(typed !== '' || text.trim() === '' ? suggestions(variables, typed).slice(0, MOST) : []);
  };
  const take = (suggestion: Choice) => {
    setOffers([]);
    if (!on) return onType(suggestion.apply);
    const caret = input.current?.selectionStart ?? draft.text.length;
    const before = draft.text.slice(0, caret).replace(TYPED, '');
    onType(before + suggestion.apply + draft.text.slice(caret));
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
      <SuggestionList
        id={list}
        label={on ? 'Variables' : 'Choices'}
        offers={offers}
        active={active}
        onTake={take}
      />
    </div>
  );
}

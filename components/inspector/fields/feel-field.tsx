'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { CONTROL, Field } from '@/components/ui/field';
import { Tooltip } from '@/components/ui/tooltip';
import type { ElementId } from '@/lib/document';
import { type FeelSuggestion, suggestions } from '@/lib/feel/scope';
import { SuggestionList } from './suggestion-list';
import { useDraft } from './use-draft';
import { useFeelProblems, useScope } from './use-scope';

export interface FeelFieldProps {
  label: string;
  /** The element whose variables are in scope. */
  element: ElementId;
  /** As the document holds it: FEEL after `=`, else text. */
  value: string;
  onCommit: (value: string) => void;
  /** `expression`: it is always FEEL. `either`: a toggle decides. */
  mode?: 'expression' | 'either';
  field?: string;
  hint?: React.ReactNode;
  placeholder?: string;
  hideLabel?: boolean;
  rows?: number;
}

/** Text or FEEL, checked while it is typed, with the variables in scope as suggestions. */
export function FeelField({ mode = 'either', value, onCommit, element, ...rest }: FeelFieldProps) {
  const isFeel = mode === 'expression' || value.startsWith('=');
  const [feel, setFeel] = useState(isFeel);
  const commit = (body: string) =>
    onCommit(body.trim() === '' ? '' : feel || isFeel ? `=${body.trim()}` : body);
  const draft = useDraft(value.replace(/^=\s*/, ''), commit);
  const on = mode === 'expression' || feel;
  const scope = useScope(element, rest.field);
  const problems = useFeelProblems(on ? draft.text : undefined, scope);
  const worst = problems.find((problem) => problem.severity === 'error') ?? problems[0];

  const toggle = () => {
    const next = !on;
    setFeel(next);
    if (draft.text.trim() !== '') onCommit(next ? `=${draft.text.trim()}` : draft.text);
  };
  const type = (text: string) => {
    // Typing "=" first is the short way to the toggle.
    if (mode === 'either' && !on && text.startsWith('=')) {
      setFeel(true);
      draft.change(text.slice(1).trimStart());
    } else draft.change(text);
  };
  return (
    <Field
      label={rest.label}
      hideLabel={rest.hideLabel}
      hint={worst?.severity === 'warning' ? worst.message : rest.hint}
      error={worst?.severity === 'error' ? `${worst.message} (at ${worst.from + 1})` : undefined}
      meta={worst ? undefined : on && draft.text.trim() !== '' ? 'FEEL' : undefined}
    >
      {(control) => (
        <div className="flex items-stretch gap-1" data-field={rest.field}>
          <Tooltip
            content={
              mode === 'expression'
                ? 'Always an expression'
                : on
                  ? 'Expression: switch to text'
                  : 'Text: switch to an expression'
            }
          >
            <button
              type="button"
              aria-label={`${rest.label}: expression`}
              aria-pressed={on}
              aria-disabled={mode === 'expression' || undefined}
              onClick={() => mode === 'either' && toggle()}
              className={cx(
                'w-6.5 flex-none rounded-sm border font-mono text-xs font-semibold',
                on ? 'border-primary-line bg-primary-soft text-primary' : 'border-line bg-surface text-muted',
              )}
            >
              =
            </button>
          </Tooltip>
          <FeelInput
            control={control}
            draft={draft}
            on={on}
            onType={type}
            variables={scope.variables}
            placeholder={rest.placeholder}
            rows={rest.rows ?? 1}
          />
        </div>
      )}
    </Field>
  );
}

interface FeelInputProps {
  control: object;
  draft: ReturnType<typeof useDraft>;
  on: boolean;
  onType: (text: string) => void;
  variables: ReturnType<typeof useScope>['variables'];
  placeholder?: string;
  rows: number;
}

/** The name or path that ends at the caret. */
const TYPED = /[\p{L}_][\p{L}\p{N}_.`]*$/u;

function FeelInput({ control, draft, on, onType, variables, placeholder, rows }: FeelInputProps) {
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
        onFocus={(event) => draft.text === '' && offer('', event.target.selectionStart)}
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

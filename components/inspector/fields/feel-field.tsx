'use client';

import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { CONTROL, Field } from '@/components/ui/field';
import { later } from '@/components/ui/later';
import { Tooltip } from '@/components/ui/tooltip';
import type { ElementId } from '@/lib/document';
import { FeelInput } from './feel-input';
import type { Choice } from './suggestion-list';
import { useDraft } from './use-draft';
import { useFeelCode } from './use-feel-code';
import { useFeelProblems, useScope } from './use-scope';

const FeelResult = later(() => import('./feel-result').then((it) => it.FeelResult), {
  name: 'The result',
  place: (_props, failure) => failure,
});

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
  /** What is doubtful about the value beside its FEEL. */
  doubt?: string | undefined;
  placeholder?: string;
  hideLabel?: boolean;
  rows?: number;
  /** What a text can be, offered by its name. */
  choices?: readonly Choice[] | undefined;
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
  const rich = useFeelCode();
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
    <div className="min-w-0">
      <Field
        label={rest.label}
        hideLabel={rest.hideLabel}
        hint={worst?.severity === 'warning' ? worst.message : (rest.doubt ?? rest.hint)}
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
                  on
                    ? 'border-primary-line bg-primary-soft text-primary'
                    : 'border-line bg-surface text-muted',
                )}
              >
                =
              </button>
            </Tooltip>
            {on && rich.code ? (
              <div
                className={cx(
                  CONTROL,
                  worst?.severity === 'error' && 'border-[1.5px] border-incident',
                  'min-h-7.5 py-1 font-mono text-xs/5 focus-within:outline-2 focus-within:outline-focus',
                )}
              >
                <rich.code
                  label={rest.label}
                  control={control}
                  text={draft.text}
                  placeholder={rest.placeholder}
                  variables={scope.variables}
                  problems={problems}
                  caret={rich.caret}
                  single={(rest.rows ?? 1) === 1}
                  onType={draft.change}
                  onCommit={draft.flush}
                  onLeave={() => {
                    draft.flush();
                    rich.leave();
                  }}
                />
              </div>
            ) : (
              <FeelInput
                control={control}
                draft={draft}
                on={on}
                onType={type}
                onReady={on ? rich.enter : undefined}
                variables={scope.variables}
                placeholder={rest.placeholder}
                rows={rest.rows ?? 1}
                choices={rest.choices}
              />
            )}
          </div>
        )}
      </Field>
      {on && !worst && draft.text.trim() !== '' && (
        <FeelResult label={rest.label} source={draft.text} variables={scope.variables} />
      )}
    </div>
  );
}

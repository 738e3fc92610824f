'use client';

import { memo, useId, useMemo } from 'react';
import { useDraft } from '@/components/inspector/fields/use-draft';
import { cx } from '@/components/ui/cx';
import { validateFeel } from '@/lib/feel/validate';

export interface CellProps {
  /** “Rule 2, Weight”. */
  label: string;
  text: string;
  /** Conditions are tests, results are expressions, annotations are prose. */
  kind: 'unaryTests' | 'expression' | 'prose';
  /** Names that misspelt ones may have meant. */
  names: readonly string[];
  onCommit: (text: string) => void;
}

/** A cell to type in; FEEL is checked while it is typed. */
export const Cell = memo(function Cell({ label, text, kind, names, onCommit }: CellProps) {
  const draft = useDraft(text, onCommit);
  const id = useId();
  const problem = useMemo(() => {
    if (kind === 'prose' || draft.text.trim() === '' || draft.text.trim() === '-') return undefined;
    return validateFeel(draft.text, { inScope: [...names, '?'], open: true, kind })[0];
  }, [draft.text, kind, names]);
  return (
    <>
      <textarea
        rows={1}
        aria-label={label}
        aria-invalid={problem?.severity === 'error' || undefined}
        aria-describedby={problem && id}
        spellCheck={kind === 'prose'}
        autoCapitalize="off"
        value={draft.text}
        placeholder={kind === 'unaryTests' ? '–' : undefined}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.flush}
        className={cx(
          'focus-inset block field-sizing-content min-h-8 w-full min-w-28 resize-none bg-transparent px-2.5 py-1.5 text-xs/5',
          kind !== 'prose' && 'font-mono',
          kind === 'expression' && 'font-medium',
          problem?.severity === 'error' && 'bg-incident-bg underline decoration-incident decoration-wavy',
        )}
      />
      {problem && (
        <p id={id} className="max-w-56 px-2.5 pb-1.5 text-2xs text-ink">
          {problem.message}
        </p>
      )}
    </>
  );
});

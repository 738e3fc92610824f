'use client';

import { ChevronDown, ChevronUp, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { keyName } from '@/components/canvas';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import type { Problem } from '@/engine/compile/problem';
import { get, nameOf } from '@/lib/document';
import { specOf } from '@/lib/elements/registry';
import { useEditor, useEditorStore } from './store/context';

/** Many rows cost time and nobody reads them: the rest is counted. */
const SHOWN = 100;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** What must be repaired, at the bottom. A click selects the element, shows it and focuses the field. */
export function ProblemsPanel({ problems }: { problems: readonly Problem[] }) {
  const [open, setOpen] = useState(true);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <section aria-label="Problems" data-testid="problems" className="flex-none border-t border-line bg-paper">
      <header className="flex h-8.5 items-center gap-4 px-4 text-xs">
        <h2 className="font-semibold">Problems</h2>
        {problems.length === 0 && <span className="text-muted">none</span>}
        {errors > 0 && (
          <span className="flex items-center gap-1.5">
            <ErrorIcon /> {count(errors, 'error')}
          </span>
        )}
        {warnings > 0 && (
          <span className="flex items-center gap-1.5">
            <WarningIcon /> {count(warnings, 'warning')}
          </span>
        )}
        {problems.length > 0 && (
          <>
            <span className="ml-auto flex items-center gap-1.5 text-muted">
              <Kbd>{keyName('nextProblem')}</Kbd> next
            </span>
            <IconButton
              size="sm"
              label={open ? 'Hide the problems' : 'Show the problems'}
              aria-expanded={open}
              icon={open ? <ChevronDown size={14} /> : <ChevronUp size={14} />}
              onClick={() => setOpen(!open)}
            />
          </>
        )}
      </header>
      {open && problems.length > 0 && (
        <ul className="max-h-33 overflow-y-auto border-t border-line">
          {problems.slice(0, SHOWN).map((problem) => (
            <Row
              key={`${problem.code} ${problem.elementId} ${problem.field} ${problem.message}`}
              problem={problem}
            />
          ))}
          {problems.length > SHOWN && (
            <li className="px-4 py-2 text-xs text-muted">and {problems.length - SHOWN} more</li>
          )}
        </ul>
      )}
    </section>
  );
}

const ErrorIcon = () => (
  <TriangleAlert size={15} className="flex-none fill-incident stroke-surface" aria-label="Error" />
);
const WarningIcon = () => <TriangleAlert size={15} className="flex-none stroke-wait" aria-label="Warning" />;

function Row({ problem }: { problem: Problem }) {
  const editor = useEditorStore();
  const place = useEditor((state) => {
    const { present } = state.history;
    const element = get(present, problem.elementId);
    return element
      ? nameOf(element) || `${specOf(present, problem.elementId).label} ${problem.elementId}`
      : problem.elementId;
  });
  return (
    <li className="border-b border-line last:border-b-0">
      <button
        type="button"
        data-code={problem.code}
        onClick={() => editor.getState().focusField(problem.elementId, problem.field)}
        className="focus-inset grid min-h-10 w-full grid-cols-[18px_1fr_auto] items-center gap-2.5 px-4 py-1.5 text-left hover:bg-surface"
      >
        {problem.severity === 'error' ? <ErrorIcon /> : <WarningIcon />}
        <span>{problem.message}</span>
        <span className="max-w-60 truncate text-xs text-muted">
          {place}
          {problem.field ? ` · ${problem.field}` : ''}
        </span>
      </button>
    </li>
  );
}

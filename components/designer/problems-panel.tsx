'use client';

import { ChevronDown, ChevronUp, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { keyName } from '@/components/canvas';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { later } from '@/components/ui/later';
import type { Problem } from '@/engine/compile/problem';
import { get, nameOf } from '@/lib/document';
import { kindSpecOf } from '@/lib/elements/catalogue';
import type { Session } from '@/lib/simulation';
import type { DesignerApi } from './api';
import { useEditor, useEditorStore } from './store/context';

const ScenarioList = later(
  () => import('@/components/simulation/scenario-list').then((it) => it.ScenarioList),
  { name: 'The scenarios', place: (_props, failure) => failure },
);

/** Many rows cost time and nobody reads them: the rest is counted. */
const SHOWN = 100;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

interface ProblemsPanelProps {
  problems: readonly Problem[];
  api: DesignerApi;
  /** Shows in the simulation what a scenario did. */
  onReplay: (session: Session) => void;
}

type Shown = 'problems' | 'scenarios';
const NAMES: Record<Shown, string> = { problems: 'Problems', scenarios: 'Scenarios' };

/** What must be repaired, at the bottom, and the tests of the draft beside it. */
export function ProblemsPanel({ problems, api, onReplay }: ProblemsPanelProps) {
  const [open, setOpen] = useState(true);
  const [shown, setShown] = useState<Shown>('problems');
  const empty = shown === 'problems' && problems.length === 0;
  return (
    <section
      aria-label={NAMES[shown]}
      data-testid={shown}
      className="flex-none border-t border-line bg-paper"
    >
      <header className="flex h-8.5 items-center gap-4 px-4 text-xs">
        {(['problems', 'scenarios'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={shown === each}
            className="focus-inset h-full border-b-2 border-transparent text-muted hover:text-ink aria-pressed:border-ink aria-pressed:font-semibold aria-pressed:text-ink"
            onClick={() => {
              setShown(each);
              setOpen(true);
            }}
          >
            {NAMES[each]}
          </button>
        ))}
        {shown === 'problems' && <Counts problems={problems} />}
        <span className="ml-auto flex items-center gap-4">
          {problems.length > 0 && (
            <span className="flex items-center gap-1.5 text-muted">
              <Kbd>{keyName('nextProblem')}</Kbd> next
            </span>
          )}
          {!empty && (
            <IconButton
              size="sm"
              label={`${open ? 'Hide' : 'Show'} the ${shown}`}
              aria-expanded={open}
              icon={open ? <ChevronDown size={14} /> : <ChevronUp size={14} />}
              onClick={() => setOpen(!open)}
            />
          )}
        </span>
      </header>
      {open && shown === 'scenarios' && <ScenarioList api={api} onReplay={onReplay} />}
      {open && shown === 'problems' && problems.length > 0 && <Rows problems={problems} />}
    </section>
  );
}

function Counts({ problems }: { problems: readonly Problem[] }) {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <>
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
    </>
  );
}

/** A click selects the element, shows it and focuses the field. */
function Rows({ problems }: { problems: readonly Problem[] }) {
  return (
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
      ? nameOf(element) || `${kindSpecOf(present, problem.elementId).label} ${problem.elementId}`
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

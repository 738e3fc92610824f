'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { keyName } from '@/components/canvas';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { later } from '@/components/ui/later';
import type { Problem } from '@/engine/compile/problem';
import type { Session } from '@/lib/simulation';
import type { DesignerApi } from '../api';
import { SeverityIcon } from './severity-icon';

const ScenarioList = later(
  () => import('@/components/simulation/scenario-list').then((it) => it.ScenarioList),
  { name: 'The scenarios', place: (_props, failure) => failure },
);

/** Loaded with the first problem, and the fixes with it. */
const ProblemList = later(() => import('./problem-list').then((it) => it.ProblemList), {
  name: 'The problems',
  place: (_props, failure) => failure,
});

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

interface ProblemsPanelProps {
  problems: readonly Problem[];
  /** False until somebody has looked for any. */
  known?: boolean;
  remarks: readonly Problem[];
  api: DesignerApi;
  /** Shows in the simulation what a scenario did. */
  onReplay: (session: Session) => void;
}

type Shown = 'problems' | 'remarks' | 'scenarios';
const NAMES: Record<Shown, string> = { problems: 'Problems', remarks: 'Remarks', scenarios: 'Scenarios' };

/** What must be repaired, at the bottom; beside it what may be meant as it is, and the tests of the draft. */
export function ProblemsPanel({ problems, known = true, remarks, api, onReplay }: ProblemsPanelProps) {
  const [open, setOpen] = useState(true);
  const [chosen, setShown] = useState<Shown>('problems');
  const shown = chosen === 'remarks' && remarks.length === 0 ? 'problems' : chosen;
  const listed = shown === 'remarks' ? remarks : problems;
  const empty = shown !== 'scenarios' && listed.length === 0;
  return (
    <section
      aria-label={NAMES[shown]}
      data-testid={shown}
      className="flex-none border-t border-line bg-paper"
    >
      <header className="flex h-8.5 items-center gap-4 whitespace-nowrap px-4 text-xs max-desk:gap-3">
        {(['problems', 'remarks', 'scenarios'] as const)
          .filter((each) => each !== 'remarks' || remarks.length > 0)
          .map((each) => (
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
              {each === 'remarks' ? count(remarks.length, 'remark') : NAMES[each]}
            </button>
          ))}
        {shown === 'problems' && <Counts problems={problems} known={known} />}
        <span className="ml-auto flex items-center gap-4">
          {problems.length > 0 && (
            <span className="flex items-center gap-1.5 text-muted max-desk:hidden">
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
      {open && shown !== 'scenarios' && !empty && <ProblemList key={shown} problems={listed} />}
    </section>
  );
}

function Counts({ problems, known }: { problems: readonly Problem[]; known: boolean }) {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <>
      {problems.length === 0 && <span className="text-muted">{known ? 'none' : 'checking…'}</span>}
      {errors > 0 && (
        <span className="flex items-center gap-1.5">
          <SeverityIcon severity="error" /> {count(errors, 'error')}
        </span>
      )}
      {warnings > 0 && (
        <span className="flex items-center gap-1.5">
          <SeverityIcon severity="warning" /> {count(warnings, 'warning')}
        </span>
      )}
    </>
  );
}

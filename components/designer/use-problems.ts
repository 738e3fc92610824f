import { useEffect, useMemo, useState } from 'react';
import type { Problem } from '@/engine/compile/problem';
import type { ElementId, ProcessDocument } from '@/lib/document';
import { useAnalysis } from './analysis/context';
import { useEditor } from './store/context';

/** How long after a change the check begins, in milliseconds: the frame that shows the change comes first. */
const AFTER_MS = 30;

interface Checked {
  problems: readonly Problem[];
  of: ProcessDocument | null;
}

/** What is wrong with the draft, checked after each change with the same rules as the server. */
export function useProblems(initial: readonly Problem[]) {
  const analysis = useAnalysis();
  const document = useEditor((state) => state.history.present);
  const [checked, setChecked] = useState<Checked>({ problems: initial, of: null });

  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const problems = await analysis.problems(document);
      if (problems && current) setChecked({ problems, of: document });
    }, AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [document, analysis]);

  const problems = useMemo(
    () => checked.problems.filter((problem) => problem.severity !== 'info'),
    [checked],
  );
  const worst = useMemo(() => worstOf(problems), [problems]);
  return {
    problems,
    worst,
    errors: problems.filter((problem) => problem.severity === 'error').length,
    upToDate: checked.of === document,
  };
}

function worstOf(problems: readonly Problem[]): ReadonlyMap<ElementId, 'error' | 'warning'> {
  const worst = new Map<ElementId, 'error' | 'warning'>();
  for (const { elementId, severity } of problems)
    if (severity !== 'info' && worst.get(elementId) !== 'error') worst.set(elementId, severity);
  return worst;
}

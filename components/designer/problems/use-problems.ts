import { useEffect, useMemo, useState } from 'react';
import type { Problem } from '@/engine/compile/problem';
import { useAnalysis } from '../analysis/context';
import { useEditor } from '../store/context';
import { keptIfSame, worstOf } from './worst';

/** How long after a change the check begins, in milliseconds: the frame that shows the change comes first. */
const AFTER_MS = 30;

/** What is wrong with the draft, checked after each change with the same rules as the server. */
export function useProblems(initial: readonly Problem[]) {
  const analysis = useAnalysis();
  const document = useEditor((state) => state.history.present);
  const [checked, setChecked] = useState(initial);

  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const found = await analysis.problems(document);
      if (found && current) setChecked((before) => keptIfSame(before, found));
    }, AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [document, analysis]);

  return useMemo(() => {
    const problems = checked.filter((problem) => problem.severity !== 'info');
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    return { problems, worst: worstOf(problems), errors };
  }, [checked]);
}

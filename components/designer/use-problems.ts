import { useEffect, useMemo, useState } from 'react';
import type { Problem } from '@/engine/compile/problem';
import type { ElementId, ProcessDocument } from '@/lib/document';
import { useEditor } from './store/context';

/** How long after a change it is checked, in milliseconds. */
const AFTER_MS = 150;

const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: 150 });
  return () => cancelIdleCallback(handle);
};

/** What is wrong with the draft, checked in a quiet moment after each change with the same rules as the server. */
export function useProblems(initial: readonly Problem[]) {
  const document = useEditor((state) => state.history.present);
  const [checked, setChecked] = useState<{ problems: readonly Problem[]; of: ProcessDocument | null }>({
    problems: initial,
    of: null,
  });

  useEffect(() => {
    let cancel = () => {};
    let current = true;
    const timer = setTimeout(() => {
      cancel = whenIdle(() => {
        void import('@/lib/processes/check').then(({ checkDocument }) => {
          if (current) setChecked({ problems: checkDocument(document), of: document });
        });
      });
    }, AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
      cancel();
    };
  }, [document]);

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

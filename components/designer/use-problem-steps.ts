import { useRef } from 'react';
import type { Problem } from '@/engine/compile/problem';
import { useEditorStore } from './store/context';

/** Goes to the place of a problem, and through all of them in turn. */
export function useProblemSteps(problems: readonly Problem[], onProperties: () => void) {
  const editor = useEditorStore();
  const at = useRef(-1);
  const goTo = (problem: Pick<Problem, 'elementId' | 'field'> | undefined) => {
    if (!problem) return;
    onProperties();
    editor.getState().focusField(problem.elementId, problem.field);
  };
  const step = (by: 1 | -1) => {
    if (problems.length === 0) return;
    at.current = (at.current + by + problems.length) % problems.length;
    goTo(problems[at.current]);
  };
  return { goTo, step };
}

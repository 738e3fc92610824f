import type { Problem } from '@/engine/compile/problem';
import { get } from '@/lib/document';
import { useEditorStore } from '../store/context';
import { ProblemActions } from './problem-actions';
import { SeverityIcon } from './severity-icon';

/** What is wrong with the element whose properties are shown, with the plain ways out. */
export function ElementProblems({ problems }: { problems: readonly Problem[] }) {
  const editor = useEditorStore();
  const leave = (id: string) => {
    const { history, focusField } = editor.getState();
    if (get(history.present, id)) focusField(id);
    else window.document.querySelector<HTMLElement>('[role=application]')?.focus();
  };
  return (
    <ul aria-label="Problems of this element" className="flex flex-col gap-2">
      {problems.map((problem) => (
        <li
          key={`${problem.code} ${problem.field} ${problem.message}`}
          className="rounded-md border border-line bg-surface p-2"
        >
          <button
            type="button"
            className="flex w-full items-start gap-2 text-left text-xs"
            onClick={() => editor.getState().focusField(problem.elementId, problem.field)}
          >
            <SeverityIcon severity={problem.severity} />
            <span>{problem.message}</span>
          </button>
          <span className="mt-1.5 flex justify-end">
            <ProblemActions problem={problem} onGone={() => leave(problem.elementId)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

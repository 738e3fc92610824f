'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Problem } from '@/engine/compile/problem';
import { get, nameOf } from '@/lib/document';
import { kindSpecOf } from '@/lib/elements/catalogue';
import { fieldWords } from '@/lib/outline/find';
import { useEditor, useEditorStore } from '../store/context';
import { ProblemActions } from './problem-actions';
import { SeverityIcon } from './severity-icon';

/** Height of a row whose message fits on one line, in pixels. */
const ROW = 40;

const keyOf = ({ code, elementId, field, message }: Problem): string =>
  `${code} ${elementId} ${field} ${message}`;

/** Every problem, of which only those in view exist: a thousand cost as much as ten. */
export const ProblemList = memo(function ProblemList({ problems }: { problems: readonly Problem[] }) {
  // Another function has every row measured again.
  const keyAt = useCallback((index: number) => keyOf(problems[index] as Problem), [problems]);
  const scroller = useRef<HTMLUListElement>(null);
  const rows = useVirtualizer({
    count: problems.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: keyAt,
    overscan: 6,
    initialRect: { width: 800, height: 132 },
  });
  const keepFocus = useFocusAfterFix(scroller, problems);
  const total = rows.getTotalSize();
  return (
    <ul
      ref={scroller}
      className="relative overflow-y-auto border-t border-line"
      style={{ height: `min(${total}px, 8.25rem)` }}
    >
      {/* what isn't drawn still takes its place */}
      <li aria-hidden="true" style={{ height: total }} />
      {rows.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          aria-setsize={problems.length}
          aria-posinset={index + 1}
          className="absolute inset-x-0 top-0 border-b border-line"
          style={{ transform: `translateY(${start}px)` }}
        >
          <Row problem={problems[index] as Problem} onGone={() => keepFocus(index)} />
        </li>
      ))}
    </ul>
  );
});

/** A fix takes its button away with the problem: the focus stays at this place of the list. */
function useFocusAfterFix(list: RefObject<HTMLElement | null>, problems: readonly Problem[]) {
  const at = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows change with the problems
  useEffect(() => {
    const index = at.current;
    at.current = null;
    if (index === null || document.activeElement !== document.body) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-index]') ?? [])];
    const next = rows.find((row) => Number(row.dataset.index) >= index) ?? rows.at(-1);
    next?.querySelector('button')?.focus();
  }, [problems, list]);
  return (index: number) => {
    at.current = index;
  };
}

/** A click selects the element, shows it and focuses the field. */
function Row({ problem, onGone }: { problem: Problem; onGone: () => void }) {
  const editor = useEditorStore();
  const place = useEditor((state) => {
    const { present } = state.history;
    const element = get(present, problem.elementId);
    return element
      ? nameOf(element) || `${kindSpecOf(present, problem.elementId).label} without a name`
      : problem.elementId;
  });
  return (
    <div className="flex min-h-10 items-center hover:bg-surface max-desk:flex-col max-desk:items-stretch">
      <button
        type="button"
        data-code={problem.code}
        onClick={() => editor.getState().focusField(problem.elementId, problem.field)}
        className="focus-inset grid min-w-0 grow grid-cols-[18px_1fr_auto] items-center gap-x-2.5 gap-y-0.5 self-stretch py-1.5 pl-4 pr-2.5 text-left max-desk:grid-cols-[18px_1fr]"
      >
        <SeverityIcon severity={problem.severity} />
        <span>{problem.message}</span>
        <span className="max-w-60 truncate text-xs text-muted max-desk:col-start-2" title={problem.elementId}>
          {place}
          {problem.field ? ` · ${fieldWords(problem.field)}` : ''}
        </span>
      </button>
      <span className="pr-2.5 max-desk:pb-1.5 max-desk:pl-11">
        <ProblemActions problem={problem} onGone={onGone} />
      </span>
    </div>
  );
}

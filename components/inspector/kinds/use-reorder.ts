import { type DragEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { moved } from '@/lib/elements/ai-call/chain';

/** A list that is put in order: by dragging, and step by step with the focus on what is moved. */
export function useReorder<T>(
  rows: readonly T[],
  onChange: (rows: T[]) => void,
  nameOf: (at: number) => string,
) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [told, setTold] = useState('');
  const follow = useFocusAfterMove(list, rows);
  const move = (from: number, to: number) => {
    if (from === to) return;
    setTold(`${nameOf(from)} is now number ${to + 1} of ${rows.length}.`);
    onChange(moved(rows, from, to));
  };
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    list,
    over,
    /** What a move came to, for who can't see it. */
    told,
    drag: setDragged,
    end,
    step(from: number, by: -1 | 1) {
      follow(from + by, by === -1 ? 'up' : 'down');
      move(from, from + by);
    },
    dragOver(event: DragEvent, at: number) {
      if (dragged === null) return;
      event.preventDefault();
      setOver(at);
    },
    drop(event: DragEvent, to: number) {
      event.preventDefault();
      if (dragged !== null) move(dragged, to);
      end();
    },
  };
}

/** After a step by a button its row has the focus, at the same button or, where that is off, at the other one. */
function useFocusAfterMove(list: RefObject<HTMLOListElement | null>, rows: readonly unknown[]) {
  const wanted = useRef<{ at: number; button: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what a move changes
  useEffect(() => {
    const { at, button } = wanted.current ?? {};
    wanted.current = null;
    const row = at === undefined ? undefined : list.current?.children[at];
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button[data-move]:not(:disabled)') ?? [])];
    (buttons.find((each) => each.dataset.move === button) ?? buttons[0])?.focus();
  }, [rows, list]);
  return (at: number, button: string) => {
    wanted.current = { at, button };
  };
}

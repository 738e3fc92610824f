import type { DragEvent, KeyboardEvent } from 'react';

/** What is dragged: a rule, or a column with its kind. Columns are dropped among their own kind only. */
export interface Dragged {
  readonly what: 'rules' | 'inputs' | 'outputs' | 'annotations';
  readonly key: string;
}

/** What makes a handle to drag by. */
export const handle = (dragged: Dragged, onDrag: (dragged: Dragged | null) => void) => ({
  draggable: true,
  onDragStart: (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.key);
    onDrag(dragged);
  },
  onDragEnd: () => onDrag(null),
});

/** What makes a place to drop at. */
export const place = (what: Dragged['what'], dragged: Dragged | null, onDrop: (key: string) => void) =>
  dragged?.what === what
    ? {
        onDragOver: (event: DragEvent) => event.preventDefault(),
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          onDrop(dragged.key);
        },
      }
    : {};

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/** One step by Alt and an arrow along an axis; undefined for every other key. */
export function altStep(event: KeyboardEvent, axis: 'rows' | 'columns'): number | undefined {
  const keys = axis === 'rows' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  if (!event.altKey || !keys.includes(event.key)) return undefined;
  event.preventDefault();
  return STEPS[event.key];
}

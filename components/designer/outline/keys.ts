import type { KeyboardEvent } from 'react';
import { isCharacterKey, type ShortcutId, shortcutOf } from '@/components/canvas/shortcuts';
import { singleKeysOn } from '@/components/ui/single-keys';
import type { StepKind } from '../steps/actions';
import type { OutlineTreeProps } from './outline-tree';

/** Shortcuts that are steps of the line with the focus, under the same keys as on the canvas. */
const STEPS: Partial<Record<ShortcutId, StepKind | 'menu'>> = {
  append: 'append',
  after: 'after',
  before: 'before',
  attach: 'attach',
  connect: 'connect',
  label: 'label',
  morph: 'morph',
  lane: 'lane',
  move: 'move',
  resize: 'resize',
  route: 'route',
  delete: 'delete',
  comment: 'comment',
  menu: 'menu',
  open: 'open',
};

interface Keys extends OutlineTreeProps {
  /** The place of the line with the focus. */
  active: number;
  select: (index: number) => void;
}

/** Keys of the tree: arrows as in every tree, and the canvas's shortcuts for the line with the focus. */
export function outlineKeys(keys: Keys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const action = arrowAction(event, keys) ?? shortcutAction(event, keys);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
}

function arrowAction(event: KeyboardEvent<HTMLElement>, keys: Keys): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
  const { items, active, select, collapsed, onToggle } = keys;
  const item = items[active];
  const open = item?.expandable && !collapsed.has(item.id);
  switch (event.key) {
    case 'ArrowDown':
      return () => select(active + 1);
    case 'ArrowUp':
      return () => select(active - 1);
    case 'Home':
      return () => select(0);
    case 'End':
      return () => select(items.length - 1);
    case 'ArrowRight':
      return () => (open ? select(active + 1) : item?.expandable && onToggle(item.id, true));
    case 'ArrowLeft':
      return () => {
        if (item && open) return onToggle(item.id, false);
        const parent = items.findIndex((each) => each.id === item?.parent);
        if (parent >= 0) select(parent);
      };
    default:
      return undefined;
  }
}

function shortcutAction(event: KeyboardEvent<HTMLElement>, keys: Keys): (() => void) | undefined {
  const { items, active, select } = keys;
  if (isCharacterKey(event) && !singleKeysOn()) return () => typeAhead(event.key, keys);
  const id = shortcutOf(event.nativeEvent)?.id;
  const item = items[active];
  const step = id && STEPS[id];
  if (step && item) return () => keys.onStep(step, item.id, placeOf(event.target as HTMLElement));
  switch (id) {
    case 'next':
      return () => select(active + 1);
    case 'previous':
      return () => select(active - 1);
    case 'outline':
      return keys.onClose;
    case 'escape':
      return keys.onLeave;
    case 'help':
      return keys.onHelp;
    default:
      return undefined;
  }
}

/** Without shortcuts of single characters a letter leads to the next line that begins with it. */
function typeAhead(letter: string, { items, active, select }: Keys): void {
  const turned = items.map((_, step) => (active + 1 + step) % items.length);
  const begins = (index: number) => items[index]?.name.toLowerCase().startsWith(letter.toLowerCase());
  const next = turned.find(begins);
  if (next !== undefined) select(next);
}

function placeOf(row: HTMLElement): { x: number; y: number } {
  const box = row.getBoundingClientRect();
  return { x: box.x + 28, y: box.bottom };
}

// biome-ignore-all lint/a11y/useKeyWithClickEvents: the tree around the rows handles the keys.
'use client';

import { ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react';
import type { Ref } from 'react';
import { cx } from '@/components/ui/cx';
import type { OutlineItem } from '@/lib/outline';

/** In CSS pixels. */
export const ROW_HEIGHT = 32;

export interface RowProps {
  item: OutlineItem;
  /** Distance from the top of the list, in CSS pixels. */
  top: number;
  /** The one line that Tab reaches. */
  active: boolean;
  selected: boolean;
  /** Whether its children are shown; absent when it has none. */
  open: boolean | undefined;
  onSelect: () => void;
  onToggle: () => void;
  onMenu: (at: { x: number; y: number }) => void;
  ref?: Ref<HTMLDivElement>;
}

/**
 * One line: name, kind, problems. A screen reader gets the whole sentence; that what is shown besides the name is no
 * text keeps the name the words that are seen (WCAG 2.5.3).
 */
export function Row({ item, top, active, selected, open, onSelect, onToggle, onMenu, ref }: RowProps) {
  const Arrow = open ? ChevronDown : ChevronRight;
  return (
    <div
      ref={ref}
      role="treeitem"
      data-id={item.id}
      tabIndex={active ? 0 : -1}
      aria-label={item.text}
      aria-level={item.level}
      aria-posinset={item.position}
      aria-setsize={item.size}
      aria-selected={selected}
      aria-expanded={open}
      onClick={onSelect}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ x: event.clientX, y: event.clientY });
      }}
      className={cx(
        'focus-inset absolute inset-x-0 flex cursor-pointer items-center gap-1.5 pr-3 text-sm',
        selected ? 'bg-hover' : 'hover:bg-hover/60',
      )}
      style={{ height: ROW_HEIGHT, top, paddingLeft: 8 + (item.level - 1) * 16 }}
    >
      {open === undefined ? (
        <span className="w-4 flex-none" />
      ) : (
        <span
          aria-hidden="true"
          className="flex h-6 w-4 flex-none items-center justify-center text-muted"
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <Arrow size={14} />
        </span>
      )}
      <span className={cx('min-w-0 truncate', item.expandable && 'font-medium')}>{item.name}</span>
      {item.name.toLowerCase() !== item.kind.toLowerCase() && (
        <span
          aria-hidden="true"
          data-shown={item.kind}
          className="flex-none text-xs text-muted before:content-[attr(data-shown)]"
        />
      )}
      {item.problems > 0 && (
        <span
          aria-hidden="true"
          data-shown={item.problems}
          className="ml-auto flex flex-none items-center gap-1 text-xs after:content-[attr(data-shown)]"
        >
          <TriangleAlert size={13} className="text-muted" />
        </span>
      )}
    </div>
  );
}

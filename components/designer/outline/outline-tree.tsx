// biome-ignore-all lint/a11y/useFocusableInteractive: the row with the focus is the one stop of the tree.
'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, useCallback, useEffect, useRef } from 'react';
import type { ElementId } from '@/lib/document';
import type { OutlineItem } from '@/lib/outline';
import { useEditor, useEditorStore } from '../store/context';
import { outlineKeys } from './keys';
import type { OutlinePanelProps } from './outline-panel';
import { ROW_HEIGHT, Row } from './row';

export interface OutlineTreeProps extends Omit<OutlinePanelProps, 'problems'> {
  /** The lines that are not hidden, in order. */
  items: readonly OutlineItem[];
  collapsed: ReadonlySet<ElementId>;
  onToggle: (id: ElementId, open: boolean) => void;
}

/** The lines of the outline; only those in view and the one with the focus exist. Selection is the canvas's. */
export function OutlineTree(props: OutlineTreeProps) {
  const { items, collapsed } = props;
  const editor = useEditorStore();
  const selection = useEditor((state) => state.selection);
  const tree = useRef<HTMLDivElement>(null);
  const found = items.findIndex((item) => item.id === selection[0]);
  const active = Math.max(0, found);
  // Another function has every line measured again.
  const keyAt = useCallback((index: number) => items[index]?.id ?? index, [items]);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => tree.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: keyAt,
    overscan: 8,
    initialRect: { width: 288, height: 640 },
    rangeExtractor: (range) => {
      const list = defaultRangeExtractor(range);
      return list.includes(active) ? list : [...list, active].toSorted((a, b) => a - b);
    },
  });
  const focusRow = () =>
    tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });

  const select = (index: number) => {
    const id = items[Math.max(0, Math.min(items.length - 1, index))]?.id;
    if (id) editor.getState().reveal(id);
  };
  const inside = useRef(false);
  const last = useRef(active);
  // What is selected elsewhere comes into view here; who is in the tree goes along with it. A line that is deleted
  // takes the focus with it: the one that took its place has it then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selection decides, not the virtualiser.
  useEffect(() => {
    const lost = inside.current && document.activeElement === document.body;
    if (found < 0) {
      if (lost) select(last.current);
      return;
    }
    last.current = found;
    rows.scrollToIndex(found, { align: 'auto' });
    if (lost || tree.current?.contains(document.activeElement)) requestAnimationFrame(focusRow);
  }, [found, selection]);
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    inside.current = true;
    const outside = !tree.current?.contains(event.relatedTarget);
    const row = event.target.closest('[role=treeitem]');
    // Windows give the focus back to the line they were opened from, which may not be the selected one any more.
    if (outside && found >= 0 && row && row.getAttribute('data-id') !== items[active]?.id) focusRow();
    else if (outside && found < 0) select(active);
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Elements in the order of the flow"
      aria-multiselectable
      onFocus={onFocus}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !tree.current?.contains(relatedTarget)) inside.current = false;
      }}
      onKeyDown={outlineKeys({ ...props, active, select })}
      className="relative min-h-0 grow overflow-y-auto overflow-x-hidden"
    >
      <div role="none" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return item ? (
            <Row
              key={item.id}
              item={item}
              top={start}
              active={index === active}
              selected={selection.includes(item.id)}
              open={item.expandable ? !collapsed.has(item.id) : undefined}
              onSelect={() => {
                select(index);
                requestAnimationFrame(focusRow);
              }}
              onToggle={() => props.onToggle(item.id, collapsed.has(item.id))}
              onMenu={(at) => {
                select(index);
                props.onStep('menu', item.id, at);
              }}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

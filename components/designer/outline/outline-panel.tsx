'use client';

import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { keyName } from '@/components/canvas/shortcuts';
import { IconButton } from '@/components/ui/icon-button';
import type { Problem } from '@/engine/compile/problem';
import type { ElementId } from '@/lib/document';
import { outlineOf, visibleItems } from '@/lib/outline';
import type { StepKind } from '../steps/actions';
import { useEditor } from '../store/context';
import { OutlineTree } from './outline-tree';

export interface OutlinePanelProps {
  problems: readonly Problem[];
  /** Carries out a step for an element, or asks which one with `menu`. */
  onStep: (kind: StepKind | 'menu', id: ElementId, at: { x: number; y: number }) => void;
  onHelp: () => void;
  /** Back to the canvas; the outline stays. */
  onLeave: () => void;
  onClose: () => void;
}

/** The process as a tree that can be read and edited without seeing the drawing. */
export function OutlinePanel({ problems, onStep, onHelp, onLeave, onClose }: OutlinePanelProps) {
  const document = useEditor((state) => state.history.present);
  const [collapsed, setCollapsed] = useState<ReadonlySet<ElementId>>(new Set());
  const items = useMemo(() => {
    const counts = new Map<ElementId, number>();
    for (const { elementId } of problems) counts.set(elementId, (counts.get(elementId) ?? 0) + 1);
    return outlineOf(document, (id) => counts.get(id) ?? 0);
  }, [document, problems]);
  const shown = useMemo(() => visibleItems(items, collapsed), [items, collapsed]);
  const toggle = (id: ElementId, open: boolean) => {
    const next = new Set(collapsed);
    if (open) next.delete(id);
    else next.add(id);
    setCollapsed(next);
  };
  return (
    <section
      aria-label="Outline"
      data-testid="outline"
      className="flex w-72 flex-none flex-col border-r border-line bg-paper max-desk:fixed max-desk:inset-0 max-desk:z-30 max-desk:w-auto"
    >
      <header className="flex h-9 flex-none items-center gap-2 border-b border-line pl-4 pr-1.5">
        <h2 className="text-xs font-semibold">Outline</h2>
        <span className="text-xs text-muted">{items.length}</span>
        <span className="ml-auto" />
        <IconButton
          size="sm"
          label="Close the outline"
          shortcut={keyName('outline')}
          icon={<X size={15} />}
          onClick={onClose}
        />
      </header>
      {items.length === 0 ? (
        <p className="px-4 py-6 text-sm text-muted">Nothing is drawn yet. Press N on the canvas.</p>
      ) : (
        <OutlineTree
          items={shown}
          collapsed={collapsed}
          onToggle={toggle}
          {...{ onStep, onHelp, onLeave, onClose }}
        />
      )}
    </section>
  );
}

'use client';

import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Switch } from '@/components/ui/switch';
import { MarkIcon } from './mark-icon';

export interface LegendProps {
  /** Where ghosts come from: “v3”. */
  from: string;
  overlay: boolean;
  layout: boolean;
  onLayout: (on: boolean) => void;
  /** How many are only drawn otherwise. */
  moved: number;
  zoom: number;
  onZoom: (factor: number) => void;
  onFit: () => void;
}

/** What the marks mean, whether the drawing counts, and how large it is. */
export function Legend({ from, overlay, layout, onLayout, moved, zoom, onZoom, onFit }: LegendProps) {
  return (
    <div className="pointer-events-none flex flex-none flex-wrap items-end justify-between gap-2 max-desk:p-3 desk:absolute desk:inset-x-3 desk:bottom-3">
      <div className="pointer-events-auto flex min-h-8 flex-wrap items-center gap-x-3.5 gap-y-1 rounded-md border border-line bg-surface px-3 py-0.5 text-xs shadow-card">
        <span className="flex items-center gap-1.5">
          <MarkIcon mark="added" /> Added
        </span>
        <span className="flex items-center gap-1.5">
          <MarkIcon mark="removed" /> Removed
          {overlay && <span className="text-muted">(ghost of {from})</span>}
        </span>
        <span className="flex items-center gap-1.5">
          <MarkIcon mark="changed" /> Changed
        </span>
        <span aria-hidden="true" className="h-4 w-px bg-line max-desk:hidden" />
        <Switch
          checked={layout}
          onCheckedChange={onLayout}
          className="flex-row-reverse items-center gap-2!"
          label={
            <>
              <span aria-hidden="true">↔ </span>Layout only, {moved} {layout ? 'shown' : 'hidden'}
            </>
          }
        />
      </div>
      <div className="pointer-events-auto flex h-8 items-center rounded-md border border-line bg-surface px-0.5 shadow-card">
        <IconButton size="sm" label="Zoom out" icon={<Minus size={14} />} onClick={() => onZoom(0.8)} />
        <span className="min-w-13 text-center font-mono text-xs">{Math.round(zoom * 100)} %</span>
        <IconButton size="sm" label="Zoom in" icon={<Plus size={14} />} onClick={() => onZoom(1.25)} />
        <span className="mx-0.5 h-4 w-px bg-line" />
        <IconButton size="sm" label="Show everything" icon={<Maximize size={14} />} onClick={onFit} />
      </div>
    </div>
  );
}

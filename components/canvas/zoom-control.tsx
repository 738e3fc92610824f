'use client';

import { Maximize, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Panel, useReactFlow, useStore } from 'reactflow';
import { IconButton } from '@/components/ui/icon-button';
import { keyName } from './shortcuts';

export const FIT_VIEW = { padding: 0.12, maxZoom: 1, duration: 240 };

/** Zoom out, how much, zoom in, show everything. */
export function ZoomControl({ onFit, children }: { onFit: () => void; children?: ReactNode }) {
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  return (
    <Panel position="bottom-left">
      <div className="flex h-8 items-center rounded-md border border-line bg-surface px-0.5 shadow-card">
        <IconButton
          size="sm"
          label="Zoom out"
          shortcut={keyName('zoomOut')}
          icon={<Minus size={14} />}
          onClick={() => zoomOut({ duration: 120 })}
        />
        <button
          type="button"
          className="h-6.5 min-w-13 rounded-sm px-1 text-center font-mono text-xs hover:bg-hover"
          aria-label={`Zoom ${Math.round(zoom * 100)} %, set to 100 %`}
          onClick={() => zoomTo(1, { duration: 120 })}
        >
          {Math.round(zoom * 100)} %
        </button>
        <IconButton
          size="sm"
          label="Zoom in"
          shortcut={keyName('zoomIn')}
          icon={<Plus size={14} />}
          onClick={() => zoomIn({ duration: 120 })}
        />
        <span className="mx-0.5 h-4 w-px bg-line" />
        <IconButton
          size="sm"
          label="Show everything"
          shortcut={keyName('zoomFit')}
          icon={<Maximize size={14} />}
          onClick={() => onFit()}
        />
        {children}
      </div>
    </Panel>
  );
}

'use client';

import { type ReactNode, useId, useRef } from 'react';
import { later } from './later';
import { asTrigger } from './trigger';
import { useOpen } from './use-open';

export interface PopoverProps {
  trigger: ReactNode;
  /** Names the popover for screen readers. */
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
}

const Layer = later(() => import('./popover-layer').then((it) => it.PopoverLayer), {
  name: 'This window',
  awaited: ({ open }) => open,
});

/** A small panel beside its trigger, for things that are too much for a tooltip. */
export function Popover({ trigger, open, onOpenChange, ...content }: PopoverProps) {
  const id = useId();
  const anchor = useRef<HTMLElement>(null);
  const { shown, set } = useOpen(open, onOpenChange);
  return (
    <>
      {asTrigger(trigger, {
        ref: anchor,
        'aria-haspopup': 'dialog',
        'aria-expanded': shown,
        'aria-controls': shown ? id : undefined,
        'data-state': shown ? 'open' : 'closed',
        onClick: () => set(!shown),
      })}
      <Layer {...content} id={id} anchor={anchor} open={shown} onOpenChange={set} />
    </>
  );
}

'use client';

import { cloneElement, type ReactElement, type ReactNode } from 'react';
import { later } from './later';

const Shown = later(() => import('./tooltip-layer').then((it) => it.TooltipLayer), {
  name: 'Tooltips',
  awaited: () => false,
});

/** Stands once around the app; shows the tooltip of whatever is hovered or focused, and shares the delay. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Shown />
    </>
  );
}

export interface TooltipProps {
  /** Anything more than words belongs in a popover. */
  content: string;
  /** A keyboard shortcut, shown at the end. */
  shortcut?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** One focusable element. */
  children: ReactElement<Record<string, unknown>>;
}

/**
 * A short explanation on hover and focus. It must not be the only place where something is said. The element carries
 * the words; what shows them is loaded when the page is idle.
 */
export function Tooltip({ content, shortcut, side, children }: TooltipProps) {
  return cloneElement(children, {
    'data-tip': content,
    'data-tip-shortcut': shortcut,
    'data-tip-side': side,
  });
}

import { type ReactNode, useRef } from 'react';
import { asTrigger } from './trigger';
import { useOpen } from './use-open';

export interface DialogState {
  /** What opens it. Without a trigger control it with `open`. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/**
 * What opens a modal window, and whether it is open.
 * @returns the trigger as it is drawn, and what the window's layer needs to know
 */
export function useDialog({ trigger, open, onOpenChange }: DialogState) {
  const button = useRef<HTMLElement>(null);
  const { shown, set } = useOpen(open, onOpenChange);
  const opener =
    trigger &&
    asTrigger(trigger, {
      ref: button,
      'aria-haspopup': 'dialog',
      'aria-expanded': shown,
      'data-state': shown ? 'open' : 'closed',
      onClick: () => set(!shown),
    });
  return { opener, layer: { button, open: shown, onOpenChange: set } };
}

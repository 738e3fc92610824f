'use client';

import { type ReactNode, useRef } from 'react';
import { later } from './later';
import { asTrigger } from './trigger';
import { useOpen } from './use-open';

export interface AlertDialogProps {
  title: string;
  /** What will happen and whether it can be undone. */
  description: ReactNode;
  /** Repeats the verb: “Cancel instance”, never “OK”. */
  confirm: string;
  /** Default “Keep as it is”. */
  dismiss?: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** A reason to give, for instance. */
  children?: ReactNode;
}

const Layer = later(() => import('./alert-dialog-layer').then((it) => it.AlertDialogLayer), {
  name: 'This question',
  awaited: ({ open }) => open,
});

/** A question that must be answered. Focus starts on the harmless answer. Stays open while `busy`. */
export function AlertDialog({ trigger, open, onOpenChange, ...content }: AlertDialogProps) {
  const button = useRef<HTMLElement>(null);
  const { shown, set } = useOpen(open, onOpenChange);
  return (
    <>
      {trigger &&
        asTrigger(trigger, {
          ref: button,
          'aria-haspopup': 'dialog',
          'aria-expanded': shown,
          'data-state': shown ? 'open' : 'closed',
          onClick: () => set(!shown),
        })}
      <Layer {...content} button={button} open={shown} onOpenChange={set} />
    </>
  );
}

'use client';

import type { ReactNode } from 'react';
import { later } from './later';
import { type DialogState, useDialog } from './use-dialog';

export interface AlertDialogProps extends DialogState {
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
  /** A reason to give, for instance. */
  children?: ReactNode;
}

const Layer = later(() => import('./alert-dialog-layer').then((it) => it.AlertDialogLayer), {
  name: 'This question',
  awaited: ({ open }) => open,
});

/** A question that must be answered. Focus starts on the harmless answer. Stays open while `busy`. */
export function AlertDialog({ trigger, open, onOpenChange, ...content }: AlertDialogProps) {
  const { opener, layer } = useDialog({ trigger, open, onOpenChange });
  return (
    <>
      {opener}
      <Layer {...content} {...layer} />
    </>
  );
}

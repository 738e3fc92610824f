'use client';

import { AlertDialog as Radix } from 'radix-ui';
import type { RefObject } from 'react';
import type { AlertDialogProps } from './alert-dialog';
import { Button } from './button';

export interface AlertDialogLayerProps extends Omit<AlertDialogProps, 'trigger'> {
  /** What opened it and gets the focus back; empty for a question that its owner opens. */
  button: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The window of a question. */
export function AlertDialogLayer(props: AlertDialogLayerProps) {
  const {
    title,
    description,
    confirm,
    dismiss = 'Keep as it is',
    danger,
    busy,
    onConfirm,
    button,
    children,
  } = props;
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim data-[state=open]:animate-enter" />
        <Radix.Content
          onCloseAutoFocus={() => button.current?.focus()}
          className="fixed left-1/2 top-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] max-w-120 -translate-x-1/2 -translate-y-1/2 flex-col gap-3 overflow-y-auto rounded-lg border border-line-strong bg-paper p-5 data-[state=open]:animate-enter"
        >
          <Radix.Title className="text-lg font-semibold tracking-[-.012em]">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="text-sm text-muted">{description}</div>
          </Radix.Description>
          {children}
          <div className="mt-1 flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button variant="ghost">{dismiss}</Button>
            </Radix.Cancel>
            <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { RefObject } from 'react';
import { buttonClass } from './button-style';
import { cx } from './cx';
import type { DialogProps } from './dialog';

const SCRIM = 'fixed inset-0 z-40 bg-scrim data-[state=open]:animate-enter';

const PLACES = {
  centre:
    'left-1/2 top-1/2 max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 rounded-lg border border-line-strong data-[state=open]:animate-enter',
  right:
    'inset-y-0 right-0 w-[min(396px,100vw)] border-l border-line-strong data-[state=open]:animate-slide-left',
  bottom:
    'inset-x-0 bottom-0 max-h-[calc(100dvh-48px)] rounded-t-[14px] border-t border-line-strong pb-[env(safe-area-inset-bottom)] data-[state=open]:animate-slide-up',
} as const;

const WIDTHS = { sm: 'max-w-100', md: 'max-w-140', lg: 'max-w-220' } as const;

export interface DialogLayerProps extends Omit<DialogProps, 'trigger'> {
  /** What opened it and gets the focus back; empty for a window that its owner opens. */
  button: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The window of a dialog. */
export function DialogLayer(props: DialogLayerProps) {
  const {
    title,
    description,
    button,
    open,
    onOpenChange,
    children,
    footer,
    size = 'md',
    place = 'centre',
    focusOn = 'control',
    textOnly = false,
  } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onCloseAutoFocus={() => button.current?.focus()}
          onOpenAutoFocus={(event) => {
            if (focusOn === 'control') return;
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          className={cx(
            'fixed z-40 flex flex-col bg-paper',
            PLACES[place],
            place === 'centre' && WIDTHS[size],
          )}
        >
          {place === 'bottom' && (
            <span
              aria-hidden="true"
              className="mx-auto mt-2.5 h-1 w-9 flex-none rounded-sm bg-line-strong/60"
            />
          )}
          <header className="px-5 pb-1 pt-4 pr-13">
            <Radix.Title className="text-lg font-semibold tracking-[-.012em]">{title}</Radix.Title>
            {description && (
              <Radix.Description className="mt-1 text-sm text-muted">{description}</Radix.Description>
            )}
          </header>
          <div
            className="focus-inset min-h-0 grow overflow-y-auto px-5 py-3"
            {...(textOnly ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}
          >
            {children}
          </div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
          {/* Last in order, so that focus starts in the content; no tooltip, which would take the first Escape. */}
          <Radix.Close
            aria-label="Close"
            className={buttonClass({ variant: 'ghost', square: true, className: 'absolute right-3 top-3' })}
          >
            <X size={16} aria-hidden="true" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const DialogClose = Radix.Close;

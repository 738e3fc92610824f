'use client';

import { Popover as Radix } from 'radix-ui';
import { type RefObject, useRef } from 'react';
import { cx } from './cx';
import type { PopoverProps } from './popover';

export interface PopoverLayerProps extends Omit<PopoverProps, 'trigger'> {
  id: string;
  /** The button it belongs to: stands beside it and gives the focus back to it. */
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The panel of a popover. */
export function PopoverLayer(props: PopoverLayerProps) {
  const { id, anchor, label, children, align = 'start', side = 'bottom', className } = props;
  const left = useRef(false);
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Radix.Portal>
        <Radix.Content
          id={id}
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onInteractOutside={(event) => {
            left.current = true;
            // Its own click closes it.
            if (anchor.current?.contains(event.target as Node)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!left.current) anchor.current?.focus();
            left.current = false;
          }}
          className={cx(
            'z-50 max-w-[calc(100vw-16px)] rounded-md border border-line-strong bg-surface p-3 shadow-card data-[state=open]:animate-enter',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

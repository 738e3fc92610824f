'use client';

import { type ReactNode, useRef } from 'react';
import { later } from './later';
import { asTrigger } from './trigger';
import { useOpen } from './use-open';

export interface DialogProps {
  title: string;
  /** One or two sentences under the title; read together with it. */
  description?: ReactNode;
  /** What opens it. Without a trigger control it with `open`. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
  /** Buttons at the foot, the main action last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** Where the focus begins: the first control, or the window itself where the content comes first. */
  focusOn?: 'control' | 'window';
  /** Nothing in it can have the focus, so what scrolls has it: keys must reach the end of it. */
  textOnly?: boolean;
  /** `right` is a drawer, `bottom` a sheet for phones. */
  place?: 'centre' | 'right' | 'bottom';
}

const layer = () => import('./dialog-layer');
const NAME = { name: 'This window' };
const Layer = later(() => layer().then((it) => it.DialogLayer), { ...NAME, awaited: ({ open }) => open });

/** Closes the dialog around it. */
export const DialogClose = later(() => layer().then((it) => it.DialogClose), NAME);

/** A modal window: keeps focus inside, Escape closes, focus returns to its trigger. */
export function Dialog({ trigger, open, onOpenChange, ...content }: DialogProps) {
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

/** A panel from the right edge (from below on phones use `place="bottom"` of `Dialog`). */
export function Drawer(props: Omit<DialogProps, 'place' | 'size'>) {
  return <Dialog {...props} place="right" />;
}

/** A panel from the lower edge, for thumbs. */
export function Sheet(props: Omit<DialogProps, 'place' | 'size'>) {
  return <Dialog {...props} place="bottom" />;
}

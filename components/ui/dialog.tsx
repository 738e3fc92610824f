'use client';

import type { ReactNode } from 'react';
import { later } from './later';
import { type DialogState, useDialog } from './use-dialog';

export interface DialogProps extends DialogState {
  title: string;
  /** One or two sentences under the title; read together with it. */
  description?: ReactNode;
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

const load = () => import('./dialog-layer');
const NAME = { name: 'This window' };
const Layer = later(() => load().then((it) => it.DialogLayer), { ...NAME, awaited: ({ open }) => open });

/** Closes the dialog around it. */
export const DialogClose = later(() => load().then((it) => it.DialogClose), NAME);

/** A modal window: keeps focus inside, Escape closes, focus returns to its trigger. */
export function Dialog({ trigger, open, onOpenChange, ...content }: DialogProps) {
  const { opener, layer } = useDialog({ trigger, open, onOpenChange });
  return (
    <>
      {opener}
      <Layer {...content} {...layer} />
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

'use client';

import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import { later } from './later';
import type { MenuRadioGroupProps } from './menu-layer';
import { asTrigger } from './trigger';
import { useOpen } from './use-open';

export interface DropdownMenuProps {
  /** One button. */
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  onOpenChange?: (open: boolean) => void;
}

const layer = () => import('./menu-layer');
const NAME = { name: 'The menu' };

/** One action, or a link. */
export const MenuItem = later(() => layer().then((it) => it.MenuItem), NAME);
const Radios = later(() => layer().then((it) => it.MenuRadioGroup), NAME);
export const MenuLabel = later(() => layer().then((it) => it.MenuLabel), NAME);
export const MenuSeparator = later(() => layer().then((it) => it.MenuSeparator), NAME);
// Stands ready while it is closed, with all that is in it: a menu that hears the key which opens it begins with its
// first item.
const Layer = later(
  async () => {
    await Promise.all([MenuItem, Radios, MenuLabel, MenuSeparator].map((part) => part.preload()));
    return (await layer()).MenuLayer;
  },
  { ...NAME, awaited: ({ open }) => open },
);
const OPENS = ['Enter', ' ', 'ArrowDown'];

/** A menu of actions. Arrow keys, type-ahead, Escape. */
export function DropdownMenu({ trigger, onOpenChange, ...content }: DropdownMenuProps) {
  const id = useId();
  const anchor = useRef<HTMLElement>(null);
  const { shown, set } = useOpen(undefined, onOpenChange);
  return (
    <>
      {asTrigger(trigger, {
        ref: anchor,
        id: `${id}-button`,
        'aria-haspopup': 'menu',
        'aria-expanded': shown,
        'aria-controls': shown ? id : undefined,
        'data-state': shown ? 'open' : 'closed',
        onPointerDown: (event: PointerEvent) => {
          if (event.button !== 0 || event.ctrlKey) return;
          set(!shown);
          // The menu takes the focus, so the button must not.
          if (!shown) event.preventDefault();
        },
        onKeyDown: (event: KeyboardEvent) => {
          if (!OPENS.includes(event.key)) return;
          event.preventDefault();
          set(event.key === 'ArrowDown' || !shown);
        },
      })}
      <Layer {...content} id={id} anchor={anchor} open={shown} onOpenChange={set} />
    </>
  );
}

/** One choice of several inside a menu. */
export function MenuRadioGroup<T extends string>(props: MenuRadioGroupProps<T>) {
  return <Radios {...props} onValueChange={(value) => props.onValueChange(value as T)} />;
}

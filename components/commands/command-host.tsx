'use client';

import { useEffect, useRef, useState } from 'react';
import { OPEN_COMMANDS } from '@/components/shell/command';
import { later, usePreload } from '@/components/ui/later';
import { COMMAND_KEYS, pressedKeys } from './keys';

const CommandPalette = later(() => import('./command-palette').then((it) => it.CommandPalette), {
  name: 'The command palette',
});
const OPENS: ReadonlySet<string> = new Set(COMMAND_KEYS);
/** What is typed right after its key belongs into it. */
const PARTS = [CommandPalette];

/** Opens the command palette by its key or the search button; it is loaded when the page is idle. */
export function CommandHost({ permissions }: { permissions: readonly string[] }) {
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  usePreload(PARTS);
  useEffect(() => {
    if (open || !(before.current instanceof HTMLElement) || !before.current.isConnected) return;
    before.current.focus();
    before.current = null;
  }, [open]);
  useEffect(() => {
    const show = () => {
      before.current ??= document.activeElement;
      setOpen(true);
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !pressedKeys(event).some((keys) => OPENS.has(keys))) return;
      event.preventDefault();
      show();
    };
    window.addEventListener(OPEN_COMMANDS, show);
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener(OPEN_COMMANDS, show);
      window.removeEventListener('keydown', press);
    };
  }, []);
  return open ? <CommandPalette permissions={permissions} onClose={() => setOpen(false)} /> : null;
}

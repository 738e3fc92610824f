'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { shortcutOf } from '@/components/canvas/shortcuts';
import { OPEN_COMMANDS } from '@/components/shell/command';

const CommandPalette = lazy(() => import('./command-palette').then((m) => ({ default: m.CommandPalette })));

/** Opens the command palette by its key or the search button; it is loaded when it is first opened. */
export function CommandHost({ permissions }: { permissions: readonly string[] }) {
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
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
      if (event.defaultPrevented || shortcutOf(event)?.id !== 'commands') return;
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
  return open ? (
    <Suspense>
      <CommandPalette permissions={permissions} onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
}

'use client';

import { CircleHelp, LogOut } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import {
  DropdownMenu,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuSeparator,
} from '@/components/ui/dropdown-menu';
import { applyTheme, type ThemeChoice, themeAttribute } from '@/components/ui/theme';

export interface ShellPerson {
  id: string;
  name: string;
  /** “Finance lead”, or the roles in words. */
  title?: string;
}

export interface AccountMenuProps {
  person: ShellPerson;
  /** Receives the POST that ends the session: an address or a server action. */
  signOutAction: string | ((data: FormData) => void | Promise<void>);
  trigger: ReactNode;
  side?: 'top' | 'right';
}

const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Who is signed in, the theme, help and the way out. */
export function AccountMenu({ person, signOutAction, trigger, side = 'right' }: AccountMenuProps) {
  const form = useRef<HTMLFormElement>(null);
  const [theme, setTheme] = useState<ThemeChoice>('system');
  // The choice is read when the menu opens, because the server decides the first one from a cookie.
  const readTheme = () => setTheme(themeAttribute(document.documentElement.dataset.theme) ?? 'system');
  const choose = (choice: ThemeChoice) => {
    applyTheme(choice);
    setTheme(choice);
  };
  return (
    <>
      <DropdownMenu trigger={trigger} side={side} onOpenChange={readTheme}>
        <MenuLabel>
          <span className="block text-sm font-medium text-ink">{person.name}</span>
          {person.title}
        </MenuLabel>
        <MenuSeparator />
        <MenuRadioGroup label="Theme" value={theme} onValueChange={choose} choices={THEMES} />
        <MenuSeparator />
        <MenuItem href="/symbols" icon={<CircleHelp size={15} />}>
          Symbols and states
        </MenuItem>
        <MenuItem icon={<LogOut size={15} />} onSelect={() => form.current?.requestSubmit()}>
          Sign out
        </MenuItem>
      </DropdownMenu>
      {/* Outside of the menu, which is gone by the time the form is sent. */}
      <form
        ref={form}
        action={signOutAction}
        method={typeof signOutAction === 'string' ? 'post' : undefined}
        hidden
      />
    </>
  );
}

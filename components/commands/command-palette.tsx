'use client';

import { Command as Cmdk } from 'cmdk';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { useMemo, useState } from 'react';
import { navItems } from '@/components/shell/nav-items';
import { Kbd } from '@/components/ui/kbd';
import { applyTheme, type ThemeChoice } from '@/components/ui/theme';
import { found } from './found';
import { type Command, type CommandGroup, pageCommands } from './sources';
import { useFoundOnServer } from './use-found-on-server';

const THEMES: readonly [ThemeChoice, string][] = [
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
  ['system', 'Theme as the system'],
];

export interface CommandPaletteProps {
  permissions: readonly string[];
  onClose: () => void;
}

/** Everything by its name: what the page can do, its elements, places, processes, instances, people. */
export function CommandPalette({ permissions, onClose }: CommandPaletteProps) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [page] = useState(pageCommands);
  const go = (href: string) => router.push(href);
  const server = useFoundOnServer(typed, permissions, go);
  const places = useMemo(
    (): CommandGroup => ({
      heading: 'Go to',
      commands: navItems(permissions).map(({ href, label }) => ({
        id: `place ${href}`,
        label,
        run: () => router.push(href),
      })),
    }),
    [permissions, router],
  );
  const appearance: CommandGroup = {
    heading: 'Appearance',
    commands: THEMES.map(([choice, label]) => ({
      id: `theme ${choice}`,
      label,
      run: () => applyTheme(choice),
    })),
  };
  const groups = [...found([...page, places, appearance], typed), ...server.groups];
  const choose = (command: Command) => {
    onClose();
    // The window gives the focus back first: commands act where the person was.
    setTimeout(() => command.run(), 20);
  };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed left-1/2 top-[12vh] z-40 flex max-h-[70vh] w-[min(600px,calc(100vw-32px))] -translate-x-1/2 flex-col rounded-lg border border-line-strong bg-surface"
        >
          <Radix.Title className="sr-only">Commands</Radix.Title>
          <Cmdk label="Search or run" shouldFilter={false} className="flex min-h-0 flex-col">
            <Cmdk.Input
              autoFocus
              value={typed}
              onValueChange={setTyped}
              placeholder="Search or run…"
              className="h-12 w-full flex-none border-b border-line bg-transparent px-4 text-base outline-none focus-visible:shadow-none"
            />
            <Cmdk.List className="min-h-0 overflow-y-auto p-1.5">
              <Cmdk.Empty className="px-3 py-8 text-center text-sm text-muted">
                {server.busy ? 'Searching…' : 'Nothing of that name'}
              </Cmdk.Empty>
              {groups.map(({ heading, commands }) => (
                <Cmdk.Group
                  key={heading}
                  heading={heading}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
                >
                  {commands.map((command) => (
                    <Cmdk.Item
                      key={command.id}
                      value={command.id}
                      onSelect={() => choose(command)}
                      className="flex min-h-9 cursor-pointer items-center gap-3 rounded-sm px-2.5 text-sm data-[selected=true]:bg-hover"
                    >
                      <span className="min-w-0 grow truncate">{command.label}</span>
                      {command.hint && (
                        <span className="max-w-48 truncate text-xs text-muted">{command.hint}</span>
                      )}
                      {command.shortcut && <Kbd>{command.shortcut}</Kbd>}
                    </Cmdk.Item>
                  ))}
                </Cmdk.Group>
              ))}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

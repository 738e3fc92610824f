'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';

export interface Tab {
  value: string;
  label: ReactNode;
  /** Shown after the label. */
  count?: number;
  content: ReactNode;
}

export interface TabsProps {
  /** Names the set of tabs. */
  label: string;
  tabs: readonly Tab[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  className?: string;
}

/** Panels of which one shows. The active tab has an ink line, as “where am I” always is ink. */
export function Tabs({ label, tabs, className, defaultValue, ...rest }: TabsProps) {
  return (
    <Radix.Root
      {...rest}
      {...(rest.value === undefined && { defaultValue: defaultValue ?? tabs[0]?.value })}
      className={cx('flex min-h-0 flex-col', className)}
    >
      <Radix.List
        aria-label={label}
        className="flex h-10 flex-none gap-5 overflow-x-auto border-b border-line px-4.5"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="focus-inset relative -mb-px flex-none border-b-2 border-transparent px-0.5 font-medium text-muted hover:text-ink data-[state=active]:border-ink data-[state=active]:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && <span className="ml-1.25">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="focus-inset min-h-0 grow overflow-y-auto">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

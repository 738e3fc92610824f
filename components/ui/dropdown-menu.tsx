'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Kbd } from './kbd';

const ITEM =
  'flex min-h-8 w-full select-none items-center gap-2.5 rounded-sm px-2 text-left text-sm outline-none data-[highlighted]:bg-hover data-[disabled]:text-muted';

export interface DropdownMenuProps {
  /** One button. */
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  onOpenChange?: (open: boolean) => void;
}

/** A menu of actions. Arrow keys, type-ahead, Escape. */
export function DropdownMenu({
  trigger,
  children,
  align = 'end',
  side = 'bottom',
  onOpenChange,
}: DropdownMenuProps) {
  return (
    <Radix.Root modal={false} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 max-w-80 rounded-md border border-line-strong bg-surface p-1 shadow-card data-[state=open]:animate-enter"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface MenuItemProps {
  children: ReactNode;
  icon?: ReactNode;
  shortcut?: string;
  onSelect?: () => void;
  /** Makes it a link. */
  href?: string;
  disabled?: boolean;
  danger?: boolean;
  /** Second line: what it does, or why it is disabled. */
  hint?: ReactNode;
}

export function MenuItem({
  children,
  icon,
  shortcut,
  onSelect,
  href,
  disabled,
  danger,
  hint,
}: MenuItemProps) {
  const content = (
    <>
      {icon && (
        <span className={cx('flex w-4 flex-none justify-center', danger ? 'text-incident' : 'text-muted')}>
          {icon}
        </span>
      )}
      <span className="min-w-0 grow py-1">
        {children}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </>
  );
  return (
    <Radix.Item asChild={href !== undefined} disabled={disabled} onSelect={onSelect} className={ITEM}>
      {href === undefined ? content : <Link href={href}>{content}</Link>}
    </Radix.Item>
  );
}

/** One choice of several inside a menu. */
export function MenuRadioGroup<T extends string>(props: {
  label: string;
  value: T;
  onValueChange: (value: T) => void;
  choices: readonly { value: T; label: string }[];
}) {
  return (
    <Radix.RadioGroup value={props.value} onValueChange={(value) => props.onValueChange(value as T)}>
      <MenuLabel>{props.label}</MenuLabel>
      {props.choices.map((choice) => (
        <Radix.RadioItem
          key={choice.value}
          value={choice.value}
          className={ITEM}
          onSelect={(e) => e.preventDefault()}
        >
          <span className="flex w-4 flex-none justify-center text-primary">
            <Radix.ItemIndicator>
              <Check size={14} strokeWidth={2.2} />
            </Radix.ItemIndicator>
          </span>
          {choice.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pb-0.5 pt-1.5 text-xs text-muted">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="mx-1 my-1 h-px bg-line" />;
}

'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { Menu as Radix } from 'radix-ui/internal';
import { type ReactNode, type RefObject, useRef } from 'react';
import { cx } from './cx';
import type { DropdownMenuProps } from './dropdown-menu';
import { Kbd } from './kbd';

const ITEM =
  'flex min-h-8 w-full select-none items-center gap-2.5 rounded-sm px-2 text-left text-sm outline-none data-[highlighted]:bg-hover data-[disabled]:text-muted';

export interface MenuLayerProps extends Omit<DropdownMenuProps, 'trigger' | 'onOpenChange'> {
  id: string;
  /** The button it belongs to: stands beside it and gives the focus back to it. */
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The panel of a menu. */
export function MenuLayer(props: MenuLayerProps) {
  const { id, anchor, children, align = 'end', side = 'bottom' } = props;
  const left = useRef(false);
  return (
    <Radix.Root modal={false} open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Radix.Portal>
        <Radix.Content
          id={id}
          aria-labelledby={`${id}-button`}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onInteractOutside={() => {
            left.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!left.current) anchor.current?.focus();
            left.current = false;
          }}
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

export interface MenuRadioGroupProps<T extends string = string> {
  label: string;
  value: T;
  onValueChange: (value: T) => void;
  choices: readonly { value: T; label: string }[];
}

export function MenuRadioGroup(props: MenuRadioGroupProps) {
  return (
    <Radix.RadioGroup value={props.value} onValueChange={props.onValueChange}>
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

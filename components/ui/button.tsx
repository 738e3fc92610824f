'use client';

import Link from 'next/link';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style';
import { Kbd } from './kbd';
import { Spinner } from './spinner';

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Shown inside the button; binding the key is the caller's. */
  shortcut?: string;
}

export interface ButtonProps extends ComponentProps<'button'>, Look {
  /** Under way: keeps focus and place, ignores clicks. */
  busy?: boolean;
}

/** A button. `type` is `button` unless given. */
export function Button({
  variant,
  size,
  icon,
  shortcut,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || rest['aria-disabled']) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      onClick={click}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      className={buttonClass({ variant, size, className })}
    >
      {busy ? <Spinner /> : icon}
      {children}
      {shortcut && <Kbd tone={variant === 'primary' ? 'on-primary' : 'plain'}>{shortcut}</Kbd>}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, it doesn't do something. */
export function ButtonLink({
  variant,
  size,
  icon,
  shortcut,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return (
    <Link {...rest} className={buttonClass({ variant, size, className })}>
      {icon}
      {children}
      {shortcut && <Kbd tone={variant === 'primary' ? 'on-primary' : 'plain'}>{shortcut}</Kbd>}
    </Link>
  );
}

'use client';

import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** What it does, as verb; accessible name and tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
}

/** A square button with an icon; its name appears on hover and focus. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, shortcut, variant = 'ghost', size, tooltipSide, className, ...rest } = props;
  return (
    <Tooltip content={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={buttonClass({ variant, size, square: true, className })}
      >
        {icon}
      </button>
    </Tooltip>
  );
}

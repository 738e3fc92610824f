'use client';

import { type ReactNode, useId } from 'react';
import { cx } from './cx';

export interface Choice<T extends string = string> {
  value: T;
  label: ReactNode;
  disabled?: boolean;
}

interface GroupProps<T extends string> {
  /** Names the group. */
  label: string;
  choices: readonly Choice<T>[];
  value?: T;
  onValueChange?: (value: T) => void;
  disabled?: boolean;
  className?: string;
}

/** One of two to four short choices, side by side. Arrow keys move: they are the browser's own radio buttons. */
export function Segmented<T extends string>({
  label,
  choices,
  value,
  disabled,
  className,
  onValueChange,
}: GroupProps<T>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cx(
        'inline-flex h-7 items-stretch gap-px rounded-[5px] border border-line bg-sunken p-px',
        className,
      )}
    >
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="relative inline-flex min-w-6 items-center gap-1.25 rounded-sm px-2.25 text-xs font-medium text-muted hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--line-strong)]"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={disabled || choice.disabled}
            onChange={() => onValueChange?.(choice.value)}
            className="absolute inset-0 size-full cursor-default appearance-none rounded-sm"
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}

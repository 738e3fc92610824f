'use client';

import { RadioGroup as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { cx } from './cx';

export interface Choice<T extends string = string> {
  value: T;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface GroupProps<T extends string> {
  /** Names the group. */
  label: string;
  choices: readonly Choice<T>[];
  value?: T;
  defaultValue?: T;
  onValueChange?: (value: T) => void;
  name?: string;
  disabled?: boolean;
  className?: string;
}

/** One of two to four short choices, side by side. Arrow keys move. */
export function Segmented<T extends string>({
  label,
  choices,
  className,
  onValueChange,
  ...rest
}: GroupProps<T>) {
  return (
    <Radix.Root
      {...rest}
      onValueChange={(value) => onValueChange?.(value as T)}
      aria-label={label}
      orientation="horizontal"
      className={cx(
        'inline-flex h-7 items-stretch gap-px rounded-[5px] border border-line bg-sunken p-px',
        className,
      )}
    >
      {choices.map((choice) => (
        <Radix.Item
          key={choice.value}
          value={choice.value}
          disabled={choice.disabled}
          className="inline-flex min-w-6 items-center gap-1.25 rounded-sm px-2.25 text-xs font-medium text-muted hover:text-ink data-[state=checked]:bg-surface data-[state=checked]:text-ink data-[state=checked]:shadow-[0_0_0_1px_var(--line-strong)]"
        >
          {choice.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}

/** One of several choices with explanations, below each other. */
export function RadioGroup<T extends string>({
  label,
  choices,
  className,
  onValueChange,
  ...rest
}: GroupProps<T>) {
  const id = useId();
  return (
    <Radix.Root
      {...rest}
      onValueChange={(value) => onValueChange?.(value as T)}
      aria-label={label}
      className={cx('flex flex-col gap-1', className)}
    >
      {choices.map((choice) => (
        <div key={choice.value} className="flex min-h-6 items-start gap-2">
          <Radix.Item
            id={`${id}-${choice.value}`}
            value={choice.value}
            disabled={choice.disabled}
            aria-describedby={choice.hint ? `${id}-${choice.value}-hint` : undefined}
            className="group -mx-1 grid size-6 flex-none place-items-center rounded-full"
          >
            <span className="grid size-4 place-items-center rounded-full border-[1.5px] border-line-strong bg-surface group-data-[state=checked]:border-primary">
              <Radix.Indicator className="size-2 rounded-full bg-primary" />
            </span>
          </Radix.Item>
          <div className="min-w-0 grow">
            <label htmlFor={`${id}-${choice.value}`} className="block">
              {choice.label}
            </label>
            {choice.hint && (
              <p id={`${id}-${choice.value}-hint`} className="text-xs text-muted">
                {choice.hint}
              </p>
            )}
          </div>
        </div>
      ))}
    </Radix.Root>
  );
}

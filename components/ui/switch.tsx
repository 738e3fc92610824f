'use client';

import { type ReactNode, useId } from 'react';
import { cx } from './cx';

export interface SwitchProps {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  className?: string;
}

/** On or off, at once. For choices that are sent with a form use a checkbox. */
export function Switch({ label, hint, checked, onCheckedChange, disabled, className }: SwitchProps) {
  const id = useId();
  return (
    <div className={cx('flex min-h-6 items-start gap-3', className)}>
      <div className="min-w-0 grow py-0.5">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className="text-xs text-muted">
            {hint}
          </p>
        )}
      </div>
      <button
        type="button"
        role="switch"
        id={id}
        aria-checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        disabled={disabled}
        onClick={() => onCheckedChange(!checked)}
        className="group relative h-6 w-8 flex-none rounded-md disabled:opacity-60"
      >
        <span className="absolute inset-x-0.5 top-1 h-4 rounded-full border-[1.5px] border-line-strong bg-transparent group-aria-checked:border-primary group-aria-checked:bg-primary" />
        <span className="absolute left-1.25 top-1.75 size-2.5 rounded-full bg-line-strong transition-transform duration-[120ms] group-aria-checked:translate-x-3 group-aria-checked:bg-on-primary" />
      </button>
    </div>
  );
}

'use client';

import { Check, Minus } from 'lucide-react';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { cx } from './cx';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'className' | 'ref'> {
  label: ReactNode;
  /** Under the label. */
  hint?: ReactNode;
  /** At the right end of the row, e.g. a count. */
  meta?: ReactNode;
  /** Some, but not all, of what it stands for. */
  indeterminate?: boolean;
  hideLabel?: boolean;
  className?: string;
}

/** A checkbox whose whole row can be clicked, 24 px high at least. */
export function Checkbox({
  label,
  hint,
  meta,
  indeterminate = false,
  hideLabel,
  className,
  ...input
}: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label
      className={cx(
        'flex min-h-6 items-start gap-2 py-0.5 text-sm',
        input.disabled && 'text-muted',
        className,
      )}
    >
      <span className="relative mt-0.75 grid size-3.5 flex-none place-items-center">
        <input
          {...input}
          ref={box}
          type="checkbox"
          className="peer absolute inset-0 appearance-none rounded-[3px] border-[1.5px] border-line-strong bg-surface checked:border-primary checked:bg-primary indeterminate:border-primary indeterminate:bg-primary disabled:border-line disabled:bg-sunken"
        />
        {indeterminate ? (
          <Minus
            size={10}
            strokeWidth={3}
            className="pointer-events-none relative text-on-primary"
            aria-hidden="true"
          />
        ) : (
          <Check
            size={10}
            strokeWidth={3}
            className="pointer-events-none relative hidden text-on-primary peer-checked:block peer-disabled:text-muted"
            aria-hidden="true"
          />
        )}
      </span>
      <span className={cx('min-w-0', hideLabel && 'sr-only')}>
        {label}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
      {meta && <span className="ml-auto text-xs/5 text-muted">{meta}</span>}
    </label>
  );
}

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

const MARK = 'pointer-events-none relative hidden text-on-primary peer-disabled:text-muted';

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
      className={cx('flex min-h-6 items-start gap-2.5 text-sm', input.disabled && 'text-muted', className)}
    >
      <span className="relative -m-1.25 mt-0 grid size-6 flex-none place-items-center">
        <input
          {...input}
          ref={box}
          type="checkbox"
          className="peer absolute inset-0 appearance-none rounded-sm"
        />
        <span className="pointer-events-none absolute inset-1.25 rounded-[3px] border-[1.5px] border-line-strong bg-surface peer-checked:border-primary peer-checked:bg-primary peer-indeterminate:border-primary peer-indeterminate:bg-primary peer-disabled:border-line peer-disabled:bg-sunken" />
        <Check
          size={10}
          strokeWidth={3}
          aria-hidden="true"
          className={cx(MARK, !indeterminate && 'peer-checked:block')}
        />
        <Minus
          size={10}
          strokeWidth={3}
          aria-hidden="true"
          className={cx(MARK, 'peer-indeterminate:block')}
        />
      </span>
      <span className={cx('min-w-0 py-0.5', hideLabel && 'sr-only')}>
        {label}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
      {meta && <span className="ml-auto py-0.5 text-xs/5 text-muted">{meta}</span>}
    </label>
  );
}

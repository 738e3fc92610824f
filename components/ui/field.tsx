'use client';

import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cx } from './cx';

/** What a control gets from its field, so that label, hint and error are read with it. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  required: boolean | undefined;
}

export interface FieldLook {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do, as a sentence. */
  error?: string;
  required?: boolean;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  /** At the right end of the label line. */
  meta?: ReactNode;
  className?: string;
}

export interface FieldProps extends FieldLook {
  id?: string;
  children: (control: ControlProps) => ReactNode;
}

/** Label, control, hint and error. The error is announced by its `aria-describedby` and `aria-invalid`. */
export function Field({
  label,
  hint,
  error,
  required,
  hideLabel,
  meta,
  className,
  id,
  children,
}: FieldProps) {
  const own = useId();
  const control = id ?? own;
  const described =
    [hint && `${control}-hint`, error && `${control}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <div className={cx('flex items-baseline gap-2', hideLabel && 'sr-only')}>
        <label htmlFor={control} className="text-xs font-medium text-ink">
          {label}
          {required && <span className="font-normal text-muted"> Required</span>}
        </label>
        {meta && <span className="ml-auto text-xs text-muted">{meta}</span>}
      </div>
      {children({
        id: control,
        'aria-describedby': described,
        'aria-invalid': error ? true : undefined,
        required,
      })}
      {hint && (
        <p id={`${control}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${control}-error`} className="flex items-start gap-1.5 text-xs font-medium text-ink">
          <CircleAlert size={14} className="mt-0.5 flex-none text-incident" aria-hidden="true" />
          {error}
        </p>
      )}
    </div>
  );
}

/** Border, ground and text of text-like controls. */
export const CONTROL =
  'w-full min-w-0 rounded-sm border border-line-strong bg-surface px-2.25 text-sm text-ink aria-invalid:border-incident aria-invalid:border-[1.5px] disabled:border-line disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-paper';

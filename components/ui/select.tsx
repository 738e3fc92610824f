'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx';
import { CONTROL, Field, type FieldLook } from './field';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps
  extends Omit<ComponentProps<'select'>, 'size' | 'className' | 'children'>,
    FieldLook {
  options: readonly Option[];
  /** Shown while nothing is chosen. */
  placeholder?: string;
  size?: 'md' | 'lg';
}

/** The platform's own select: right on phones and with every screen reader. */
export function Select(props: SelectProps) {
  const {
    label,
    hint,
    error,
    hideLabel,
    meta,
    className,
    options,
    placeholder,
    size = 'md',
    ...select
  } = props;
  return (
    <Field {...{ label, hint, error, hideLabel, meta, className }} required={select.required} id={select.id}>
      {(control) => (
        <div className="relative flex">
          <select
            {...select}
            {...control}
            className={cx(
              CONTROL,
              'appearance-none truncate pr-8',
              size === 'lg' ? 'h-11 text-base' : 'h-7.5',
            )}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            size={15}
            aria-hidden="true"
            className="pointer-events-none absolute right-2 top-1/2 -translate-y-1/2"
          />
        </div>
      )}
    </Field>
  );
}

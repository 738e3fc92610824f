'use client';

import { useId } from 'react';
import type { ControllerRenderProps } from 'react-hook-form';
import { Radio } from '@/components/ui/radio';
import type { FormField } from '@/lib/forms';
import type { Raw } from './values';

/** Most characters of a choice that a drop-down shows whole on a phone. */
const ONE_LINE = 36;

/** Whether the choices of a field stand below each other: a drop-down would cut them off. */
export const isWordy = ({ options = [] }: FormField): boolean =>
  options.some(({ label }) => label.length > ONE_LINE);

interface OneOfProps {
  field: FormField;
  bound: ControllerRenderProps<Raw>;
  error?: string | undefined;
  disabled?: boolean | undefined;
}

/** One of several choices, each written out. */
export function OneOf({ field, bound, error, disabled }: OneOfProps) {
  const id = useId();
  const described = [field.description && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-invalid={error ? true : undefined}
      aria-required={field.required || undefined}
      aria-describedby={described || undefined}
      className="flex min-w-0 flex-col gap-0.5"
    >
      <p id={`${id}-label`} className="text-xs font-medium">
        {field.label || field.key}
        {field.required && <span className="font-normal text-muted"> Required</span>}
      </p>
      {(field.options ?? []).map((option, i) => (
        <Radio
          key={option.value}
          // The first takes the focus when the field has to be looked at.
          {...(i === 0 && { ref: bound.ref })}
          name={id}
          label={option.label}
          value={option.value}
          disabled={disabled}
          checked={bound.value === option.value}
          onBlur={bound.onBlur}
          onChange={() => bound.onChange(option.value)}
        />
      ))}
      {field.description && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {field.description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs font-medium">
          {error}
        </p>
      )}
    </div>
  );
}

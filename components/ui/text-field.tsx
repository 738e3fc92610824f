'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import { CONTROL, Field, type FieldLook } from './field';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'size' | 'className'>, FieldLook {
  /** Identifiers, expressions, hashes. */
  mono?: boolean;
  /** Inside the field, e.g. a currency. */
  suffix?: ReactNode;
  /** 30 px, or 44 px where thumbs type. */
  size?: 'md' | 'lg';
}

/** One line of text, number, date or money. All input attributes pass through, `ref` included. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, hideLabel, meta, className, mono, suffix, size = 'md', ...input } = props;
  return (
    <Field {...{ label, hint, error, hideLabel, meta, className }} required={input.required} id={input.id}>
      {(control) => (
        <div className="relative flex">
          <input
            type="text"
            {...input}
            {...control}
            className={cx(
              CONTROL,
              size === 'lg' ? 'h-11 text-base' : 'h-7.5',
              mono && 'font-mono text-xs',
              suffix ? 'pr-12' : '',
            )}
          />
          {suffix && (
            <span
              aria-hidden="true"
              className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-xs text-muted"
            >
              {suffix}
            </span>
          )}
        </div>
      )}
    </Field>
  );
}

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'className'>, FieldLook {
  mono?: boolean;
}

/** Several lines of text; grows with its content where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, hideLabel, meta, className, mono, ...input } = props;
  return (
    <Field {...{ label, hint, error, hideLabel, meta, className }} required={input.required} id={input.id}>
      {(control) => (
        <textarea
          rows={3}
          {...input}
          {...control}
          className={cx(
            CONTROL,
            'field-sizing-content min-h-16 resize-y py-1.5',
            mono && 'font-mono text-xs',
          )}
        />
      )}
    </Field>
  );
}

'use client';

import { type ReactNode, useEffect, useMemo } from 'react';
import { Controller, type FieldErrors, type Resolver, useForm } from 'react-hook-form';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { JsonObject } from '@/engine/core/json';
import type { Form, FormError } from '@/lib/forms';
import { validateSubmission } from '@/lib/forms/validate';
import { FieldControl } from './field-control';
import { controlName, type Raw, rawValues, submittedValues } from './values';

export interface FormFieldsProps {
  form: Form;
  /** What is known already: shown in read-only fields, and the beginning of the others. */
  values: JsonObject;
  /** Called with checked values, as variables. */
  onSubmit: (values: JsonObject) => void;
  /** Follows what is typed, unchecked; for keeping it. */
  onChange?: (values: JsonObject) => void;
  /** Of the form element, so that a button elsewhere can submit it: `<button form={id}>`. */
  id?: string;
  /** What the server refused. */
  errors?: readonly FormError[];
  disabled?: boolean;
  /** The form answers: what is typed is kept, and submitting it comes to `onSubmit`. */
  onReady?: () => void;
  /** 44 px controls for thumbs. */
  size?: 'md' | 'lg';
  /** Below the fields, inside the form: buttons. */
  children?: ReactNode;
}

/** A form as people fill it in. Errors stand at their fields; the first one gets the focus. */
export function FormFields(props: FormFieldsProps) {
  const { form, values, onSubmit, onChange, onReady, id, errors, size = 'md', children } = props;
  const disabled = !useHydrated() || props.disabled;
  const resolver = useMemo(() => resolverFor(form, values), [form, values]);
  const defaults = useMemo(() => rawValues(form, values), [form, values]);
  const { control, handleSubmit, setError, subscribe } = useForm<Raw>({
    defaultValues: defaults,
    resolver,
    shouldFocusError: true,
  });

  useEffect(() => onReady?.(), [onReady]);
  useEffect(() => {
    for (const error of errors ?? []) {
      const index = form.fields.findIndex((field) => field.key === error.path);
      if (index >= 0) setError(controlName(index), { message: error.message }, { shouldFocus: true });
    }
  }, [errors, form, setError]);

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values: raw }) => onChange?.(submittedValues(form, raw)),
      }),
    [subscribe, onChange, form],
  );

  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-3"
      onSubmit={handleSubmit((raw) => onSubmit(submittedValues(form, raw, values)))}
    >
      {form.fields.map((field, i) => (
        <Controller
          key={`${field.key}-${controlName(i)}`}
          name={controlName(i)}
          control={control}
          render={({ field: bound, fieldState }) => (
            <FieldControl
              field={field}
              bound={bound}
              error={fieldState.error?.message}
              disabled={disabled}
              size={size}
              shown={values}
            />
          )}
        />
      ))}
      {children}
    </form>
  );
}

/** The server's own check, run in the browser: one place decides what is valid. */
function resolverFor(form: Form, shown: JsonObject): Resolver<Raw> {
  return (raw) => {
    const result = validateSubmission(form, submittedValues(form, raw, shown), { shown });
    if (result.ok) return { values: raw, errors: {} };
    const errors: FieldErrors<Raw> = {};
    for (const { path, message } of result.errors) {
      const index = form.fields.findIndex((field) => field.key === path);
      errors[controlName(Math.max(0, index))] = { type: 'invalid', message };
    }
    return { values: {}, errors };
  };
}

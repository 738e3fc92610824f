'use client';

import type { ControllerRenderProps } from 'react-hook-form';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import type { JsonObject } from '@/engine/core/json';
import type { FormField } from '@/lib/forms';
import { isWordy, OneOf } from './one-of';
import { type Raw, valueAt } from './values';

interface FieldControlProps {
  field: FormField;
  bound: ControllerRenderProps<Raw>;
  error?: string;
  disabled?: boolean;
  size: 'md' | 'lg';
  shown: JsonObject;
}

/** The control of one field of a form. */
export function FieldControl({ field, bound, error, disabled, size, shown }: FieldControlProps) {
  const text = typeof bound.value === 'string' ? bound.value : '';
  const look = { label: field.label || field.key, hint: field.description, error, required: field.required };
  const input = { ...bound, value: text, disabled, 'data-key': field.key };
  switch (field.type) {
    case 'section':
      return <h3 className="mt-1 border-b border-line pb-1 text-xs font-semibold">{field.label}</h3>;
    case 'note':
      return <p className="text-muted">{field.label || field.description}</p>;
    case 'readonly':
      return <ShownValue field={field} shown={shown} />;
    case 'textarea':
      return <TextArea {...look} {...input} />;
    case 'boolean':
      return <YesNo field={field} bound={bound} error={error} disabled={disabled} />;
    case 'choice':
      if (isWordy(field)) return <OneOf field={field} bound={bound} error={error} disabled={disabled} />;
      return <Select {...look} {...input} size={size} placeholder="Choose…" options={field.options ?? []} />;
    case 'multichoice':
      return <Several field={field} bound={bound} error={error} disabled={disabled} />;
    case 'number':
    case 'money':
      return (
        <TextField
          {...look}
          {...input}
          size={size}
          inputMode="decimal"
          suffix={field.type === 'money' ? field.currency : undefined}
        />
      );
    default:
      return <TextField {...look} {...input} size={size} type={field.type === 'date' ? 'date' : 'text'} />;
  }
}

function ShownValue({ field, shown }: { field: FormField; shown: JsonObject }) {
  const value = valueAt(shown, field.key);
  const text =
    value === undefined || value === null
      ? '–'
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  return (
    <dl className="min-w-0">
      <dt className="text-xs font-medium text-muted">{field.label || field.key}</dt>
      <dd className="break-words">{text}</dd>
    </dl>
  );
}

type ChoiceProps = Pick<FieldControlProps, 'field' | 'bound' | 'error' | 'disabled'>;

function YesNo({ field, bound, error, disabled }: ChoiceProps) {
  return (
    <Field label={field.label || field.key} hideLabel error={error}>
      {({ id, ...control }) => (
        <Checkbox
          {...control}
          id={id}
          name={bound.name}
          label={field.label || field.key}
          hint={field.description}
          disabled={disabled}
          checked={bound.value === true}
          onChange={(event) => bound.onChange(event.target.checked)}
          onBlur={bound.onBlur}
        />
      )}
    </Field>
  );
}

function Several({ field, bound, error, disabled }: ChoiceProps) {
  const chosen = Array.isArray(bound.value) ? bound.value : [];
  return (
    <fieldset className="flex min-w-0 flex-col gap-0.5">
      <legend className="text-xs font-medium">{field.label || field.key}</legend>
      {(field.options ?? []).map((option) => (
        <Checkbox
          key={option.value}
          label={option.label}
          disabled={disabled}
          checked={chosen.includes(option.value)}
          onBlur={bound.onBlur}
          onChange={(event) =>
            bound.onChange(
              event.target.checked
                ? [...chosen, option.value]
                : chosen.filter((each) => each !== option.value),
            )
          }
        />
      ))}
      {error && (
        <p role="alert" className="text-xs font-medium">
          {error}
        </p>
      )}
    </fieldset>
  );
}

import type { InlineValue } from '@/engine/compile/document';
import { inlineList, textOf } from '@/lib/document';
import { fieldKey } from './schema';
import type { Form, FormField, FormFieldType } from './types';

const TYPES: Record<string, FormFieldType> = {
  string: 'text',
  long: 'number',
  boolean: 'boolean',
  date: 'date',
  enum: 'choice',
};

/** Maps `camunda:formData` to our form; fields of custom types are shown as notes. */
export function fromFormData(formData: InlineValue): Form {
  return { fields: inlineList(formData, 'fields').map(mapField) };
}

function mapField(field: InlineValue): FormField {
  const key = textOf(field, 'id') ?? '';
  const label = textOf(field, 'label') ?? key;
  const type = TYPES[textOf(field, 'type') ?? 'string'];
  if (!type || !fieldKey.safeParse(key).success)
    return { key: '', type: 'note', label: `“${label}” is a field this form can't show yet.` };
  const constraints = constraintsOf(field);
  const shown = constraints.has('readonly') ? 'readonly' : type;
  const options = inlineList(field, 'values').map((option) => {
    const value = textOf(option, 'id') ?? '';
    return { value, label: textOf(option, 'name') ?? value };
  });
  return {
    key,
    label,
    type: shown === 'choice' && options.length === 0 ? 'text' : shown,
    ...(constraints.has('required') ? { required: true } : {}),
    ...(shown === 'choice' && options.length > 0 ? { options } : {}),
    ...bound('min', constraints),
    ...bound('max', constraints),
    ...bound('minLength', constraints, 'minlength'),
    ...bound('maxLength', constraints, 'maxlength'),
  };
}

function constraintsOf(field: InlineValue): Map<string, string> {
  const validation = inlineList(field, 'validation')[0];
  return new Map(
    inlineList(validation, 'constraints').map((each) => [
      textOf(each, 'name') ?? '',
      textOf(each, 'config') ?? '',
    ]),
  );
}

function bound(
  name: 'min' | 'max' | 'minLength' | 'maxLength',
  constraints: Map<string, string>,
  written: string = name,
): Partial<FormField> {
  const text = constraints.get(written);
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? { [name]: value } : {};
}

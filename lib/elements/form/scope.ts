import type { FeelType, ScopeVariable } from '@/lib/feel/scope';
import type { Form, FormFieldType } from '@/lib/forms';

const TYPES: Partial<Record<FormFieldType, FeelType>> = {
  text: 'string',
  textarea: 'string',
  number: 'number',
  money: 'number',
  date: 'date',
  boolean: 'boolean',
  choice: 'string',
  multichoice: 'list',
};

/** The variables a form sets: its fields that can be filled in. */
export function formVariables(form: Form | null): ScopeVariable[] {
  return (form?.fields ?? []).flatMap((field) => {
    const type = TYPES[field.type];
    if (!type) return [];
    const [name = '', ...path] = field.key.split('.');
    return [nested(name, path, type)];
  });
}

function nested(name: string, path: readonly string[], type: FeelType): ScopeVariable {
  const [next, ...rest] = path;
  return next === undefined ? { name, type } : { name, type: 'context', entries: [nested(next, rest, type)] };
}

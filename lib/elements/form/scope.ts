import type { Form, FormFieldType } from '@/lib/forms';
import type { ScopeVariable, VariableType } from '../scope-types';

const TYPES: Partial<Record<FormFieldType, VariableType>> = {
  text: 'text',
  textarea: 'text',
  number: 'number',
  money: 'number',
  date: 'date',
  boolean: 'boolean',
  choice: 'text',
  multichoice: 'list',
};

/** The variables a form sets: its fields that can be filled in. */
export function formVariables(form: Form | null): ScopeVariable[] {
  return (form?.fields ?? []).flatMap((field) => {
    const type = TYPES[field.type];
    if (!type) return [];
    const [name = '', ...path] = field.key.split('.');
    const leaf = { type, ...(field.label ? { description: field.label } : {}) };
    return [nested(name, path, leaf)];
  });
}

function nested(name: string, path: readonly string[], leaf: Omit<ScopeVariable, 'name'>): ScopeVariable {
  const [next, ...rest] = path;
  return next === undefined
    ? { name, ...leaf }
    : { name, type: 'object', entries: [nested(next, rest, leaf)] };
}

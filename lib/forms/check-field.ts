import type { Json } from '@/engine/core/json';
import { matchesPattern } from './pattern';
import type { FormField, FormFieldType } from './types';

/** Longest text of a field without its own limit, in UTF-16 units. */
const MAX_TEXT = 100_000;

/** What is wrong with a field's value, as a sentence for whoever typed it; undefined when nothing is. */
export function checkField(field: FormField, value: Json | undefined): string | undefined {
  const name = `“${field.label || field.key}”`;
  const empty =
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return field.required ? `${name} is required.` : undefined;
  return CHECKS[field.type]?.(field, value, name);
}

type Check = (field: FormField, value: Json, name: string) => string | undefined;

const text: Check = (field, value, name) => {
  if (typeof value !== 'string') return `${name} must be a text.`;
  const longest = field.maxLength ?? MAX_TEXT;
  if (value.length > longest) return `${name} may have at most ${longest} characters.`;
  if (value.length < (field.minLength ?? 0)) return `${name} needs at least ${field.minLength} characters.`;
  if (field.pattern && !matchesPattern(field.pattern, value))
    return `${name} doesn't have the expected form.`;
  return undefined;
};

const number: Check = (field, value, name) => {
  if (typeof value !== 'number') return `${name} must be a number.`;
  if (field.min !== undefined && value < field.min) return `${name} must be at least ${field.min}.`;
  if (field.max !== undefined && value > field.max) return `${name} must be at most ${field.max}.`;
  return undefined;
};

const date: Check = (_field, value, name) =>
  typeof value === 'string' && isDate(value) ? undefined : `${name} must be a date such as 2026-11-20.`;

const boolean: Check = (field, value, name) => {
  if (typeof value !== 'boolean') return `${name} must be yes or no.`;
  return field.required && !value ? `${name} must be ticked.` : undefined;
};

const choice: Check = (field, value, name) =>
  field.options?.some((option) => option.value === value)
    ? undefined
    : `${name} must be one of the choices offered.`;

const multichoice: Check = (field, value, name) => {
  if (!Array.isArray(value)) return `${name} must be a list of choices.`;
  if (new Set(value).size !== value.length) return `${name} names a choice twice.`;
  return value.every((each) => field.options?.some((option) => option.value === each))
    ? undefined
    : `${name} may only hold the choices offered.`;
};

const CHECKS: Partial<Record<FormFieldType, Check>> = {
  text,
  textarea: text,
  number,
  money: number,
  date,
  boolean,
  choice,
  multichoice,
};

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

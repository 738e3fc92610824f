import type { Component } from './form-js';
import { isSafePattern } from './pattern';
import { fieldKey } from './schema';
import type { FormField } from './types';

/** One form-js component as our fields: usually one; none for what only gives the page its look. */
export function mapComponent(component: Component, prefix: string): FormField[] {
  const type = str(component.type) ?? '';
  if (DECORATION.has(type)) return [];
  if (type === 'text' || type === 'html')
    return note(plainText(str(component.text) ?? str(component.content)));
  const map = MAPPERS[type];
  const key = `${prefix}${str(component.key) ?? ''}`;
  if (!map)
    return note(
      `“${labelOf(component) || type}” is a field of type “${type}”, which can't be shown here yet.`,
    );
  if (!fieldKey.safeParse(key).success)
    return note(`“${labelOf(component) || type}” can't be filled in: “${key}” is not a variable name.`);
  const field = { ...base(component, key), ...map(component) };
  return [component.disabled === true || component.readonly === true ? readonly(field) : field];
}

const DECORATION = new Set(['button', 'spacer', 'separator', 'image']);

type Mapper = (component: Component) => Pick<FormField, 'type'> & Partial<FormField>;

const MAPPERS: Record<string, Mapper> = {
  textfield: (component) => ({ type: 'text', ...textLimits(component) }),
  textarea: (component) => ({ type: 'textarea', ...textLimits(component) }),
  number: (component) => ({ type: 'number', ...numberLimits(component) }),
  checkbox: () => ({ type: 'boolean' }),
  radio: (component) => choice(component, 'choice'),
  select: (component) => choice(component, 'choice'),
  checklist: (component) => choice(component, 'multichoice'),
  taglist: (component) => choice(component, 'multichoice'),
  datetime: (component) =>
    component.subtype === undefined || component.subtype === 'date'
      ? { type: 'date' }
      : {
          type: 'text',
          description: describe(component, 'As an ISO 8601 date and time, such as 2026-11-20T14:00.'),
        },
};

function base(component: Component, key: string): Omit<FormField, 'type'> {
  const validate = isRecord(component.validate) ? component.validate : {};
  const description = describe(component);
  return {
    key,
    label: labelOf(component) || key,
    ...(description ? { description } : {}),
    ...(validate.required === true ? { required: true } : {}),
    ...(component.defaultValue !== undefined && component.defaultValue !== ''
      ? { default: component.defaultValue }
      : {}),
  };
}

function choice(component: Component, type: 'choice' | 'multichoice'): ReturnType<Mapper> {
  const options = (Array.isArray(component.values) ? component.values : [])
    .filter(isRecord)
    .flatMap((option) => {
      const value = str(option.value);
      return value === undefined ? [] : [{ value, label: str(option.label) ?? value }];
    });
  if (options.length > 0) return { type, options };
  return {
    type: 'text',
    description: describe(component, 'The choices come from data this form does not read yet.'),
  };
}

function textLimits(component: Component): Partial<FormField> {
  const validate = isRecord(component.validate) ? component.validate : {};
  const pattern = str(validate.pattern);
  return {
    ...limit('minLength', validate.minLength),
    ...limit('maxLength', validate.maxLength),
    ...(pattern && isSafePattern(pattern) ? { pattern } : {}),
  };
}

function numberLimits(component: Component): Partial<FormField> {
  const validate = isRecord(component.validate) ? component.validate : {};
  return { ...limit('min', validate.min), ...limit('max', validate.max) };
}

function limit(name: 'min' | 'max' | 'minLength' | 'maxLength', value: unknown): Partial<FormField> {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? { [name]: number } : {};
}

function readonly({ key, label, description }: FormField): FormField {
  return { key, label, type: 'readonly', ...(description ? { description } : {}) };
}

const note = (label: string): FormField[] => (label ? [{ key: '', type: 'note', label }] : []);

const labelOf = (component: Component): string =>
  (str(component.label) ?? str(component.dateLabel) ?? str(component.dateTimeLabel) ?? '').trim();

const describe = (component: Component, more = ''): string =>
  [str(component.description), more].filter(Boolean).join(' ');

const plainText = (text: string | undefined): string =>
  (text ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/^#+\s*/gm, '')
    .replace(/[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function str(value: unknown): string | undefined {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

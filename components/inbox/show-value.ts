import { formatUtc } from '@/components/ui/format-time';
import type { Json } from '@/engine/core/json';
import type { FormField } from '@/lib/forms';
import { moneyText } from './words';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Longer values get the whole width. */
const LONG = 60;

/** A value as a person reads it; “–” for nothing. */
export function valueText(value: Json | undefined, field?: FormField): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number')
    return field?.currency ? moneyText({ value, currency: field.currency }) : numberText(value);
  if (Array.isArray(value)) return value.map((one) => valueText(one, field)).join(', ') || '–';
  if (typeof value === 'object') return JSON.stringify(value, null, 2);
  const option = field?.options?.find((one) => one.value === value);
  if (option) return option.label;
  return DATE.test(value) ? formatUtc(`${value}T00:00:00Z`, 'date') : value;
}

/** Whether a value needs the whole width: several lines, long text, structure. */
export const isLong = (text: string): boolean => text.length > LONG || text.includes('\n');

/** Years and short numbers stay as they are written. */
const numberText = (value: number): string =>
  Math.abs(value) < 10_000 ? String(value) : value.toLocaleString('en-GB');

import type { SharedField } from '@/lib/elements/many/fields';
import type { FieldShape } from '@/lib/elements/many/shape';

/** What a typed text changes; null when nothing: a mixed field that is left empty stays mixed. */
export function textToSet(field: SharedField, typed: string): { value: string } | null {
  if (field.mixed && typed.trim() === '') return null;
  return field.value === typed ? null : { value: typed };
}

/** What a typed number changes; null when nothing, or when the field can't be without a number. */
export function numberToSet(
  field: SharedField,
  shape: Extract<FieldShape, { as: 'number' }>,
  typed: number | undefined,
): { value: number | null | undefined } | null {
  if (typed === undefined && (field.mixed || !shape.mayBeEmpty)) return null;
  const value = typed === undefined ? shape.empty : shape.whole ? Math.round(typed) : typed;
  return !field.mixed && field.value === value ? null : { value };
}

/** Most values that are told, and most letters of one. */
const TOLD = 3;
const LETTERS = 24;

/** In what a mixed field differs, as far as it fits a line: “Now: 3, 5 and 2 more”. */
export function mixedHint(field: SharedField): string {
  const told = field.values.slice(0, TOLD).map(inShort);
  const more = field.values.length - told.length;
  return `Now: ${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function inShort(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value).trim().replace(/\s+/g, ' ');
  if (text === '') return 'empty';
  return text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text;
}

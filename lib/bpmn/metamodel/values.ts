import type { PropertyInfo } from './types';

const INTEGER = /^[+-]?\d{1,15}$/;
const REAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** An attribute's value in the type its descriptor gives; text that doesn't fit the type stays text. */
export function coerce(property: PropertyInfo | undefined, text: string): string | number | boolean {
  const value = text.trim();
  switch (property?.type) {
    case 'Boolean':
      if (value === 'true' || value === '1') return true;
      return value === 'false' || value === '0' ? false : text;
    case 'Integer':
      return INTEGER.test(value) ? Number(value) : text;
    case 'Real':
      return REAL.test(value) && Number.isFinite(Number(value)) ? Number(value) : text;
    default:
      return text;
  }
}

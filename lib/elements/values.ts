import type { Step } from '@/engine/core/behavior';
import type { Json } from '@/engine/core/json';
import type { Expression } from '@/engine/core/model';

/** A text that must not be empty; anything else is an incident that says what came instead. */
export function textOf(step: Step, expression: Expression, what: string): string {
  const value = step.evaluate(expression, what);
  if (typeof value === 'string' && value.trim() !== '') return value;
  return wrong(step, what, 'a text', value);
}

/** A text, or null when nothing is given; a number is written out. */
export function optionalText(step: Step, expression: Expression | undefined, what: string): string | null {
  if (expression === undefined) return null;
  const value = step.evaluate(expression, what);
  if (value === null || value === '') return null;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : wrong(step, what, 'a text', value);
}

/** A list of texts; one text is read as a list separated by commas (as Zeebe writes candidate groups). */
export function textList(step: Step, expression: Expression | undefined, what: string): string[] {
  if (expression === undefined) return [];
  const value = step.evaluate(expression, what);
  const items = typeof value === 'string' ? value.split(',') : value === null ? [] : value;
  if (!Array.isArray(items)) return wrong(step, what, 'a list of texts', value);
  return items
    .map((item) => (typeof item === 'string' ? item.trim() : wrong(step, what, 'a list of texts', value)))
    .filter((item) => item !== '');
}

/** What a value looks like inside a text: JSON for objects and lists, nothing for null. */
export function written(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function wrong(step: Step, what: string, wanted: string, value: Json): never {
  const shown = JSON.stringify(value).slice(0, 80);
  return step.raiseIncident(
    'evaluation',
    `${what} of “${step.node.name || step.node.id}” must be ${wanted}, but is ${shown}.`,
  );
}

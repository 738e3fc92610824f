import { mapComponent } from './form-js-component';
import { MAX_FIELDS } from './schema';
import type { Form, FormField } from './types';

/** A form-js component as files hold it: anything may be missing or of another type. */
export type Component = Record<string, unknown>;

/**
 * Maps form-js JSON (schema versions 1 to 19) to our form. Groups become sections; what we have no field for
 * becomes a note that says so, so nothing disappears silently. Returns null when the text isn't form-js JSON.
 */
export function fromFormJs(source: string): Form | null {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    return null;
  }
  if (!isComponent(json) || !Array.isArray(json.components)) return null;
  const fields = flatten(json.components, '', 0);
  if (fields.length <= MAX_FIELDS) return { fields };
  const dropped = fields.length - MAX_FIELDS + 1;
  return {
    fields: [
      ...fields.slice(0, MAX_FIELDS - 1),
      { key: '', type: 'note', label: `This form has ${dropped} more fields than can be shown.` },
    ],
  };
}

function flatten(components: readonly unknown[], prefix: string, depth: number): FormField[] {
  return components.filter(isComponent).flatMap((component) => {
    const path =
      typeof component.path === 'string' && component.path !== '' ? `${prefix}${component.path}.` : prefix;
    if (component.type !== 'group' || !Array.isArray(component.components))
      return mapComponent(component, prefix);
    const label = typeof component.label === 'string' ? component.label : '';
    const section: FormField[] = label ? [{ key: '', type: 'section', label }] : [];
    return depth > 20 ? section : [...section, ...flatten(component.components, path, depth + 1)];
  });
}

const isComponent = (value: unknown): value is Component =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

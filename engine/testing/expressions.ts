import type { Json } from '../core/json';
import type { Expression } from '../core/model';

/** A constant. */
export const fixed = (value: Json): Expression => ({ mode: 'static', source: JSON.stringify(value), value });

/** The value of one variable, or of a member of it by dotted path. */
export const variable = (path: string): Expression => ({
  mode: 'bounded',
  source: path,
  evaluate({ variables }) {
    let at: Json | undefined = variables;
    for (const part of path.split('.')) {
      if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, part))
        return { ok: true, value: null, missing: [path] };
      at = at[part];
    }
    return { ok: true, value: at ?? null, missing: [] };
  },
});

/** True when a variable equals a value; null, as FEEL has it, when the variable does not exist. */
export const equals = (path: string, value: Json): Expression => ({
  mode: 'bounded',
  source: `${path} = ${JSON.stringify(value)}`,
  evaluate(context) {
    const read = variable(path);
    const result = read.mode === 'bounded' ? read.evaluate(context) : null;
    if (!result?.ok || result.missing.length > 0) return { ok: true, value: null, missing: [path] };
    return { ok: true, value: JSON.stringify(result.value) === JSON.stringify(value), missing: [] };
  },
});

/** Any function of the variables, for tests. Must be pure. */
export const computed = (source: string, of: (variables: Record<string, Json>) => Json): Expression => ({
  mode: 'bounded',
  source,
  evaluate: ({ variables }) => ({ ok: true, value: of(variables), missing: [] }),
});

/** Answered from outside. */
export const outside = (source: string): Expression => ({ mode: 'unbounded', source });

import { evaluate } from './evaluate';
import type { Json, JsonObject } from './json';
import type { Mapping } from './model';
import type { Run } from './run';
import type { Phase } from './state';

/**
 * The variables that a list of mappings makes. In order: a later mapping sees what an earlier one made. `existing`
 * is what a dotted target is merged into.
 */
export function evaluateMappings(
  run: Run,
  key: number,
  phase: Phase,
  mappings: readonly Mapping[],
  existing: JsonObject,
): JsonObject {
  let made: JsonObject = {};
  for (const mapping of mappings) {
    const value = evaluate(run, mapping.value, { key, phase, what: `“${mapping.target}”`, locals: made });
    const [root = '', ...path] = mapping.target.split('.');
    const base = Object.hasOwn(made, root)
      ? made[root]
      : Object.hasOwn(existing, root)
        ? existing[root]
        : null;
    made = { ...made, [root]: place(base ?? null, path, value) };
  }
  return made;
}

function place(base: Json, path: readonly string[], value: Json): Json {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  const object = typeof base === 'object' && base !== null && !Array.isArray(base) ? base : {};
  const inner = Object.hasOwn(object, head) ? (object[head] ?? null) : null;
  return { ...object, [head]: place(inner, rest, value) };
}

import type { Json, JsonObject } from '@/engine/core/json';

/** The value under a dotted path; undefined when any part is missing. */
export function read(values: JsonObject, path: string): Json | undefined {
  let at: Json | undefined = values;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, part))
      return undefined;
    at = at[part];
  }
  return at;
}

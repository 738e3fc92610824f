import type { Json, JsonObject } from '@/engine/core/json';
import { read } from '@/lib/forms/read';
import type { ShownContent } from './types';

/** One thing that reads differently now. */
export interface Difference {
  path: string;
  /** As the screen calls it. */
  label: string;
  before: Json;
  after: Json;
}

type Labelled = Map<string, { label: string; value: Json }>;

function flat(shown: ShownContent): Labelled {
  const entries: Labelled = new Map();
  for (const { key, label, type } of shown.form.fields) {
    if (type === 'section' || type === 'note') continue;
    entries.set(`values.${key}`, { label: label || key, value: read(shown.values, key) ?? null });
  }
  entries.set('sentence', { label: 'What you decide', value: shown.sentence });
  entries.set('form', { label: 'The form', value: shown.form as unknown as Json });
  entries.set('evidence', { label: 'What AI says', value: shown.evidence as unknown as Json });
  entries.set('outcomes', { label: 'The possible answers', value: shown.outcomes as unknown as Json });
  return entries;
}

/** Where two contents differ, for the person whose screen is out of date. */
export function differences(before: ShownContent, after: ShownContent): Difference[] {
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    const [first, second] = [was?.value ?? null, is?.value ?? null];
    return same(first, second)
      ? []
      : [{ path, label: (is ?? was)?.label ?? path, before: first, after: second }];
  });
}

/** Equal as JSON, whatever the order of members. */
export function same(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as JsonObject, b as JsonObject];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key] ?? null, right[key] ?? null))
  );
}

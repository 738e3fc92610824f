import type { Json, JsonObject } from '@/engine/core';

export type ChangeMark = 'added' | 'changed' | 'removed';

/** How variables differ from what they were, by name; the same ones are absent. */
export function variableChanges(before: JsonObject, after: JsonObject): Record<string, ChangeMark> {
  const marks: Record<string, ChangeMark> = {};
  for (const name of Object.keys(after)) {
    if (!Object.hasOwn(before, name)) marks[name] = 'added';
    else if (!sameJson(before[name], after[name])) marks[name] = 'changed';
  }
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) marks[name] = 'removed';
  return marks;
}

/** Whether two JSON values say the same; the order of an object's members says nothing. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as JsonObject, b as JsonObject];
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && sameJson(left[name], right[name]))
  );
}

export type VariablesInput = { ok: true; changed: JsonObject } | { ok: false; message: string };

/** Reads edited variables; `changed` holds only what differs from before, as that is all that is sent. */
export function readVariables(text: string, before: JsonObject): VariablesInput {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return { ok: false, message: `This is not valid JSON: ${(error as Error).message}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, message: 'Variables are a JSON object: names in quotes, each with a value.' };
  const marks = variableChanges(before, value);
  const removed = Object.keys(marks).filter((name) => marks[name] === 'removed');
  if (removed.length > 0)
    return {
      ok: false,
      message: `Variables can’t be removed. Set ${removed.join(', ')} to null instead.`,
    };
  const changed: JsonObject = {};
  for (const name of Object.keys(marks)) changed[name] = value[name] ?? null;
  return { ok: true, changed };
}

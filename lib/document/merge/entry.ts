import { canonical } from '../hash';
import type { DocElement, InlineValue, Json } from '../types';
import { DERIVED, type MergeConflict } from './types';

type Report = (conflict: MergeConflict) => void;

/** Whether two values are the same content; entries that weren't touched are the same object. */
export const same = (a: unknown, b: unknown): boolean =>
  a === b || canonical(a ?? null) === canonical(b ?? null);

/** Whether a side changed an entry itself: not what it contains, nor lists that follow from others. */
export function isChanged(before: DocElement, after: DocElement): boolean {
  return before !== after && !same(essence(before), essence(after));
}

function essence({ children: _children, refs, ...rest }: DocElement): unknown {
  return {
    ...rest,
    refs: Object.fromEntries(Object.entries(refs).filter(([property]) => !DERIVED.has(property))),
  };
}

/** An entry that both sides have, property by property; what both changed differently is mine and is reported. */
export function mergeEntry(
  base: DocElement | undefined,
  mine: DocElement,
  theirs: DocElement,
  report: Report,
): DocElement {
  if (mine === theirs || base === theirs) return mine;
  if (base === mine) return theirs;
  const pick = <T>(property: string, get: (from: DocElement) => T): T => {
    const [b, m, t] = [base && get(base), get(mine), get(theirs)];
    if (same(m, t) || same(b, t)) return m;
    if (base && same(b, m)) return t;
    report(conflictOf(mine.id, property, [b, m, t]));
    return m;
  };
  const record = <T>(property: string, get: (from: DocElement) => Record<string, T>): Record<string, T> => {
    const names = new Set([mine, theirs].flatMap((side) => Object.keys(get(side))));
    const merged: Record<string, T> = {};
    for (const name of names) {
      const own = (from: DocElement | undefined) => from && get(from)[name];
      const value =
        joined([own(base), own(mine), own(theirs)], name) ??
        pick(`${property}.${name}`, (from) => get(from)[name]);
      if (value !== undefined) merged[name] = value as T;
    }
    return merged;
  };
  const place = pick('parent', ({ parent, containment }) => ({ parent, containment }));
  const implicitId = pick('implicitId', (from) => from.implicitId);
  const qnames = pick('qnames', (from) => from.qnames);
  return {
    id: mine.id,
    type: pick('type', ({ type }) => type),
    ...place,
    attrs: record('attrs', ({ attrs }) => attrs),
    refs: record('refs', ({ refs }) => refs),
    children: mine.children,
    values: record('values', ({ values }) => values),
    ...(implicitId && { implicitId }),
    ...(qnames && { qnames }),
  };
}

/** Values that can be joined although both sides changed them: lists of references, extensions of different kinds. */
function joined([base, mine, theirs]: [unknown, unknown, unknown], name: string): unknown {
  if (same(mine, theirs) || same(base, mine) || same(base, theirs)) return undefined;
  if (isIds(mine) || isIds(theirs) || DERIVED.has(name)) {
    if (![base, mine, theirs].every((list) => list === undefined || isIds(list))) return undefined;
    const [b, m, t] = [base, mine, theirs].map((list) => (list ?? []) as string[]) as [
      string[],
      string[],
      string[],
    ];
    const kept = m.filter((id) => t.includes(id) || !b.includes(id));
    const list = [...kept, ...t.filter((id) => !b.includes(id) && !m.includes(id))];
    return list.length > 0 ? list : undefined;
  }
  return name === 'extensionElements' ? joinedExtensions(base, mine, theirs) : undefined;
}

const isIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Extension elements by their type, when both sides changed different types; undefined when that isn't so. */
function joinedExtensions(base: unknown, mine: unknown, theirs: unknown): InlineValue | undefined {
  const [b, m, t] = [base, mine, theirs].map(byType);
  if (!b || !m || !t) return undefined;
  const values: InlineValue[] = [];
  for (const type of new Set([...m.keys(), ...t.keys()])) {
    const [old, own, other] = [b.get(type), m.get(type), t.get(type)];
    const value = same(old, own) ? other : own;
    if (!same(old, own) && !same(old, other) && !same(own, other)) return undefined;
    if (value) values.push(value);
  }
  return { ...(mine as InlineValue), values };
}

function byType(holder: unknown): Map<string, InlineValue> | undefined {
  if (holder === undefined) return new Map();
  const list = (holder as InlineValue).values;
  if (!Array.isArray(list)) return undefined;
  const map = new Map<string, InlineValue>();
  for (const item of list) {
    const { $type } = (item ?? {}) as InlineValue;
    if (typeof $type !== 'string' || map.has($type)) return undefined;
    map.set($type, item as InlineValue);
  }
  return map;
}

/** A conflict whose values are mine and theirs. */
export function conflictOf(
  elementId: string,
  property: string,
  [base, mine, theirs]: [unknown, unknown, unknown],
  taken: 'mine' | 'theirs' = 'mine',
): MergeConflict {
  return {
    elementId,
    property,
    ...(base !== undefined && { base: base as Json }),
    ...(mine !== undefined && { mine: mine as Json }),
    ...(theirs !== undefined && { theirs: theirs as Json }),
    taken,
  };
}

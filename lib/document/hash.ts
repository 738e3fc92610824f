import type { DocElement, ProcessDocument } from './types';

/**
 * A 64-bit fingerprint of a document as 16 hex digits: equal content gives the same hash whatever the order
 * of keys. For tests and "did anything change"; not cryptographic (the ledger uses SHA-256). Entries never change,
 * so each is read once: hashing a document again after an edit costs what the edit changed.
 */
export function hash(document: ProcessDocument): string {
  const { elements, ...rest } = document;
  let [a, b] = fingerprint(canonical(rest));
  // Addition doesn't mind the order; the key is part of what is added.
  for (const id in elements) {
    const [x, y] = entryFingerprint(id, elements[id] as DocElement);
    a = (a + x) | 0;
    b = (b + y) | 0;
  }
  return hex(mix(a)) + hex(mix(b ^ a));
}

const known = new WeakMap<DocElement, [key: string, a: number, b: number]>();

function entryFingerprint(key: string, element: DocElement): [number, number] {
  const before = known.get(element);
  if (before?.[0] === key) return [before[1], before[2]];
  const [a, b] = fingerprint(`${JSON.stringify(key)}:${canonical(element)}`);
  known.set(element, [key, a, b]);
  return [a, b];
}

/** JSON with sorted keys and without undefined members. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

/** Two independent FNV-1a lanes of 32 bits with a final avalanche each. */
function fingerprint(text: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + i), 0x85ebca6b);
    b ^= b >>> 13;
  }
  return [mix(a), mix(b ^ a)];
}

function mix(lane: number): number {
  let value = lane ^ (lane >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');

import type { Bounds, DocElement, ElementId } from '@/lib/document';

/** MIME type of copied elements; browsers want the prefix `web ` for types of applications. */
export const CLIP_TYPE = 'web application/x-proc+json';

/** Elements on their way: whole entries with their drawing, and the definitions they refer to. */
export interface Clip {
  clip: 1;
  /** The copied elements themselves, without what they contain. */
  roots: ElementId[];
  entries: DocElement[];
  /** Messages, errors, signals and so on that the entries refer to. */
  shared: DocElement[];
  bounds: Bounds;
}

/** A clip as text for the clipboard. */
export const clipToText = (clip: Clip): string => JSON.stringify(clip);

/** Most entries a clip may bring, so that a text from elsewhere can't stop the browser. */
const MOST = 20_000;

/** The clip in a text; null when the text is something else, or a clip that isn't whole. */
export function clipFromText(text: string): Clip | null {
  try {
    const value: unknown = JSON.parse(text);
    return isClip(value) ? value : null;
  } catch {
    return null;
  }
}

function isClip(value: unknown): value is Clip {
  if (!isRecord(value) || value.clip !== 1) return false;
  const { roots, entries, shared, bounds } = value;
  if (!isList(entries, isEntry) || !isList(shared, isEntry) || !isList(roots, isText)) return false;
  if (entries.length + shared.length > MOST || !isBounds(bounds)) return false;
  const ids = new Set(entries.map((entry) => entry.id));
  const all = ids.size === entries.length && roots.every((id) => ids.has(id));
  return all && new Set(roots).size === roots.length && isTree(entries, new Set(roots), ids);
}

/** Every entry comes after what contains it, and only roots and drawings come from outside. */
function isTree(
  entries: readonly DocElement[],
  roots: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): boolean {
  const seen = new Set<string>();
  return entries.every(({ id, parent, type, refs }) => {
    seen.add(id);
    if (type.startsWith('bpmndi:') && !(type === 'bpmndi:BPMNLabel' || ids.has(String(refs.bpmnElement))))
      return type === 'bpmndi:BPMNDiagram';
    return roots.has(id) || seen.has(parent ?? '') || type.startsWith('bpmndi:');
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isScalar = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value));
const isList = <T>(value: unknown, is: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.every(is);
const isEach = (value: unknown, is: (member: unknown) => boolean): boolean =>
  isRecord(value) && Object.values(value).every(is);

function isEntry(value: unknown): value is DocElement {
  if (!isRecord(value)) return false;
  const { id, type, parent, containment, attrs, refs, children, values } = value;
  const named =
    isText(id) && isText(type) && /^[\w.-]+:[\w.-]+$/.test(type) && typeof containment === 'string';
  const placed = parent === null || isText(parent);
  const ids = (list: unknown) => isText(list) || isList(list, isText);
  const inline = (item: unknown) => isRecord(item) && isText(item.$type);
  return (
    named &&
    placed &&
    isEach(attrs, isScalar) &&
    isEach(refs, ids) &&
    isEach(children, (list) => isList(list, isText)) &&
    isEach(values, (item) => inline(item) || (Array.isArray(item) && item.every(inline)))
  );
}

const isBounds = (value: unknown): value is Bounds =>
  isRecord(value) && [value.x, value.y, value.width, value.height].every(Number.isFinite);

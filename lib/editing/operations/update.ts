import { type ElementId, get, type ProcessDocument } from '@/lib/document';
import type { DocumentPatch } from '@/lib/elements/patch';
import { Edit } from '../edit';
import { label } from '../rules';
import { type EditResult, refuse } from '../types';

/** Carries out a change of the inspector as one step. */
export function updateElement(document: ProcessDocument, id: ElementId, patch: DocumentPatch): EditResult {
  if (!get(document, id)) return refuse('This element is no longer there');
  const empty = !patch.update && !patch.create?.length && !patch.remove?.length;
  const edit = new Edit(document);
  if (!empty) patchIn(edit, patch);
  return { document: edit.document, select: [id], announce: `Changed ${label(document, id)}` };
}

/**
 * Carries out a change of several elements as one step. Elements that are no longer there are passed over; when
 * nothing changes at all the document stays the very same, so that no step is recorded.
 * @param patchOf what changes of one element, given the document with the changes of those before it
 * @param what the thing that changes, for the announcement: “retries”
 */
export function updateElements(
  document: ProcessDocument,
  ids: readonly ElementId[],
  patchOf: (document: ProcessDocument, id: ElementId) => DocumentPatch,
  what: string,
): EditResult {
  const there = ids.filter((id) => get(document, id));
  if (there.length === 0) return refuse('These elements are no longer there');
  const edit = new Edit(document);
  for (const id of there) patchIn(edit, patchOf(edit.document, id));
  const of = there.length === 1 ? label(document, there[0] as ElementId) : `${there.length} elements`;
  return { document: edit.document, select: there, announce: `Changed ${what} of ${of}` };
}

/** The same as `applyPatch` of the element registry, in a document under change. */
function patchIn(edit: Edit, { update = {}, create = [], remove = [] }: DocumentPatch): void {
  for (const [id, { attrs = {}, refs = {}, values = {} }] of Object.entries(update)) {
    edit.must(id);
    for (const [name, value] of Object.entries(attrs)) edit.attr(id, name, value ?? undefined);
    for (const [name, value] of Object.entries(refs)) edit.ref(id, name, value ?? undefined);
    for (const [name, value] of Object.entries(values)) edit.value(id, name, value ?? undefined);
  }
  for (const entry of create) edit.add(entry);
  edit.remove(remove);
}

/** XML's NCName in the letters that ids are written in. */
const NC_NAME = /^[A-Za-z_][\w.-]*$/;

/** Gives an element another id; every reference to it follows. */
export function renameId(document: ProcessDocument, id: ElementId, to: string): EditResult {
  const element = get(document, id);
  if (!element) return refuse('This element is no longer there');
  if (id === to) return { document, select: [id], announce: 'Nothing changed' };
  if (!NC_NAME.test(to))
    return refuse('An id begins with a letter and has letters, digits, “_”, “-” and “.” only');
  if (get(document, to)) return refuse(`The id “${to}” is taken`);
  const edit = new Edit(document);
  const entries = Object.values(document.elements).map((entry) => renamed(entry, id, to));
  const elements = Object.fromEntries(entries.map((entry) => [entry.id, entry]));
  const root = document.root === id ? to : document.root;
  return { document: { ...edit.document, root, elements }, select: [to], announce: `Renamed to ${to}` };
}

type Entry = ProcessDocument['elements'][string];

function renamed(entry: Entry, from: ElementId, to: ElementId): Entry {
  const swap = (id: ElementId) => (id === from ? to : id);
  const mentions =
    entry.id === from ||
    entry.parent === from ||
    Object.values(entry.children).some((list) => list.includes(from)) ||
    Object.values(entry.refs).some(
      (value) => value === from || (Array.isArray(value) && value.includes(from)),
    );
  const values = swapMentions(entry.values, from, to);
  if (!mentions && values === entry.values) return entry;
  const { implicitId: _written, ...rest } = entry;
  return {
    ...(entry.id === from ? rest : entry),
    id: swap(entry.id),
    parent: entry.parent === null ? null : swap(entry.parent),
    children: mapValues(entry.children, (list) => list.map(swap)),
    refs: mapValues(entry.refs, (value) => (Array.isArray(value) ? value.map(swap) : swap(value))),
    values,
  };
}

const mapValues = <T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** Attributes of our extensions that name elements by id, alone or in a list separated by spaces. */
const ID_ATTRIBUTES: ReadonlySet<string> = new Set(['aiSource', 'notDoneBy']);

/** The same values with an id replaced where an extension mentions it; the same object when it doesn't. */
export function swapMentions<T>(value: T, from: ElementId, to: ElementId, key = ''): T {
  if (typeof value === 'string') {
    if (!ID_ATTRIBUTES.has(key) || !value.split(' ').includes(from)) return value;
    return value
      .split(' ')
      .map((id) => (id === from ? to : id))
      .join(' ') as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map((item) => swapMentions(item, from, to, key));
    return list.every((item, i) => item === value[i]) ? value : (list as T);
  }
  const entries = Object.entries(value).map(
    ([name, member]) => [name, swapMentions(member, from, to, name)] as const,
  );
  return entries.every(([name, member]) => member === (value as Record<string, unknown>)[name])
    ? value
    : (Object.fromEntries(entries) as T);
}

import type { DocElement, ElementId, InlineValue, ProcessDocument } from '@/engine/compile/document';

type Scalar = string | number | boolean;

/** Changes to one entry by property; null removes. */
export interface EntryPatch {
  attrs?: Record<string, Scalar | null>;
  refs?: Record<string, ElementId | ElementId[] | null>;
  values?: Record<string, InlineValue | InlineValue[] | null>;
}

/** What editing a typed view means for the document. Applied by one editing operation, so it is one undo step. */
export interface DocumentPatch {
  update?: Record<ElementId, EntryPatch>;
  /** Entries to add at the end of their parent's `containment` list. */
  create?: DocElement[];
  remove?: ElementId[];
}

/** The document with a patch applied; entries it doesn't touch keep their identity. */
export function applyPatch(document: ProcessDocument, patch: DocumentPatch): ProcessDocument {
  const elements = { ...document.elements };
  for (const [id, change] of Object.entries(patch.update ?? {})) {
    const entry = elements[id];
    if (!entry) throw new Error(`No element "${id}" in the document`);
    elements[id] = {
      ...entry,
      attrs: merge(entry.attrs, change.attrs),
      refs: merge(entry.refs, change.refs),
      values: merge(entry.values, change.values),
    };
  }
  for (const entry of patch.create ?? []) {
    elements[entry.id] = entry;
    relink(elements, entry, (ids) => [...ids, entry.id]);
  }
  for (const id of patch.remove ?? []) {
    const entry = elements[id];
    if (entry) relink(elements, entry, (ids) => ids.filter((other) => other !== id));
    delete elements[id];
  }
  return { ...document, elements };
}

/** Puts `b` after `a`: entries changed by both keep the properties of `b`. */
export function joinPatches(a: DocumentPatch, b: DocumentPatch): DocumentPatch {
  const update: Record<ElementId, EntryPatch> = { ...a.update };
  for (const [id, change] of Object.entries(b.update ?? {})) {
    const before = update[id];
    update[id] = {
      attrs: { ...before?.attrs, ...change.attrs },
      refs: { ...before?.refs, ...change.refs },
      values: { ...before?.values, ...change.values },
    };
  }
  return {
    update,
    create: [...(a.create ?? []), ...(b.create ?? [])],
    remove: [...(a.remove ?? []), ...(b.remove ?? [])],
  };
}

function merge<T>(
  before: Record<string, T>,
  change: Record<string, T | null> | undefined,
): Record<string, T> {
  if (!change) return before;
  const after: Record<string, T> = { ...before };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete after[key];
    else after[key] = value;
  }
  return after;
}

function relink(
  elements: Record<ElementId, DocElement>,
  entry: DocElement,
  change: (ids: ElementId[]) => ElementId[],
): void {
  const parent = entry.parent === null ? undefined : elements[entry.parent];
  if (!parent) return;
  const ids = change(parent.children[entry.containment] ?? []);
  const { [entry.containment]: _, ...others } = parent.children;
  elements[parent.id] = {
    ...parent,
    children: ids.length > 0 ? { ...others, [entry.containment]: ids } : others,
  };
}

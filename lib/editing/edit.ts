import {
  type DocElement,
  type ElementId,
  get,
  type InlineValue,
  mustGet,
  type ProcessDocument,
  refList,
} from '@/lib/document';
import { copyForChange, type DocumentIndexes } from '@/lib/document/indexes';

type Scalar = string | number | boolean;

/**
 * A document under change: copies the entry table once and only the entries that change, so that the result shares
 * everything else with the document it came from. Made for one operation and then dropped. `document` shows every
 * change at once; entries and lists taken from it earlier stay as they were.
 */
export class Edit {
  private current: ProcessDocument;
  private indexes: DocumentIndexes | undefined;

  /** @param base the document before any change; nothing this edit does alters it. */
  constructor(readonly base: ProcessDocument) {
    this.current = base;
  }

  /** The document as it is now; the base itself while nothing has changed. */
  get document(): ProcessDocument {
    return this.current;
  }

  get(id: ElementId | null | undefined): DocElement | undefined {
    return get(this.current, id);
  }

  must(id: ElementId): DocElement {
    return mustGet(this.current, id);
  }

  /** Adds an entry and links it into its parent, at `index` or at the end. */
  add(element: DocElement, index?: number): DocElement {
    this.write(element.id, element, () => this.link(element, index));
    return element;
  }

  /** Replaces members of an entry. */
  patch(id: ElementId, parts: Partial<DocElement>): void {
    this.write(id, { ...this.must(id), ...parts });
  }

  /** Sets an attribute; `undefined` removes it. */
  attr(id: ElementId, name: string, value: Scalar | undefined): void {
    const element = this.must(id);
    if (element.attrs[name] !== value) this.patch(id, { attrs: put(element.attrs, name, value) });
  }

  /** Sets a reference; `undefined` or an empty list removes it. */
  ref(id: ElementId, name: string, value: ElementId | ElementId[] | undefined): void {
    const element = this.must(id);
    const next = Array.isArray(value) && value.length === 0 ? undefined : value;
    if (element.refs[name] === next) return;
    this.patch(id, { refs: put(element.refs, name, next) });
  }

  /** Sets an inline value; `undefined` removes it. */
  value(id: ElementId, name: string, value: InlineValue | InlineValue[] | undefined): void {
    const element = this.must(id);
    if (element.values[name] !== value) this.patch(id, { values: put(element.values, name, value) });
  }

  /** Adds a target to a reference that holds many. */
  addRef(id: ElementId, name: string, target: ElementId): void {
    const list = refList(this.must(id), name);
    if (!list.includes(target)) this.ref(id, name, [...list, target]);
  }

  /** Takes a target out of a reference, whether it holds one or many. */
  dropRef(id: ElementId, name: string, target: ElementId): void {
    const element = this.get(id);
    const list = refList(element, name);
    if (!element || !list.includes(target)) return;
    this.ref(
      id,
      name,
      list.filter((item) => item !== target),
    );
  }

  /** Moves an entry with everything in it under another parent, to the end or before the sibling of that index. */
  reparent(id: ElementId, parent: ElementId, containment: string, index?: number): void {
    const element = this.must(id);
    if (element.parent === parent && element.containment === containment && index === undefined) return;
    this.copyOnce();
    // What is inside changes its place in the order of the document too.
    const inner = subtree(this.current, id);
    for (const one of inner) this.indexes?.note(this.get(one), undefined);
    this.unlink(element);
    const moved = { ...element, parent, containment };
    this.current.elements[id] = moved;
    this.link(moved, index);
    for (const one of inner) this.indexes?.note(undefined, this.get(one));
  }

  /** Removes entries with everything they contain. References to them are the caller's business. */
  remove(ids: Iterable<ElementId>): void {
    const gone = new Set<ElementId>();
    const tops: DocElement[] = [];
    for (const id of ids) {
      const element = this.get(id);
      if (!element || gone.has(id)) continue;
      tops.push(element);
      for (const inner of subtree(this.current, id)) gone.add(inner);
    }
    for (const id of gone) this.write(id, undefined);
    const places = new Map(tops.map((top) => [`${top.parent}\n${top.containment}`, top]));
    for (const one of places.values()) this.unlink(one, gone);
  }

  /** @param between runs when the entry is in the table and before the indexes learn of it. */
  private write(id: ElementId, next: DocElement | undefined, between?: () => void): void {
    this.copyOnce();
    const before = this.get(id);
    if (next) this.current.elements[id] = next;
    else delete this.current.elements[id];
    between?.();
    this.indexes?.note(before, next);
  }

  private copyOnce(): void {
    if (this.indexes) return;
    const copy = copyForChange(this.base);
    this.current = copy.document;
    this.indexes = copy.indexes;
  }

  private link(element: DocElement, index?: number): void {
    if (element.parent === null) return;
    const parent = this.must(element.parent);
    const list = [...(parent.children[element.containment] ?? [])];
    list.splice(index ?? list.length, 0, element.id);
    this.patch(parent.id, { children: { ...parent.children, [element.containment]: list } });
  }

  private unlink(element: DocElement, gone: ReadonlySet<ElementId> = new Set([element.id])): void {
    const parent = this.get(element.parent);
    if (!parent) return;
    const list = (parent.children[element.containment] ?? []).filter((id) => !gone.has(id));
    const children = put(parent.children, element.containment, list.length > 0 ? list : undefined);
    this.patch(parent.id, { children });
  }
}

/** The ids of an entry and of everything it contains, the entry first. */
export function subtree(document: ProcessDocument, id: ElementId): ElementId[] {
  const found: ElementId[] = [];
  const pending = [id];
  while (pending.length > 0) {
    const element = get(document, pending.pop());
    if (!element) continue;
    found.push(element.id);
    for (const list of Object.values(element.children)) pending.push(...list);
  }
  return found;
}

function put<T>(record: Record<string, T>, key: string, value: T | undefined): Record<string, T> {
  if (value !== undefined) return { ...record, [key]: value };
  const { [key]: _gone, ...rest } = record;
  return rest;
}

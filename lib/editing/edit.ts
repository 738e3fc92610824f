import {
  type DocElement,
  type ElementId,
  get,
  type InlineValue,
  mustGet,
  type ProcessDocument,
  refList,
} from '@/lib/document';

type Scalar = string | number | boolean;

/**
 * A document under change: copies the element table once and only the entries that change, so that the result
 * shares everything else with the document it came from. Made for one operation and then dropped.
 */
export class Edit {
  private current: ProcessDocument;
  private shared = true;

  /** @param base the document before any change; its indexes stay valid while this edit goes on. */
  constructor(readonly base: ProcessDocument) {
    this.current = base;
  }

  /** The document as it is now; later changes of this edit don't alter it. */
  get document(): ProcessDocument {
    this.shared = true;
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
    this.table()[element.id] = element;
    this.link(element, index);
    return element;
  }

  /** Replaces members of an entry. */
  patch(id: ElementId, parts: Partial<DocElement>): void {
    this.table()[id] = { ...this.must(id), ...parts };
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
    this.patch(id, { values: put(this.must(id).values, name, value) });
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

  /** Moves an entry with everything in it under another parent. */
  reparent(id: ElementId, parent: ElementId, containment: string): void {
    const element = this.must(id);
    if (element.parent === parent && element.containment === containment) return;
    this.unlink(element);
    this.patch(id, { parent, containment });
    this.link(this.must(id));
  }

  /** Removes entries with everything they contain. References to them are the caller's business. */
  remove(ids: Iterable<ElementId>): void {
    for (const id of ids) {
      const element = this.get(id);
      if (!element) continue;
      this.unlink(element);
      for (const inner of subtree(this.current, id)) delete this.table()[inner];
    }
  }

  private table(): Record<ElementId, DocElement> {
    if (this.shared) {
      this.current = { ...this.current, elements: { ...this.current.elements } };
      this.shared = false;
    }
    return this.current.elements;
  }

  private link(element: DocElement, index?: number): void {
    if (element.parent === null) return;
    const parent = this.must(element.parent);
    const list = [...(parent.children[element.containment] ?? [])];
    list.splice(index ?? list.length, 0, element.id);
    this.patch(parent.id, { children: { ...parent.children, [element.containment]: list } });
  }

  private unlink(element: DocElement): void {
    const parent = this.get(element.parent);
    if (!parent) return;
    const list = (parent.children[element.containment] ?? []).filter((id) => id !== element.id);
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

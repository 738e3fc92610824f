import { comesBefore, walk } from './order';
import type { DocElement, ElementId, ProcessDocument } from './types';

type Lists = Map<string, readonly ElementId[]>;
const NONE: readonly ElementId[] = [];

/** So many changed lists make it cheaper to fold them in than to carry them along. */
const FOLD = 2_000;
/** So many steps back it is known what each of them changed. */
const STEPS = 4;
/** A step that changed more than this is not worth remembering: comparing all entries costs no more. */
const MUCH = 400;

/** What became of a document: who it was, and what changed next; null when that was much. */
interface Step {
  from: symbol;
  touched: Set<ElementId> | null;
}

/** So many added or removed entries make it cheaper to count a type's entries again when they are asked for. */
const RECOUNT = 24;

/**
 * What every selector needs and no element says by itself: who refers to an entry, and the entries of a type.
 * Read once from a document that arrives; a document made by an edit takes them over with what the edit changed, so
 * that no operation reads the whole document again. Lists are in document order and never change in place.
 */
export class DocumentIndexes {
  private readonly stale = new Set<string>();
  private changes = 0;
  /** Names this state. Not the document itself: what is kept of steps must not keep old documents. */
  private readonly self = Symbol('document');

  private constructor(
    private readonly document: ProcessDocument,
    private readonly base: Lists,
    private readonly changed: Lists,
    private readonly types: Lists,
    /** The ids of all entries; copying a large table by them is several times faster than by spreading it. */
    private ids: readonly ElementId[] | undefined,
    /** Entries that came after `ids` was made: joined when somebody asks, not one by one. */
    private added: readonly ElementId[] = [],
    /** The last steps that led here, the newest last. */
    private readonly steps: readonly Step[] = [],
  ) {}

  static read(document: ProcessDocument): DocumentIndexes {
    const referrers = new Map<string, ElementId[]>();
    const types = new Map<string, ElementId[]>();
    for (const element of walk(document)) {
      put(types, element.type, element.id);
      for (const target of targetsOf(element)) put(referrers, target, element.id);
    }
    return new DocumentIndexes(document, referrers, new Map(), types, undefined);
  }

  /** Entries that hold a reference to an id, whatever the property; each once. */
  referrers(id: ElementId): readonly ElementId[] {
    return this.changed.get(id) ?? this.base.get(id) ?? NONE;
  }

  /** Entries of one metamodel type. */
  ofType(type: string): readonly ElementId[] {
    if (this.stale.has(type)) this.recount();
    return this.types.get(type) ?? NONE;
  }

  keys(): readonly ElementId[] {
    this.ids ??= Object.keys(this.document.elements);
    if (this.added.length > 0) this.ids = [...this.ids, ...this.added];
    this.added = [];
    return this.ids;
  }

  /** The indexes of a document that begins as this one and is about to change. */
  derive(document: ProcessDocument): DocumentIndexes {
    const fold = this.changed.size > FOLD;
    const base = fold ? new Map([...this.base, ...this.changed]) : this.base;
    const changed: Lists = fold ? new Map() : new Map(this.changed);
    const steps = [...this.steps.slice(1 - STEPS), { from: this.self, touched: new Set<ElementId>() }];
    const next = new DocumentIndexes(
      document,
      base,
      changed,
      new Map(this.types),
      this.ids,
      this.added,
      steps,
    );
    for (const type of this.stale) next.stale.add(type);
    return next;
  }

  /**
   * The entries in which two documents can differ, when one was made from the other or both from a third a few steps
   * ago; undefined when nothing is known of it. Some of them may be the same or be gone.
   */
  differing(other: DocumentIndexes): ReadonlySet<ElementId> | undefined {
    const here = [...this.steps.map(({ from }) => from), this.self];
    const there = [...other.steps.map(({ from }) => from), other.self];
    const common = here.findLast((each) => there.includes(each));
    if (!common) return undefined;
    const since = [...this.steps.slice(here.indexOf(common)), ...other.steps.slice(there.indexOf(common))];
    if (since.some(({ touched }) => touched === null)) return undefined;
    return new Set(since.flatMap(({ touched }) => [...(touched ?? [])]));
  }

  private touch(id: ElementId): void {
    const step = this.steps.at(-1);
    if (!step?.touched) return;
    step.touched.add(id);
    if (step.touched.size > MUCH) step.touched = null;
  }

  /** Takes note that an entry was added, changed, moved to another parent (same before and after) or removed. */
  note(before: DocElement | undefined, after: DocElement | undefined): void {
    if (after && !before && this.ids) this.added = [...this.added, after.id];
    if (before && !after) [this.ids, this.added] = [undefined, []];
    const [old, now] = [before ? targetsOf(before) : NONE, after ? targetsOf(after) : NONE];
    const moved = before !== undefined && before.parent !== after?.parent;
    const id = (after ?? before)?.id ?? '';
    this.touch(id);
    for (const target of old) if (moved || !now.includes(target)) this.unlist(this.changed, target, id);
    for (const target of now) if (moved || !old.includes(target)) this.list(this.changed, target, id);
    if (before && (moved || before.type !== after?.type)) this.retype(before.type, id, false);
    if (after && (moved || before?.type !== after.type)) this.retype(after.type, id, true);
  }

  private retype(type: string, id: ElementId, here: boolean): void {
    this.changes += 1;
    if (this.changes > RECOUNT) this.stale.add(type);
    if (this.stale.has(type)) return;
    if (here) this.list(this.types, type, id);
    else this.unlist(this.types, type, id);
  }

  private list(lists: Lists, key: string, id: ElementId): void {
    const found = lists === this.types ? this.ofType(key) : this.referrers(key);
    if (found.includes(id)) return;
    let [low, high] = [0, found.length];
    const last = found.at(-1);
    // What is new nearly always comes last.
    if (last !== undefined && comesBefore(this.document, last, id)) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comesBefore(this.document, found[middle] as ElementId, id)) low = middle + 1;
      else high = middle;
    }
    lists.set(key, [...found.slice(0, low), id, ...found.slice(low)]);
  }

  private unlist(lists: Lists, key: string, id: ElementId): void {
    const found = lists === this.types ? this.ofType(key) : this.referrers(key);
    lists.set(
      key,
      found.filter((other) => other !== id),
    );
  }

  private recount(): void {
    const found = new Map<string, ElementId[]>([...this.stale].map((type) => [type, []]));
    for (const element of walk(this.document)) found.get(element.type)?.push(element.id);
    for (const [type, ids] of found) this.types.set(type, ids);
    this.stale.clear();
  }
}

const cache = new WeakMap<ProcessDocument, DocumentIndexes>();

/** The document's indexes, built on first use and kept as long as that document object lives. */
export function indexesOf(document: ProcessDocument): DocumentIndexes {
  const known = cache.get(document);
  if (known) return known;
  const built = DocumentIndexes.read(document);
  cache.set(document, built);
  return built;
}

/**
 * For the one class that changes documents: a copy of the entry table whose indexes follow the changes it is told of
 * (`note`). Until it is handed out nobody else has it.
 */
export function copyForChange(document: ProcessDocument): {
  document: ProcessDocument;
  indexes: DocumentIndexes;
} {
  const before = indexesOf(document);
  const elements: Record<ElementId, DocElement> = {};
  for (const id of before.keys()) elements[id] = document.elements[id] as DocElement;
  const copy = { ...document, elements };
  const indexes = before.derive(copy);
  cache.set(copy, indexes);
  return { document: copy, indexes };
}

/** The targets of an entry's references, each once. */
function targetsOf({ refs }: DocElement): readonly ElementId[] {
  const found: ElementId[] = [];
  for (const property in refs) {
    const value = refs[property];
    if (typeof value === 'string') found.push(value);
    else if (value) found.push(...value);
  }
  return found.length > 1 ? [...new Set(found)] : found;
}

function put(map: Map<string, ElementId[]>, key: string, id: ElementId): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}

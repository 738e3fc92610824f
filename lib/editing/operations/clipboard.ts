import {
  attachedTo,
  boundsOf,
  type DocElement,
  diBounds,
  diWaypoints,
  type ElementId,
  edgeOf,
  get,
  newId,
  type Point,
  type ProcessDocument,
  refList,
  resolve,
  shapeOf,
} from '@/lib/document';
import { growContainers } from '../contain';
import { boundsValue, endsOf, waypointValues } from '../di';
import { Edit, subtree } from '../edit';
import { type Bounds, centre, snap, union } from '../geometry';
import { assignLanes } from '../lanes';
import { connectionsOf, containerAt, containmentOf } from '../place';
import { canContain } from '../rules';
import { isNode, traitsOfSeed } from '../traits';
import { type EditResult, isRefused, refuse } from '../types';
import { withDependents } from './move';
import { swapMentions } from './update';

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

/** Copies elements with what they contain, their boundary events and the lines between them; null when nothing can be copied. */
export function copy(document: ProcessDocument, ids: readonly ElementId[]): Clip | null {
  const chosen = ids.filter((id) => copyable(get(document, id)));
  // A boundary event is nothing without its step: alone it isn't copied.
  const hosts = withDependents(document, chosen);
  const roots = chosen.filter((id) => {
    const host = attachedTo(document, id);
    return !host || hosts.has(host.id);
  });
  const nodes = withDependents(document, roots);
  const inside = new Set([...roots, ...nodes].flatMap((id) => subtree(document, id)));
  const lines = connectionsOf(document, nodes).filter((line) => {
    const { source, target } = endsOf(document, line.id);
    return source && target && inside.has(source) && inside.has(target);
  });
  for (const line of lines) for (const id of subtree(document, line.id)) inside.add(id);
  for (const id of [...inside]) for (const behind of dataBehind(document, id)) inside.add(behind);
  const drawn = [...inside]
    .flatMap((id) => [shapeOf(document, id), edgeOf(document, id)])
    .filter((di) => di !== undefined);
  const bounds = union(roots.flatMap((id) => boundsOf(document, id) ?? []));
  if (!bounds) return null;
  const entries = outermostFirst(document, inside);
  const labels = drawn.flatMap((di) => subtree(document, di.id)).flatMap((id) => get(document, id) ?? []);
  const top = [...nodes, ...lines.map((line) => line.id)].filter(
    (id) => !inside.has(get(document, id)?.parent ?? ''),
  );
  const behind = entries.filter((e) => e.type === 'bpmn:DataObject').map((e) => e.id);
  return {
    clip: 1,
    roots: [...new Set([...top, ...behind])],
    entries: [...entries, ...labels],
    shared: sharedBy(document, entries),
    bounds,
  };
}

/** Entries in an order in which each can be added to its parent. */
function outermostFirst(document: ProcessDocument, ids: ReadonlySet<ElementId>): DocElement[] {
  const depth = (element: DocElement): number => {
    const parent = get(document, element.parent);
    return parent ? depth(parent) + 1 : 0;
  };
  const entries = [...ids].flatMap((id) => get(document, id) ?? []);
  return entries
    .map((entry) => ({ entry, at: depth(entry) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

const copyable = (element: DocElement | undefined): boolean =>
  isNode(element) && element.type !== 'bpmn:Participant' && element.type !== 'bpmn:Lane';

const dataBehind = (document: ProcessDocument, id: ElementId): ElementId[] =>
  get(document, id)?.type === 'bpmn:DataObjectReference'
    ? [...refList(get(document, id), 'dataObjectRef')]
    : [];

/** Root elements (messages, errors, …) that entries refer to. */
function sharedBy(document: ProcessDocument, entries: readonly DocElement[]): DocElement[] {
  const found = new Set<ElementId>();
  for (const entry of entries)
    for (const property of Object.keys(entry.refs)) {
      const target = resolve(document, entry, property);
      if (target?.parent === document.root && target.containment === 'rootElements') found.add(target.id);
    }
  return [...found]
    .flatMap((id) => subtree(document, id))
    .flatMap((id) => get(document, id) ?? [])
    .filter((entry) => entry.type !== 'bpmn:Process');
}

/** A clip as text for the clipboard. */
export const clipToText = (clip: Clip): string => JSON.stringify(clip);

/** The clip in a text; null when the text is something else. */
export function clipFromText(text: string): Clip | null {
  try {
    const value: unknown = JSON.parse(text);
    const known = typeof value === 'object' && value !== null && 'clip' in value && value.clip === 1;
    return known && Array.isArray((value as Clip).entries) && Array.isArray((value as Clip).roots)
      ? (value as Clip)
      : null;
  } catch {
    return null;
  }
}

/**
 * Puts a clip on a plane with new ids; references inside it follow, definitions it shares are reused when the
 * document has them. Without a place it stands where it was copied from.
 */
export function paste(document: ProcessDocument, clip: Clip, plane: ElementId, at?: Point): EditResult {
  const sheet = get(document, plane);
  if (!sheet) return refuse('There is no drawing to paste into');
  const from = centre(clip.bounds);
  const delta = at ? { x: snap(at.x - from.x), y: snap(at.y - from.y) } : { x: 0, y: 0 };
  const container = containerAt(document, sheet, { x: from.x + delta.x, y: from.y + delta.y });
  if (!container) return refuse('There is no drawing to paste into');
  for (const root of clip.entries.filter((entry) => clip.roots.includes(entry.id) && isNode(entry))) {
    const rule = canContain(document, traitsOfSeed({ type: root.type, attrs: root.attrs }), container);
    if (isRefused(rule)) return rule;
  }
  const edit = new Edit(document);
  const ids = addShared(edit, clip, freshIds(document, clip));
  for (const entry of clip.entries) pasteEntry(edit, entry, { clip, ids, container, plane, delta });
  const roots = clip.roots.flatMap((id) => ids.get(id) ?? []).filter((id) => isNode(edit.get(id)));
  assignLanes(edit, ids.values());
  growContainers(edit, roots);
  return {
    document: edit.document,
    select: roots,
    announce: roots.length === 1 ? 'Pasted element' : `Pasted ${roots.length} elements`,
  };
}

function freshIds(document: ProcessDocument, clip: Clip): Map<ElementId, ElementId> {
  const taken = new Set(Object.keys(document.elements));
  const ids = new Map<ElementId, ElementId>();
  for (const entry of clip.entries) {
    const id = newId(entry.id.replace(/_[a-z0-9]{7}(?=$|_)/, '').replace(/_(di|label)$/, '') || 'Id', taken);
    taken.add(id);
    ids.set(entry.id, id);
  }
  return ids;
}

/** Definitions the document already has under that id and type are shared, others come along. */
function addShared(edit: Edit, clip: Clip, ids: Map<ElementId, ElementId>): Map<ElementId, ElementId> {
  for (const entry of clip.shared) {
    if (edit.get(entry.id)) continue;
    const inner = clip.shared.some((other) => other.id === entry.parent);
    edit.add({ ...entry, children: {}, parent: inner ? entry.parent : edit.base.root });
  }
  return ids;
}

interface PasteInto {
  clip: Clip;
  ids: ReadonlyMap<ElementId, ElementId>;
  container: ElementId;
  plane: ElementId;
  delta: Point;
}

function pasteEntry(edit: Edit, entry: DocElement, into: PasteInto): void {
  const { clip, ids, container, plane, delta } = into;
  const drawn = entry.type.startsWith('bpmndi:');
  const root = clip.roots.includes(entry.id);
  const parent = root ? container : (ids.get(entry.parent ?? '') ?? (drawn ? plane : container));
  const containment = root ? containmentOf(entry.type) : entry.containment;
  let values = drawn ? movedValues(entry, delta) : entry.values;
  for (const [old, fresh] of ids) values = drawn ? values : swapMentions(values, old, fresh);
  const { qnames: _old, ...rest } = entry;
  edit.add({
    ...rest,
    id: ids.get(entry.id) ?? entry.id,
    parent,
    containment,
    children: {},
    refs: mapRefs(edit, entry, ids),
    values,
  });
}

/** References inside the clip follow their new ids; those to definitions stay; all others are dropped. */
function mapRefs(edit: Edit, entry: DocElement, ids: ReadonlyMap<ElementId, ElementId>): DocElement['refs'] {
  const refs: DocElement['refs'] = {};
  for (const [property, value] of Object.entries(entry.refs)) {
    const list = (Array.isArray(value) ? value : [value]).flatMap((id) => {
      const fresh = ids.get(id);
      if (fresh) return [fresh];
      return edit.get(id)?.containment === 'rootElements' ? [id] : [];
    });
    if (list.length > 0) refs[property] = Array.isArray(value) ? list : (list[0] as ElementId);
  }
  return refs;
}

function movedValues(di: DocElement, delta: Point): DocElement['values'] {
  const values = { ...di.values };
  const bounds = diBounds(di);
  if (bounds) values.bounds = boundsValue({ ...bounds, x: bounds.x + delta.x, y: bounds.y + delta.y });
  const line = diWaypoints(di);
  if (line.length > 0)
    values.waypoint = waypointValues(line.map((p) => ({ x: p.x + delta.x, y: p.y + delta.y })));
  return values;
}

/** Copies and pastes beside the original in one step. */
export function duplicate(document: ProcessDocument, ids: readonly ElementId[]): EditResult {
  const clip = copy(document, ids);
  const plane = shapeOf(document, ids[0] ?? '')?.parent;
  if (!clip || !plane) return refuse('Select a step, event or gateway to duplicate it');
  const c = centre(clip.bounds);
  const result = paste(document, clip, plane, { x: c.x + 20, y: c.y + clip.bounds.height + 30 });
  return isRefused(result)
    ? result
    : { ...result, announce: result.announce.replace('Pasted', 'Duplicated') };
}

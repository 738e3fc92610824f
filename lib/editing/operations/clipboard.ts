import {
  type DocElement,
  diBounds,
  diWaypoints,
  type ElementId,
  get,
  type InlineValue,
  newId,
  type Point,
  type ProcessDocument,
  ref,
  shapeOf,
} from '@/lib/document';
import { growContainers } from '../contain';
import { boundsValue, waypointValues } from '../di';
import { Edit } from '../edit';
import { centre, isPlace, snap } from '../geometry';
import { assignLanes } from '../lanes';
import { containerAt, containmentOf, linkEnds } from '../place';
import { canContain } from '../rules';
import { isNode, type Traits } from '../traits';
import { type EditResult, isRefused, NO_PLACE, type Refusal, refuse } from '../types';
import type { Clip } from './clip';
import { copy } from './copy';
import { swapMentions } from './update';

/**
 * Puts a clip on a plane with new ids; references inside it follow, definitions it shares are reused when the
 * document has them. Without a place it stands where it was copied from.
 */
export function paste(document: ProcessDocument, clip: Clip, plane: ElementId, at?: Point): EditResult {
  if (!isPlace(...(at ? [at] : []))) return refuse(NO_PLACE);
  const sheet = get(document, plane);
  if (sheet?.type !== 'bpmndi:BPMNPlane') return refuse('There is no drawing to paste into');
  const from = centre(clip.bounds);
  const delta = at ? { x: snap(at.x - from.x), y: snap(at.y - from.y) } : { x: 0, y: 0 };
  const container = containerAt(document, sheet, { x: from.x + delta.x, y: from.y + delta.y });
  if (!container) return refuse('There is no drawing to paste into');
  const refusal = refusalOf(document, clip, sheet, container);
  if (refusal) return refusal;
  const edit = new Edit(document);
  const ids = freshIds(document, clip);
  putClip(edit, clip, { ids, container, collaboration: ref(sheet, 'bpmnElement') ?? '', plane, delta });
  const roots = clip.roots.flatMap((id) => ids.get(id) ?? []).filter((id) => isNode(edit.get(id)));
  assignLanes(edit, ids.values());
  growContainers(edit, roots);
  return {
    document: edit.document,
    select: roots,
    announce: roots.length === 1 ? 'Pasted element' : `Pasted ${roots.length} elements`,
  };
}

function refusalOf(
  document: ProcessDocument,
  clip: Clip,
  sheet: DocElement,
  container: ElementId,
): Refusal | undefined {
  const shown = get(document, ref(sheet, 'bpmnElement'));
  const ids = new Set(clip.roots);
  for (const root of clip.entries) {
    if (!ids.has(root.id) || !isNode(root)) continue;
    if (root.type === 'bpmn:Lane') return refuse('A lane is pasted with its pool only');
    if (root.type === 'bpmn:Participant') {
      if (shown?.type === 'bpmn:Collaboration') continue;
      return refuse('Pools stand beside others: put a pool around this process first');
    }
    const rule = canContain(document, traitsIn(clip, root), container);
    if (isRefused(rule)) return rule;
  }
  return undefined;
}

function traitsIn(clip: Clip, root: DocElement): Traits {
  const definitions = new Set(root.children.eventDefinitions ?? []);
  return {
    type: root.type,
    triggers: clip.entries.filter(({ id }) => definitions.has(id)).map(({ type }) => type),
    triggeredByEvent: root.attrs.triggeredByEvent === true,
    forCompensation: root.attrs.isForCompensation === true,
  };
}

function freshIds(document: ProcessDocument, clip: Clip): Map<ElementId, ElementId> {
  const taken = new Set(Object.keys(document.elements));
  const ids = new Map<ElementId, ElementId>();
  for (const entry of clip.entries) {
    const stem = entry.id.replace(/_[a-z0-9]{7}(?=$|_)/, '').replace(/(_di|_label|~label\.\d+)$/, '');
    const id = newId(/^[A-Za-z_][\w.-]*$/.test(stem) ? stem : 'Id', taken);
    taken.add(id);
    ids.set(entry.id, id);
  }
  return ids;
}

export interface PutInto {
  ids: ReadonlyMap<ElementId, ElementId>;
  /** What holds the steps of the clip. */
  container: ElementId;
  /** What holds its pools and messages. */
  collaboration: ElementId;
  plane: ElementId;
  delta: Point;
}

/** Adds the entries of a clip to a document under change; the rules have been asked. */
export function putClip(edit: Edit, clip: Clip, into: PutInto): void {
  addShared(edit, clip);
  const roots = new Set(clip.roots);
  const mentioned = clip.entries.some((entry) => MENTIONS.test(JSON.stringify(entry.values)));
  const moved = new Set<ElementId>();
  for (const entry of clip.entries) putEntry(edit, entry, { ...into, roots, moved, mentioned });
  // Files of others may leave out the lists of flows at their ends.
  for (const { id, type } of clip.entries)
    if (type === 'bpmn:SequenceFlow') linkEnds(edit, into.ids.get(id) ?? id);
}

/** Values that name elements by id: those of our extensions. */
const MENTIONS = /"(aiSource|notDoneBy)"/;

/** Definitions the document already has under that id and type are shared, others come along. */
function addShared(edit: Edit, clip: Clip): void {
  const added = new Set<ElementId>();
  const own = new Set(clip.shared.map(({ id }) => id));
  for (const entry of clip.shared) {
    const inner = own.has(entry.parent ?? '');
    if (edit.get(entry.id) || (inner && !added.has(entry.parent ?? ''))) continue;
    added.add(entry.id);
    const { qnames: _old, ...rest } = entry;
    edit.add(
      inner
        ? { ...rest, children: {} }
        : { ...rest, children: {}, parent: edit.document.root, containment: 'rootElements' },
    );
  }
}

interface Putting extends PutInto {
  roots: ReadonlySet<ElementId>;
  /** Shapes and edges that lie on the plane itself, and so move to the new place. */
  moved: Set<ElementId>;
  mentioned: boolean;
}

function putEntry(edit: Edit, entry: DocElement, into: Putting): void {
  const { ids, roots, plane, delta, moved } = into;
  const drawn = entry.type.startsWith('bpmndi:');
  const [parent, containment] =
    roots.has(entry.id) && !drawn ? homeOf(edit, entry, into) : [undefined, entry.containment];
  const known = ids.get(entry.parent ?? '');
  if (drawn && (!known || moved.has(entry.parent ?? '')) && entry.type !== 'bpmndi:BPMNDiagram')
    moved.add(entry.id);
  let values = moved.has(entry.id) ? movedValues(entry, delta) : withoutIds(entry.values);
  if (into.mentioned && !drawn) for (const [old, fresh] of ids) values = swapMentions(values, old, fresh);
  const { qnames: _old, ...rest } = entry;
  const outside = entry.type === 'bpmndi:BPMNDiagram' ? edit.document.root : drawn ? plane : into.container;
  edit.add({
    ...rest,
    id: ids.get(entry.id) ?? entry.id,
    parent: parent ?? known ?? outside,
    containment,
    children: {},
    refs: mapRefs(edit, entry, ids),
    values,
  });
}

/** Expressions and the like may have ids of their own, which can't be there twice; nothing refers to them. */
function withoutIds(values: DocElement['values']): DocElement['values'] {
  const bare = (value: InlineValue): InlineValue => {
    if (value.id === undefined || !value.$type.startsWith('bpmn:')) return value;
    const { id: _old, ...rest } = value;
    return rest as InlineValue;
  };
  const all = Object.entries(values).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(bare) : bare(value),
  ]);
  return Object.fromEntries(all);
}

function homeOf(edit: Edit, entry: DocElement, { container, collaboration }: Putting): [ElementId, string] {
  if (entry.type === 'bpmn:Process') return [edit.document.root, 'rootElements'];
  if (entry.type === 'bpmn:Participant' || entry.type === 'bpmn:MessageFlow')
    return [collaboration, containmentOf(entry.type)];
  return [container, containmentOf(entry.type)];
}

/** References inside the clip follow their new ids; those to definitions stay; all others are dropped. */
function mapRefs(edit: Edit, entry: DocElement, ids: ReadonlyMap<ElementId, ElementId>): DocElement['refs'] {
  const refs: DocElement['refs'] = {};
  for (const [property, value] of Object.entries(entry.refs)) {
    const list = (Array.isArray(value) ? value : [value]).flatMap((id) => {
      const fresh = ids.get(id);
      if (fresh) return [fresh];
      return isDefinition(edit, id) ? [id] : [];
    });
    if (list.length > 0) refs[property] = Array.isArray(value) ? list : (list[0] as ElementId);
  }
  return refs;
}

/** Whether an id names something of the whole file, such as a message or a category value. */
function isDefinition(edit: Edit, id: ElementId): boolean {
  let at = edit.get(id);
  while (at && at.containment !== 'rootElements') at = edit.get(at.parent);
  return at !== undefined && at.type !== 'bpmn:Process' && at.type !== 'bpmn:Collaboration';
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
  const plane = shapeOf(document, clip?.roots.find((id) => shapeOf(document, id)) ?? '')?.parent;
  if (!clip || !plane) return refuse('Select a step, event or gateway to duplicate it');
  const c = centre(clip.bounds);
  const result = paste(document, clip, plane, { x: c.x + 20, y: c.y + clip.bounds.height + 30 });
  return isRefused(result)
    ? result
    : { ...result, announce: result.announce.replace('Pasted', 'Duplicated') };
}

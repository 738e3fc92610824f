import {
  type ElementId,
  get,
  newElement,
  newId,
  type Point,
  type ProcessDocument,
  resolve,
} from '@/lib/document';
import type { Seed } from '@/lib/elements/define';
import { eventSeed } from '@/lib/elements/event/seeds';
import { growContainers } from '../contain';
import { addShape } from '../di';
import { Edit } from '../edit';
import { around, type Bounds, snap } from '../geometry';
import type { Placeable } from '../kinds';
import { assignLanes } from '../lanes';
import { containerAt, containmentOf, plant } from '../place';
import { canContain } from '../rules';
import { isSubProcess, traitsOfSeed } from '../traits';
import { type EditResult, isRefused, type Refusal } from '../types';
import { addPool } from './add-pool';

/** Where a new element goes: a plane and the point its centre lies on, in diagram pixels. */
export interface Spot {
  plane: ElementId;
  at: Point;
}

/** Places a new element on its own; what is under the point contains it. */
export function addNode(document: ProcessDocument, kind: Placeable, spot: Spot): EditResult {
  const edit = new Edit(document);
  if (!Number.isFinite(spot.at.x) || !Number.isFinite(spot.at.y))
    return { refused: 'A place is two numbers' };
  const id = kind.seed.type === 'bpmn:Participant' ? addPool(edit, kind, spot) : addTo(edit, kind, spot);
  if (typeof id !== 'string') return id;
  return { document: edit.document, select: [id], announce: `Added ${kind.label.toLowerCase()}` };
}

const PLANE = 'bpmndi:BPMNPlane';

/** Writes a new element and its shape; answers its id, or why it can't stand there. */
export function addTo(edit: Edit, kind: Placeable, { plane, at }: Spot): ElementId | Refusal {
  const sheet = edit.get(plane);
  const container = sheet?.type === PLANE ? containerAt(edit.document, sheet, at) : undefined;
  if (!sheet || !container) return { refused: 'There is no drawing to place this on' };
  if (kind.seed.type === 'bpmn:BoundaryEvent') return { refused: 'Drop this on the border of a step' };
  const rule = canContain(edit.document, traitsOfSeed(kind.seed), container);
  if (isRefused(rule)) return rule;
  const id = plant(edit, kind.seed, container, containmentOf(kind.seed.type));
  addDataBehind(edit, id, container);
  drawNode(edit, kind, plane, id, onGrid(around(at, kind.size)));
  assignLanes(edit, [id]);
  growContainers(edit, [id]);
  return id;
}

/** The bounds with their centre on the grid, so that elements of all sizes line up. */
export function onGrid(b: Bounds): Bounds {
  return {
    ...b,
    x: snap(b.x + b.width / 2) - b.width / 2,
    y: snap(b.y + b.height / 2) - b.height / 2,
  };
}

/** Draws a new node; an open sub-process begins with a start event inside. */
export function drawNode(edit: Edit, kind: Placeable, plane: ElementId, id: ElementId, bounds: Bounds): void {
  const open = isSubProcess(kind.seed.type) && kind.size.width > 100;
  addShape(edit, plane, id, bounds, isSubProcess(kind.seed.type) ? { isExpanded: open } : {});
  if (!open || kind.seed.type === 'bpmn:AdHocSubProcess') return;
  const start = plant(edit, startOf(kind), id, 'flowElements');
  addShape(edit, plane, start, {
    x: bounds.x + 40,
    y: bounds.y + bounds.height / 2 - 18,
    width: 36,
    height: 36,
  });
}

/** What begins a new sub-process; an event sub-process waits for a message until told otherwise. */
const startOf = ({ seed }: Placeable): Seed =>
  seed.attrs?.triggeredByEvent === true
    ? eventSeed('bpmn:StartEvent', ['message'])
    : { type: 'bpmn:StartEvent' };

/** A data object reference refers to a data object, which has no place on the drawing. */
function addDataBehind(edit: Edit, id: ElementId, container: ElementId): void {
  const element = edit.must(id);
  if (element.type !== 'bpmn:DataObjectReference' || resolve(edit.document, element, 'dataObjectRef')) return;
  const behind = newId('DataObject', edit.document);
  const home = get(edit.document, container)?.type === 'bpmn:Collaboration' ? element.parent : container;
  edit.add(newElement('bpmn:DataObject', behind, home, 'flowElements'));
  edit.ref(id, 'dataObjectRef', behind);
}

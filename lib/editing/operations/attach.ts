import {
  boundsOf,
  type DocElement,
  type ElementId,
  get,
  incoming,
  mustGet,
  type Point,
  type ProcessDocument,
  shapeOf,
} from '@/lib/document';
import { onBorder } from '../contain';
import { addShape, setBounds } from '../di';
import { Edit } from '../edit';
import { followEdges } from '../follow';
import { around, isPlace } from '../geometry';
import type { Placeable } from '../kinds';
import { assignLanes } from '../lanes';
import { plant } from '../place';
import { canAttach, label } from '../rules';
import { traitsOf, traitsOfSeed } from '../traits';
import { type EditResult, isRefused, NO_PLACE, refuse } from '../types';
import { cutCrossing } from './crossing';
import { removeAll } from './remove';

/** Puts an event on the border of a step: it becomes a boundary event and loses the flows that led to it. */
export function attachBoundary(
  document: ProcessDocument,
  event: ElementId,
  host: ElementId,
  at: Point,
): EditResult {
  if (!isPlace(at)) return refuse(NO_PLACE);
  const traits = traitsOf(document, event);
  const target = boundsOf(document, host);
  const bounds = boundsOf(document, event);
  if (!traits || !target || !bounds) return refuse('This element is not drawn');
  if (shapeOf(document, event)?.parent !== shapeOf(document, host)?.parent)
    return refuse('This step is drawn in another diagram');
  const rule = canAttach(document, traits, host);
  if (isRefused(rule)) return rule;
  const edit = new Edit(document);
  removeAll(
    edit,
    incoming(document, event).map((flow) => flow.id),
  );
  edit.patch(event, { type: 'bpmn:BoundaryEvent' });
  edit.ref(event, 'attachedToRef', host);
  const parent = mustGet(document, host).parent;
  if (parent) edit.reparent(event, parent, 'flowElements');
  setBounds(edit, event, onBorder(target, around(at, bounds)));
  followEdges(edit, new Set([event]));
  cutCrossing(edit, [event]);
  assignLanes(edit, [event]);
  return { document: edit.document, select: [event], announce: `Attached to ${label(document, host)}` };
}

/** Places a new event on the border of a step. */
export function addBoundary(
  document: ProcessDocument,
  kind: Placeable,
  host: ElementId,
  at: Point,
): EditResult {
  if (!isPlace(at)) return refuse(NO_PLACE);
  const target = boundsOf(document, host);
  const plane = shapeOf(document, host)?.parent;
  const parent = get(document, host)?.parent;
  if (!target || !plane || !parent) return refuse('This step is not drawn');
  const rule = canAttach(document, traitsOfSeed(kind.seed), host);
  if (isRefused(rule)) return rule;
  const edit = new Edit(document);
  const id = plant(edit, { ...kind.seed, type: 'bpmn:BoundaryEvent' }, parent, 'flowElements');
  edit.ref(id, 'attachedToRef', host);
  addShape(edit, plane, id, onBorder(target, around(at, kind.size)));
  assignLanes(edit, [id]);
  return { document: edit.document, select: [id], announce: `Attached to ${label(document, host)}` };
}

/** Takes a boundary event off its step: it becomes an intermediate event where it is dropped. */
export function detach(document: ProcessDocument, event: ElementId, at: Point): EditResult {
  if (!isPlace(at)) return refuse(NO_PLACE);
  const element = get(document, event);
  const bounds = boundsOf(document, event);
  const type = element && looseType(document, element);
  if (!type || !bounds) return refuse('This event exists on the border of a step only');
  const edit = new Edit(document);
  edit.patch(event, { type });
  edit.ref(event, 'attachedToRef', undefined);
  edit.attr(event, 'cancelActivity', undefined);
  setBounds(edit, event, around(at, bounds));
  followEdges(edit, new Set([event]));
  assignLanes(edit, [event]);
  return { document: edit.document, select: [event], announce: 'Detached the event from its step' };
}

/** The intermediate event a boundary event can become; none for errors and the like. */
function looseType(document: ProcessDocument, event: DocElement): string | undefined {
  const triggers = traitsOf(document, event.id)?.triggers ?? [];
  if (event.type !== 'bpmn:BoundaryEvent') return undefined;
  if (triggers.length === 0) return 'bpmn:IntermediateThrowEvent';
  const waits = /^bpmn:(Message|Timer|Signal|Conditional)EventDefinition$/;
  return triggers.every((trigger) => waits.test(trigger)) ? 'bpmn:IntermediateCatchEvent' : undefined;
}

import {
  boundaryEvents,
  boundsOf,
  type ElementId,
  type Point,
  type ProcessDocument,
  shapeOf,
} from '@/lib/document';
import type { Placeable } from '../kinds';
import { type Allowed, canAppend, canAttach, label } from '../rules';
import { isActivity, isData, isEvent, traitsOf, traitsOfSeed } from '../traits';
import { type EditResult, isRefused, type Refusal, refuse } from '../types';
import { addNode } from './add-node';
import { append, freePlace } from './append';
import { addBoundary } from './attach';
import { connect } from './connect';

/** Whether a kind can be added to an element in the way that fits the kind, or why not. */
export function canAppendAny(
  document: ProcessDocument,
  source: ElementId,
  kind: Placeable,
): Allowed | Refusal {
  const from = traitsOf(document, source);
  const next = traitsOfSeed(kind.seed);
  if (!from) return refuse('This element is no longer there');
  if (next.type === 'bpmn:BoundaryEvent') return canAttach(document, next, source);
  if (!isData(next.type)) return canAppend(from, next);
  return isActivity(from.type) || isEvent(from.type)
    ? { allowed: true }
    : refuse('Data is read and written by steps and events only');
}

/**
 * Adds something to an element in the way that fits: what follows it is appended, an event is attached to its border,
 * data stands below and is written by it (by what only reads, it is read). One step.
 */
export function appendAny(
  document: ProcessDocument,
  source: ElementId,
  kind: Placeable,
  at?: Point,
): EditResult {
  const rule = canAppendAny(document, source, kind);
  if (isRefused(rule)) return rule;
  const type = kind.seed.type;
  if (type === 'bpmn:BoundaryEvent') return attachNew(document, source, kind, at);
  return isData(type) ? appendData(document, source, kind, at) : append(document, source, kind, at);
}

function attachNew(
  document: ProcessDocument,
  source: ElementId,
  kind: Placeable,
  at: Point | undefined,
): EditResult {
  const host = boundsOf(document, source);
  if (!host) return refuse('This element is not drawn');
  // From the right end of the lower border to the left, beside those that are there.
  const taken = boundaryEvents(document, source).length;
  const x = Math.max(host.x, host.x + host.width - 18 - taken * 46);
  return addBoundary(document, kind, source, at ?? { x, y: host.y + host.height });
}

function appendData(
  document: ProcessDocument,
  source: ElementId,
  kind: Placeable,
  at: Point | undefined,
): EditResult {
  const from = boundsOf(document, source);
  const plane = shapeOf(document, source)?.parent;
  if (!from || !plane) return refuse('This element is not drawn');
  const beside = freePlace(document, source, kind);
  const below = { x: from.x + from.width / 2, y: from.y + from.height + 40 + beside.height / 2 };
  const added = addNode(document, kind, { plane, at: at ?? below });
  const id = isRefused(added) ? undefined : added.select[0];
  if (isRefused(added) || !id) return added;
  const written = connect(added.document, source, id);
  const joined = isRefused(written) ? connect(added.document, id, source) : written;
  if (isRefused(joined)) return joined;
  return {
    document: joined.document,
    select: [id],
    announce: `Added ${kind.label.toLowerCase()} to ${label(document, source)}`,
  };
}

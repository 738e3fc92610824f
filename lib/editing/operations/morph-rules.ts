import {
  boundaryEvents,
  type DocElement,
  type ElementId,
  get,
  incoming,
  outgoing,
  type ProcessDocument,
} from '@/lib/document';
import type { Placeable } from '../kinds';
import { canAttach, canContain, mayEnd, mayFollowEventGateway, mayStart } from '../rules';
import { isActivity, isEvent, isGateway, isSubProcess, traitsOf, traitsOfSeed } from '../traits';
import { isRefused, type Refusal, refuse } from '../types';
import { contentRefusal } from './markers';

/** What an element is about, in general: it can be turned into others of the same family. */
export type Family = 'activity' | 'gateway' | 'boundary' | 'event' | 'other';

export function familyOf(type: string): Family {
  if (type === 'bpmn:BoundaryEvent') return 'boundary';
  if (isEvent(type)) return 'event';
  if (isGateway(type)) return 'gateway';
  return isActivity(type) ? 'activity' : 'other';
}

/** Whether an element may become something else, or why not. */
export function canMorph(
  document: ProcessDocument,
  id: ElementId,
  kind: Placeable,
): { allowed: true } | Refusal {
  const element = get(document, id);
  if (!element) return refuse('This element is no longer there');
  if (kind.id.endsWith('.closed'))
    return refuse('Make it a sub-process; it opens and closes with its marker');
  const next = traitsOfSeed(kind.seed);
  if (familyOf(element.type) !== familyOf(next.type) || familyOf(element.type) === 'other')
    return refuse('Elements can be turned into others of their family only');
  if (incoming(document, id).length > 0) {
    const refusal = mayEnd(next) ?? afterEventGateway(document, id, next);
    if (refusal) return refusal;
  }
  const start = outgoing(document, id).length > 0 ? mayStart(next) : undefined;
  if (start) return start;
  if (
    isSubProcess(element.type) &&
    !isSubProcess(next.type) &&
    (element.children.flowElements ?? []).length > 0
  )
    return refuse('Its content would be lost: move it out first');
  if (
    next.type === 'bpmn:EventBasedGateway' &&
    outgoing(document, id).some((flow) => !waitsAt(document, flow))
  )
    return refuse('An event-based gateway leads to what it waits for');
  return fitsBorder(document, id, next);
}

function fitsBorder(document: ProcessDocument, id: ElementId, next: ReturnType<typeof traitsOfSeed>) {
  const content = isSubProcess(next.type) ? contentRefusal(document, id, next.type) : undefined;
  if (content) return refuse(content);
  const home = get(document, id)?.parent;
  const contained = home && next.type !== 'bpmn:BoundaryEvent' ? canContain(document, next, home) : undefined;
  if (contained && isRefused(contained)) return contained;
  for (const event of boundaryEvents(document, id)) {
    const cancels = traitsOf(document, event.id)?.triggers.includes('bpmn:CancelEventDefinition');
    if (cancels && next.type !== 'bpmn:Transaction')
      return refuse('A cancel event sits on a transaction only');
  }
  const host = get(document, id)?.refs.attachedToRef;
  if (next.type === 'bpmn:BoundaryEvent' && typeof host === 'string') return canAttach(document, next, host);
  if (boundaryEvents(document, id).length > 0 && next.triggeredByEvent)
    return refuse('An event sub-process carries no boundary events');
  return { allowed: true as const };
}

const waitsAt = (document: ProcessDocument, flow: DocElement): boolean => {
  const target = traitsOf(document, String(flow.refs.targetRef));
  return target !== undefined && mayFollowEventGateway(target);
};

function afterEventGateway(document: ProcessDocument, id: ElementId, next: ReturnType<typeof traitsOfSeed>) {
  const after = incoming(document, id).some(
    (flow) => get(document, String(flow.refs.sourceRef))?.type === 'bpmn:EventBasedGateway',
  );
  return after && !mayFollowEventGateway(next)
    ? refuse('An event-based gateway leads to what it waits for')
    : undefined;
}

import { type ElementId, get, type ProcessDocument } from '@/lib/document';
import { isArtifact, isSubProcess, type Traits } from '../traits';
import { type Refusal, refuse } from '../types';
import { type Allowed, YES } from './allowed';
import { label } from './label';

/**
 * Whether an element of these traits may be contained in a process, sub-process or collaboration.
 * @param as the type the container is about to have, when it is another one.
 */
export function canContain(
  document: ProcessDocument,
  node: Traits,
  container: ElementId,
  as?: string,
): Allowed | Refusal {
  const known = get(document, container);
  if (!known) return refuse('This element is no longer there');
  const target = { type: as ?? known.type };
  if (node.type === 'bpmn:Participant')
    return target.type === 'bpmn:Process' || target.type === 'bpmn:Collaboration'
      ? YES
      : refuse('A pool stands on its own, not inside another element');
  if (target.type === 'bpmn:Collaboration')
    return isArtifact(node.type) ? YES : refuse('Steps belong inside a pool');
  if (target.type !== 'bpmn:Process' && !isSubProcess(target.type))
    return refuse(`${label(document, container)} can’t contain other elements`);
  if (
    target.type === 'bpmn:AdHocSubProcess' &&
    (node.type === 'bpmn:StartEvent' || node.type === 'bpmn:EndEvent')
  )
    return refuse('An ad-hoc sub-process has no start and end events');
  if (
    node.type === 'bpmn:EndEvent' &&
    node.triggers.includes('bpmn:CancelEventDefinition') &&
    target.type !== 'bpmn:Transaction'
  )
    return refuse('A cancel end event belongs inside a transaction');
  return YES;
}

/** Sizes are fixed for steps, events and gateways, so that diagrams look alike everywhere. */
export function canResize(document: ProcessDocument, id: ElementId, expanded: boolean): boolean {
  const type = get(document, id)?.type ?? '';
  return (isSubProcess(type) && expanded) || /^bpmn:(Participant|Lane|Group|TextAnnotation)$/.test(type);
}

/** Smallest sizes, in diagram pixels. */
export function leastSize(type: string): { width: number; height: number } {
  if (type === 'bpmn:Participant') return { width: 300, height: 150 };
  if (type === 'bpmn:Lane') return { width: 300, height: 60 };
  return isSubProcess(type) ? { width: 140, height: 120 } : { width: 50, height: 30 };
}

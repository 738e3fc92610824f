import type { DocElement, ElementId, ProcessDocument } from '../document';
import { definitionsOf } from '../events';
import { type FlowModel, isEventSubProcess, type ScopeNode } from '../flow-model';
import { ofType } from '../of-type';
import { get, reference } from '../read';

/** A message flow from a step that sends to a step that waits for it, both in the drawing. */
export interface Channel {
  id: ElementId;
  source: ElementId;
  target: ElementId;
}

/** What is looked at together: processes, and the message flows between them that matter. */
export interface Drawing {
  model: FlowModel;
  processes: readonly ElementId[];
  channels: readonly Channel[];
  /** Whether events beside an activity may happen again and again, as a repeating timer does. */
  repeats: boolean;
}

/** Elements whose inside follows no sequence flow: ad-hoc sub-processes, and whatever only compensates. */
export function isOpaque(document: ProcessDocument, element: DocElement): boolean {
  if (element.type === 'bpmn:AdHocSubProcess' || element.attrs.isForCompensation === true) return true;
  if (!isEventSubProcess(element)) return false;
  const starts = (element.children.flowElements ?? [])
    .flatMap((id) => get(document, id) ?? [])
    .filter((inner) => inner.type === 'bpmn:StartEvent');
  return starts.every((start) =>
    definitionsOf(document, start).some(({ type }) => type === 'bpmn:CompensateEventDefinition'),
  );
}

/** Whether the element or one around it is opaque. */
export function isHidden(model: FlowModel, node: ScopeNode): boolean {
  for (let at: ScopeNode | undefined = node; at; at = model.nodes.get(at.scope))
    if (at !== node && isOpaque(model.document, at.element)) return true;
  return node.element.attrs.isForCompensation === true || isCompensationEvent(model.document, node);
}

function isCompensationEvent(document: ProcessDocument, { element }: ScopeNode): boolean {
  if (element.type !== 'bpmn:BoundaryEvent') return false;
  return definitionsOf(document, element).some(({ type }) => type === 'bpmn:CompensateEventDefinition');
}

/** Steps that stop until a message comes. Others may be drawn as receivers, but don't wait. */
export function waitsForMessage(document: ProcessDocument, { element }: ScopeNode): boolean {
  if (element.type === 'bpmn:ReceiveTask') return true;
  if (!/^bpmn:(?:StartEvent|IntermediateCatchEvent|BoundaryEvent)$/.test(element.type)) return false;
  const definitions = definitionsOf(document, element);
  return definitions.length > 0 && definitions.every(({ type }) => type === 'bpmn:MessageEventDefinition');
}

/** The message flows of all collaborations that join two steps. */
export function messageFlows(model: FlowModel): Channel[] {
  const { document } = model;
  return ofType(document, 'bpmn:MessageFlow').flatMap((element) => {
    const source = model.nodes.get(reference(element, 'sourceRef') ?? '');
    const target = model.nodes.get(reference(element, 'targetRef') ?? '');
    if (!source || !target || isHidden(model, source) || isHidden(model, target)) return [];
    if (source.process === target.process || !waitsForMessage(document, target)) return [];
    return [{ id: element.id, source: source.id, target: target.id }];
  });
}

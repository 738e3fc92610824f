import type { DocElement, InlineValue, ProcessDocument } from '@/engine/compile/document';
import { newElement } from '@/lib/document';

const expression = (body: string): InlineValue => ({ $type: 'bpmn:FormalExpression', body });

/** The variable that holds the flows a gateway takes. */
export const configOf = (gateway: string): string => `active_${gateway.replaceAll(/\W/g, '_')}`;

/** The variable that makes a conditional event happen. */
export const conditionOf = (event: string): string => `happens_${event.replaceAll(/\W/g, '_')}`;

/**
 * The models say what the simulator's user clicks, not what an engine waits for. Gives every event what it can wait
 * for, and gateways conditions over variables that stand for the scenario's configuration. `configured` names the
 * gateways it configures.
 */
export function prepare(
  given: ProcessDocument,
  configured: ReadonlyMap<string, readonly string[]>,
): ProcessDocument {
  const document = structuredClone(given);
  const elements = Object.values(document.elements);
  for (const element of elements) {
    if (element.type === 'bpmn:Process') element.attrs.isExecutable = true;
    if (element.type === 'bpmn:SequenceFlow') delete element.values.conditionExpression;
  }
  sendAlongFlows(document);
  for (const element of elements) (PREPARE[element.type] ?? leave)(document, element);
  for (const element of elements) if (GATEWAY.test(element.type)) configure(document, element, configured);
  return document;
}

const GATEWAY = /^bpmn:(?:Exclusive|Inclusive)Gateway$/;
const leave = (): void => undefined;

const PREPARE: Record<string, (document: ProcessDocument, element: DocElement) => void> = {
  'bpmn:TimerEventDefinition': (_document, definition) => {
    const timed = ['timeDate', 'timeDuration', 'timeCycle'].some((property) => definition.values[property]);
    if (!timed) definition.values.timeCycle = expression('R/PT1H');
  },
  'bpmn:ConditionalEventDefinition': (_document, definition) => {
    definition.values.condition = expression(`${conditionOf(definition.parent ?? '')} = true`);
  },
  'bpmn:SignalEventDefinition': (document, definition) => {
    definition.refs.signalRef ??= shared(document, 'bpmn:Signal', 'unnamed');
  },
  // links without a name are one link to the simulator
  'bpmn:LinkEventDefinition': (_document, definition) => {
    definition.attrs.name ||= 'unnamed';
  },
  'bpmn:ReceiveTask': (document, task) => {
    if (!hasMessageFlow(document, task.id))
      task.refs.messageRef ??= shared(document, 'bpmn:Message', task.id);
  },
  'bpmn:BoundaryEvent': waitForMessage,
  'bpmn:IntermediateCatchEvent': waitForMessage,
  'bpmn:StartEvent': (document, event) => {
    if (hasMessageFlow(document, event.id)) waitForMessage(document, event);
  },
};

/** An event that waits for nothing waits for a message of its own. */
function waitForMessage(document: ProcessDocument, event: DocElement): void {
  if (event.children.eventDefinitions?.length) return;
  const id = `${event.id}_message`;
  const refs: DocElement['refs'] = hasMessageFlow(document, event.id)
    ? {}
    : { messageRef: shared(document, 'bpmn:Message', event.id) };
  document.elements[id] = newElement('bpmn:MessageEventDefinition', id, event.id, 'eventDefinitions', {
    refs,
  });
  event.children.eventDefinitions = [id];
}

/** A step that message flows leave is one that sends. */
function sendAlongFlows(document: ProcessDocument): void {
  for (const flow of Object.values(document.elements).filter(({ type }) => type === 'bpmn:MessageFlow')) {
    const source = document.elements[String(flow.refs.sourceRef)];
    if (source?.type === 'bpmn:Task') source.type = 'bpmn:SendTask';
  }
}

function configure(
  document: ProcessDocument,
  gateway: DocElement,
  configured: ReadonlyMap<string, readonly string[]>,
): void {
  const flows = Object.values(document.elements).filter(
    ({ type, refs }) => type === 'bpmn:SequenceFlow' && refs.sourceRef === gateway.id,
  );
  const chosen = configured.get(gateway.id);
  const exclusive = gateway.type === 'bpmn:ExclusiveGateway';
  if (flows.length < 2 || (!chosen && !exclusive)) return;
  // a scenario that takes the default flow and no other means just that
  const byDefault = chosen?.length === 1 && chosen[0] === gateway.refs.default;
  if (!byDefault) delete gateway.refs.default;
  for (const { id } of flows)
    document.elements[id]!.values.conditionExpression = expression(
      `list contains(${configOf(gateway.id)}, "${id}")`,
    );
  if (exclusive && !byDefault) endNowhere(document, gateway);
}

const NOWHERE = '_nowhere';

/** Whether an element was only made here and is not part of the model. */
export const isNowhere = (id: string): boolean => id.endsWith(NOWHERE);

/**
 * The simulator lets a token end at an exclusive gateway whose flows nobody chose, where the standard has an exception
 * (13.4, Exclusive Gateway): it is given an end to go to that neither side counts.
 */
function endNowhere(document: ProcessDocument, gateway: DocElement): void {
  const scope = document.elements[gateway.parent ?? '']!;
  const [end, flow] = [`${gateway.id}_end${NOWHERE}`, `${gateway.id}_flow${NOWHERE}`];
  document.elements[end] = newElement('bpmn:EndEvent', end, scope.id, 'flowElements');
  document.elements[flow] = newElement('bpmn:SequenceFlow', flow, scope.id, 'flowElements', {
    refs: { sourceRef: gateway.id, targetRef: end },
  });
  scope.children.flowElements = [...(scope.children.flowElements ?? []), end, flow];
  gateway.refs.default = flow;
}

const hasMessageFlow = (document: ProcessDocument, id: string): boolean =>
  Object.values(document.elements).some(
    ({ type, refs }) => type === 'bpmn:MessageFlow' && (refs.targetRef === id || refs.sourceRef === id),
  );

/** The id of a root element of that name, which is made when there is none. */
function shared(document: ProcessDocument, type: string, name: string): string {
  const id = `${type.slice(5)}_for_${name}`;
  if (document.elements[id]) return id;
  document.elements[id] = newElement(type, id, document.root, 'rootElements', { attrs: { name } });
  const root = document.elements[document.root]!;
  root.children.rootElements = [...(root.children.rootElements ?? []), id];
  return id;
}

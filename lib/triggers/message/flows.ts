import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { flowModel } from '@/engine/compile/flow-model';
import { elementsOfType, get, nameOf, processOf, ref, resolve } from '@/lib/document';

/** Which end of a message an element is. */
export type End = 'send' | 'receive';

/** A message as one end of it knows it. */
export interface Addressed {
  /** Undefined for a message flow that names none. */
  message?: DocElement;
  name: string;
  flow?: DocElement;
}

/**
 * The messages that an element sends or receives: the one it refers to, else those of the message flows it is an end
 * of, which go by what the flow or its other end says, else by the flow's id.
 * @param holder the event definition or the task that has the `messageRef`
 */
export function messagesOf(
  document: ProcessDocument,
  holder: DocElement,
  element: DocElement,
  end: End,
): Addressed[] {
  const flows = flowsAt(document, element, end);
  const own = ownMessage(document, holder);
  const written = own ? nameOf(own) || own.id : ref(holder, 'messageRef');
  if (written !== undefined) {
    const flow = flows[0] ?? flowOfMessage(document, own, element, end);
    return [{ name: written, ...(own ? { message: own } : {}), ...(flow ? { flow } : {}) }];
  }
  return flows.map((flow) => {
    const message = resolve(document, flow, 'messageRef') ?? messageAtOtherEnd(document, flow, end);
    const name = message ? nameOf(message) || message.id : flow.id;
    return { name, flow, ...(message ? { message } : {}) };
  });
}

/** Whether a message flow connects two processes of this document that run. */
export function connectsProcesses(document: ProcessDocument, flow: DocElement | undefined): boolean {
  if (!flow) return false;
  const { executable } = flowModel(document);
  const ends = ['sourceRef', 'targetRef'].map((property) => processAt(document, ref(flow, property)));
  return ends[0] !== ends[1] && ends.every((id) => id !== undefined && executable.has(id));
}

/** Message flows that begin or end at an element. */
export const flowsAt = (document: ProcessDocument, { id }: DocElement, end: End): DocElement[] =>
  elementsOfType(document, 'bpmn:MessageFlow').filter(
    (flow) => ref(flow, end === 'send' ? 'sourceRef' : 'targetRef') === id,
  );

/** A flow between pools that carries the message to or from the element's process. */
function flowOfMessage(
  document: ProcessDocument,
  message: DocElement | undefined,
  element: DocElement,
  end: End,
): DocElement | undefined {
  const process = processOf(document, element.id)?.id;
  const near = end === 'send' ? 'sourceRef' : 'targetRef';
  return elementsOfType(document, 'bpmn:MessageFlow').find(
    (flow) =>
      message !== undefined &&
      (ref(flow, 'messageRef') ?? messageAtOtherEnd(document, flow, end)?.id) === message.id &&
      processAt(document, ref(flow, near)) === process,
  );
}

/** The process of an element, or of a pool. */
function processAt(document: ProcessDocument, id: string | undefined): string | undefined {
  const end = get(document, id);
  if (!end) return undefined;
  return end.type === 'bpmn:Participant' ? ref(end, 'processRef') : processOf(document, end.id)?.id;
}

/** The message that an event definition or a task refers to, itself or by its operation. */
const ownMessage = (document: ProcessDocument, holder: DocElement): DocElement | undefined =>
  resolve(document, holder, 'messageRef') ??
  resolve(document, resolve(document, holder, 'operationRef'), 'inMessageRef');

function messageAtOtherEnd(document: ProcessDocument, flow: DocElement, end: End): DocElement | undefined {
  const other = resolve(document, flow, end === 'send' ? 'targetRef' : 'sourceRef');
  if (!other) return undefined;
  const definition = flowModel(document)
    .nodes.get(other.id)
    ?.definitions.find((each) => each.type === 'bpmn:MessageEventDefinition');
  return ownMessage(document, definition ?? other);
}

import type { ExecutableNode } from '../core/model';
import type { DocElement, ProcessDocument } from './document';
import { type FlowModel, isEventSubProcess, type ScopeNode } from './flow-model';
import { eventDefinitions, get, reference } from './read';
import { eventStart } from './starts';

/** What undoes an activity, and whether it undoes another itself. */
export function compileCompensation(
  model: FlowModel,
  node: ScopeNode,
): Pick<ExecutableNode, 'compensation' | 'isCompensation'> {
  const compensation = handlerOf(model, node) ?? eventSubProcessOf(model, node);
  return {
    ...(compensation ? { compensation } : {}),
    ...(node.element.attrs.isForCompensation === true ? { isCompensation: true as const } : {}),
  };
}

/** The compensation activity that an association links to a boundary compensation event (BPMN 2.0.2, 10.7). */
export function handlerOfEvent(model: FlowModel, event: DocElement): string | undefined {
  for (const [source, target] of associations(model.document)) {
    const other = source === event.id ? target : target === event.id ? source : undefined;
    const handler = get(model.document, other);
    if (handler?.attrs.isForCompensation === true && model.nodes.has(handler.id)) return handler.id;
  }
  return undefined;
}

function handlerOf(model: FlowModel, node: ScopeNode): ExecutableNode['compensation'] {
  for (const event of node.boundary) {
    const activity = compensates(model.document, event) ? handlerOfEvent(model, event) : undefined;
    if (activity !== undefined) return { activity };
  }
  return undefined;
}

/** The compensation event sub-process inside an activity. */
function eventSubProcessOf(model: FlowModel, node: ScopeNode): ExecutableNode['compensation'] {
  const inside = model.scopes.get(node.id)?.nodes.find(({ id, element }) => {
    const start = isEventSubProcess(element) ? eventStart(model.scopes.get(id)) : undefined;
    return start?.definitions.some(isCompensation) ?? false;
  });
  return inside && { eventSubProcess: inside.id };
}

/** Whether an event is a compensation event. */
export const compensates = (document: ProcessDocument, event: DocElement): boolean =>
  eventDefinitions(document, event).some(isCompensation);

const isCompensation = ({ type }: DocElement): boolean => type === 'bpmn:CompensateEventDefinition';

const cache = new WeakMap<ProcessDocument, [source: string, target: string][]>();

function associations(document: ProcessDocument): readonly [string, string][] {
  const known = cache.get(document);
  if (known) return known;
  const found = Object.values(document.elements)
    .filter(({ type }) => type === 'bpmn:Association')
    .map((each): [string, string] => [
      reference(each, 'sourceRef') ?? '',
      reference(each, 'targetRef') ?? '',
    ]);
  cache.set(document, found);
  return found;
}

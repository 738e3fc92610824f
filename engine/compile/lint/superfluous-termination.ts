import { isEvent } from '../events';
import { type FlowModel, isEventSubProcess, type ScopeNode } from '../flow-model';
import { titleOf } from '../read';
import { rule } from './rule';

/** Terminating ends what still runs; where paths never run beside each other and one end is left, nothing else does. */
export const superfluousTermination = rule('superfluous-termination', ({ document, model }, report) => {
  for (const { nodes, process, element } of model.scopes.values()) {
    if (!model.executable.has(process) || nodes.some((node) => runsBeside(model, node))) continue;
    const [end, ...others] = nodes.filter((node) => node.outgoing.length === 0 && !isAside(node));
    if (!end || others.length > 0 || !isEvent(document, end, 'Terminate')) continue;
    report(
      'info',
      end.element,
      `“${titleOf(element)}” ends here and nowhere else, so there is nothing left to terminate. A plain end event says the same.`,
    );
  }
});

/** What undoes steps or takes the place of the path is no end beside it. */
const isAside = ({ element, definitions }: ScopeNode): boolean =>
  element.attrs.isForCompensation === true ||
  isEventSubProcess(element) ||
  definitions.some(({ type }) => type === 'bpmn:CompensateEventDefinition');

/** Whether what follows a node, or what it starts, goes on beside something else. */
function runsBeside(model: FlowModel, { id, element, outgoing }: ScopeNode): boolean {
  if (element.type === 'bpmn:BoundaryEvent') return element.attrs.cancelActivity === false;
  if (isEventSubProcess(element))
    return (model.scopes.get(id)?.nodes ?? []).some((node) => node.element.attrs.isInterrupting === false);
  return outgoing.length > 1 && !/^bpmn:(?:Exclusive|EventBased)Gateway$/.test(element.type);
}

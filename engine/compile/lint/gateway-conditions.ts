import type { DocElement } from '../document';
import { conditionOf } from '../flow-model';
import { reference, titleOf } from '../read';
import { rule } from './rule';

const DECIDING = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway']);

/** A decision whose paths can't be told apart, or that may find none. */
export const gatewayConditions = rule('gateway-conditions', ({ model }, report) => {
  for (const node of model.nodes.values()) {
    const { element, outgoing } = node;
    if (!model.executable.has(node.process) || !DECIDING.has(element.type) || outgoing.length < 2) continue;
    const byDefault = reference(element, 'default');
    const always = outgoing.filter((flow) => flow.id !== byDefault && !conditionOf(flow));
    for (const flow of always)
      report(
        'error',
        flow,
        `The path ${nameOf(flow)}from “${titleOf(element)}” has no condition. Say when it is taken, or make it the default path.`,
        'condition',
      );
    if (byDefault === undefined && always.length === 0)
      report(
        'info',
        element,
        'There is no default path. When no condition is true, the process stops here with an incident.',
        'default',
      );
  }
});

const nameOf = (flow: DocElement): string => {
  const { name } = flow.attrs;
  return typeof name === 'string' && name.trim() !== '' ? `“${name.trim()}” ` : '';
};

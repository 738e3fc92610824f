import type { DocElement } from '../document';
import { definitionsOf } from '../events';
import type { FlowModel, ScopeNode } from '../flow-model';
import { reference, titleOf } from '../read';
import { isConditional } from '../soundness/flows';
import { type Report, rule } from './rule';

/** Behind an event-based gateway only events decide, each its own path (BPMN 2.0.2, 10.6.6). */
export const eventGateway = rule('event-gateway', ({ model }, report) => {
  for (const node of model.nodes.values()) {
    const { element, outgoing, incoming } = node;
    if (!model.executable.has(node.process) || element.type !== 'bpmn:EventBasedGateway') continue;
    if (outgoing.length < 2)
      report(
        'warning',
        element,
        `“${titleOf(element)}” waits for one of several events, but has fewer than two paths. Add a path for each event, or remove it.`,
        {
          constraints: ['EXT.136'],
        },
      );
    for (const flow of outgoing.filter(isConditional))
      report(
        'warning',
        flow,
        'Behind an event-based gateway the event decides: this condition is never looked at. Delete it.',
        {
          field: 'condition',
          constraints: ['EXT.137'],
        },
      );
    if (element.attrs.instantiate === true && incoming.length > 0)
      report('error', element, 'A gateway that starts the process can’t have an incoming arrow.', {
        constraints: ['EXT.142'],
      });
    checkTargets(model, node, report);
  }
});

function checkTargets(model: FlowModel, { element, outgoing }: ScopeNode, report: Report): void {
  const targets = outgoing.flatMap((flow) => model.nodes.get(reference(flow, 'targetRef') ?? '') ?? []);
  for (const target of targets) {
    const name = titleOf(target.element);
    if (!canDecide(model, target))
      report(
        'error',
        target.element,
        `“${name}” can't follow an event-based gateway, because it is no event to wait for. Use a message, signal, timer or conditional event, or a receive task.`,
        {
          constraints: ['EXT.138'],
        },
      );
    if (target.incoming.length > 1)
      report(
        'warning',
        target.element,
        `“${name}” is an event of the gateway before it, but other paths lead there too. Give them an event of their own.`,
        {
          constraints: ['EXT.141'],
        },
      );
  }
  checkReceiving(model, element, targets, report);
}

function checkReceiving(model: FlowModel, element: DocElement, targets: ScopeNode[], report: Report): void {
  const receiving = targets.filter((target) => target.element.type === 'bpmn:ReceiveTask');
  for (const { element: task, boundary } of receiving)
    if (boundary.length > 0)
      report(
        'warning',
        task,
        `“${titleOf(task)}” is an event of the gateway before it, so nothing can happen on its border. Remove the events there.`,
        {
          constraints: ['EXT.140'],
        },
      );
  if (
    receiving.length > 0 &&
    targets.some((target) => definitions(model, target).includes('bpmn:MessageEventDefinition'))
  )
    report(
      'warning',
      element,
      'Receive tasks and message events are mixed behind this gateway. Use one kind only.',
      {
        constraints: ['EXT.139'],
      },
    );
}

const definitions = (model: FlowModel, node: ScopeNode): string[] =>
  definitionsOf(model.document, node.element).map(({ type }) => type);

function canDecide(model: FlowModel, node: ScopeNode): boolean {
  if (node.element.type === 'bpmn:ReceiveTask') return true;
  const types = definitions(model, node);
  return (
    node.element.type === 'bpmn:IntermediateCatchEvent' &&
    types.length > 0 &&
    types.every((type) => /^bpmn:(?:Message|Signal|Timer|Conditional)EventDefinition$/.test(type))
  );
}

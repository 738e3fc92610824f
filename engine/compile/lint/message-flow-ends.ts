import type { DocElement } from '../document';
import { isEvent } from '../events';
import type { FlowModel } from '../flow-model';
import { ofType } from '../of-type';
import { get, reference, titleOf } from '../read';
import { type Report, rule } from './rule';

/** Messages go from one pool to another, between elements that can send and receive (BPMN 2.0.2, 7.6.2). */
export const messageFlowEnds = rule('message-flow-ends', ({ document, model }, report) => {
  for (const flow of ofType(document, 'bpmn:MessageFlow')) {
    const source = get(document, reference(flow, 'sourceRef'));
    const target = get(document, reference(flow, 'targetRef'));
    const [from, to] = [poolOf(model, source), poolOf(model, target)];
    if (from !== undefined && from === to)
      report('warning', flow, 'This message stays in one pool. Use an arrow of the path instead.', {
        constraints: ['EXT.031'],
      });
    if (source) checkSource(model, flow, source, report);
    if (target) checkTarget(model, flow, target, report);
  }
});

/** The process that an end of a message flow belongs to. */
function poolOf(model: FlowModel, end: DocElement | undefined): string | undefined {
  if (end?.type === 'bpmn:Participant') return reference(end, 'processRef') ?? end.id;
  return model.nodes.get(end?.id ?? '')?.process;
}

function checkSource(model: FlowModel, flow: DocElement, source: DocElement, report: Report): void {
  const name = titleOf(source);
  const node = model.nodes.get(source.id);
  if (ARTIFACT.test(source.type))
    report('warning', flow, `“${name}” is no step, so it sends no message.`, { constraints: ['EXT.009'] });
  if (source.type === 'bpmn:StartEvent')
    report('warning', flow, `“${name}” starts a process and sends no message.`, { constraints: ['EXT.102'] });
  if (source.type === 'bpmn:EndEvent' && node && !isEvent(model.document, node, 'Message'))
    report('warning', flow, `“${name}” sends a message, but isn't a message end event. Make it one.`, {
      constraints: ['EXT.109'],
    });
}

function checkTarget(model: FlowModel, flow: DocElement, target: DocElement, report: Report): void {
  const name = titleOf(target);
  const node = model.nodes.get(target.id);
  if (ARTIFACT.test(target.type))
    report('warning', flow, `“${name}” is no step, so it receives no message.`, { constraints: ['EXT.008'] });
  if (target.type === 'bpmn:EndEvent')
    report('warning', flow, `“${name}” ends a path and receives no message.`, { constraints: ['EXT.108'] });
  if (target.type === 'bpmn:IntermediateThrowEvent')
    report('warning', flow, `“${name}” throws, so it receives no message.`, { constraints: ['EXT.119'] });
  if (target.type === 'bpmn:StartEvent' && node && !isEvent(model.document, node, 'Message'))
    report('warning', flow, `A message leads to “${name}”, which isn't a message start event. Make it one.`, {
      constraints: ['EXT.103'],
    });
}

const ARTIFACT = /^bpmn:(?:TextAnnotation|Group|Association)$/;

import { rule } from './rule';

/** Arrows into a start, out of an end, or into a border event mean nothing (BPMN 2.0.2, 7.6.1). */
export const flowEnds = rule('flow-ends', ({ model }, report) => {
  for (const node of model.nodes.values()) {
    if (!model.executable.has(node.process)) continue;
    const { type } = node.element;
    if (type === 'bpmn:StartEvent' && node.incoming.length > 0)
      report('error', node.element, 'A start event can’t have an incoming arrow.', {
        constraints: ['EXT.096'],
      });
    if (type === 'bpmn:EndEvent' && node.outgoing.length > 0)
      report('error', node.element, 'An end event can’t have an outgoing arrow.', {
        constraints: ['EXT.104'],
      });
    if (type === 'bpmn:BoundaryEvent' && node.incoming.length > 0)
      report('error', node.element, 'An event on a border can’t have an incoming arrow.', {
        constraints: ['EXT.112'],
      });
  }
});

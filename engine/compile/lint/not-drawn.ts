import { ofType } from '../of-type';
import { reference, titleOf } from '../read';
import { rule } from './rule';

/** Steps and arrows that run although nobody sees them; a file without any drawing is laid out when it is opened. */
export const notDrawn = rule('not-drawn', ({ document, model }, report) => {
  const drawn = new Set<string>();
  for (const shape of ofType(document, 'bpmndi:BPMNShape', 'bpmndi:BPMNEdge'))
    drawn.add(reference(shape, 'bpmnElement') ?? '');
  if (drawn.size === 0) return;
  for (const { flow, process } of model.flows)
    if (model.executable.has(process) && !drawn.has(flow.id))
      report('warning', flow, `The arrow “${titleOf(flow)}” is not drawn, but the process takes it. ${MEND}`);
  for (const { element, process } of model.nodes.values())
    if (model.executable.has(process) && !drawn.has(element.id))
      report('warning', element, `“${titleOf(element)}” is not drawn, but it runs. ${MEND}`);
});

const MEND = 'Arrange the diagram, which draws everything.';

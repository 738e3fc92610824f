import { isFlowNode } from '../flow-model';
import { get, reference } from '../read';
import { rule } from './rule';

/** An arrow without a beginning or an end, or between steps of different pools or sub-processes. */
export const danglingFlow = rule('dangling-flow', ({ document, model }, report) => {
  for (const { flow, process } of model.flows) {
    if (!model.executable.has(process)) continue;
    const ends = [
      ['sourceRef', 'comes from'],
      ['targetRef', 'leads to'],
    ] as const;
    let whole = true;
    for (const [property, verb] of ends) {
      const id = reference(flow, property);
      const end = get(document, id);
      if (end && isFlowNode(end.type)) continue;
      whole = false;
      const artifact = end && ARTIFACT.test(end.type);
      const where = artifact ? 'something that is no step' : id ? `“${id}”, which doesn't exist` : 'nothing';
      const constraints = artifact ? { constraints: [property === 'sourceRef' ? 'EXT.007' : 'EXT.006'] } : {};
      const message = `This arrow ${verb} ${where}. Reconnect it or delete it.`;
      report('error', flow, message, { field: property, ...constraints });
    }
    if (!whole) continue;
    const source = model.nodes.get(reference(flow, 'sourceRef') ?? '');
    const target = model.nodes.get(reference(flow, 'targetRef') ?? '');
    if (source?.process !== target?.process)
      report(
        'error',
        flow,
        'This arrow leads from one pool to another. Use a message flow, or keep the steps in one pool.',
        { constraints: ['EXT.152'] },
      );
    else if (source?.scope !== target?.scope)
      report(
        'error',
        flow,
        'This arrow crosses the border of a sub-process. Connect the sub-process itself instead.',
        { constraints: ['EXT.152'] },
      );
  }
});

const ARTIFACT = /^bpmn:(?:TextAnnotation|Group|Association|Data\w+)$/;

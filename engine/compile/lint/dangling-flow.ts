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
      const where = id ? `“${id}”, which doesn't exist` : 'nothing';
      report('error', flow, `This arrow ${verb} ${where}. Reconnect it or delete it.`, property);
    }
    if (!whole) continue;
    const source = model.nodes.get(reference(flow, 'sourceRef') ?? '');
    const target = model.nodes.get(reference(flow, 'targetRef') ?? '');
    if (source?.process !== target?.process)
      report(
        'error',
        flow,
        'This arrow leads from one pool to another. Use a message flow, or keep the steps in one pool.',
      );
    else if (source?.scope !== target?.scope)
      report(
        'error',
        flow,
        'This arrow crosses the border of a sub-process. Connect the sub-process itself instead.',
      );
  }
});

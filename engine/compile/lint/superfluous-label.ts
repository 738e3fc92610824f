import { conditionOf } from '../flow-model';
import { reference } from '../read';
import { rule } from './rule';

/** The name of an arrow says when it is taken; on one that is always taken it says nothing. */
export const superfluousLabel = rule('superfluous-label', ({ model }, report) => {
  for (const { element, outgoing, process } of model.nodes.values()) {
    if (!model.executable.has(process)) continue;
    if (outgoing.length > 1 && DECIDING.test(element.type)) continue;
    for (const flow of outgoing) {
      const name = String(flow.attrs.name ?? '').trim();
      if (name === '' || conditionOf(flow) || reference(element, 'default') === flow.id) continue;
      report(
        'info',
        flow,
        `“${name}” stands on an arrow that is always taken. Name the step before or after it instead.`,
        'name',
      );
    }
  }
});

const DECIDING = /^bpmn:(?:Exclusive|Inclusive|Complex|EventBased)Gateway$/;

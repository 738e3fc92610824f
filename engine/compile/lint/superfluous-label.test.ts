import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { superfluousLabel } from './superfluous-label';

function named(type: string, ...flows: string[]) {
  const document = draw({ A: { type, refs: { default: 'd' } }, B: 'EndEvent', C: 'EndEvent' }, flows);
  for (const element of Object.values(document.elements))
    if (element.type === 'bpmn:SequenceFlow') element.attrs.name = 'yes';
  return document;
}

verifyRule(superfluousLabel, {
  valid: {
    'the paths of a decision': named('ExclusiveGateway', 'A > B', 'A > C'),
    'a condition of a step, and its default': named('Task', 'A > B ? =x', 'd: A > C'),
  },
  invalid: {
    'the only path of a step': [named('Task', 'f: A > B'), ['f'], /“yes” stands on an arrow/],
    'the paths of a parallel gateway': [
      named('ParallelGateway', 'f: A > B', 'g: A > C'),
      ['f', 'g'],
      /always taken/,
    ],
  },
});

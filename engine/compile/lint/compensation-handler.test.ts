import type { DocElement } from '../document';
import { type Drawn, draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { compensationHandler } from './compensation-handler';

function undone({
  handler = {},
  to = 'H',
  flows = [] as string[],
}: {
  handler?: DocElement['attrs'];
  to?: string;
  flows?: string[];
}) {
  const B: Drawn = { type: 'BoundaryEvent', refs: { attachedToRef: 'A' }, events: ['Compensate'] };
  const H: Drawn = { type: 'Task', attrs: { isForCompensation: true, ...handler } };
  const document = draw({ S: 'StartEvent', A: 'Task', B, H }, ['S > A', ...flows]);
  document.elements.association = {
    ...{ id: 'association', type: 'bpmn:Association', parent: 'P', containment: 'artifacts' },
    ...{ attrs: {}, children: {}, values: {}, refs: { sourceRef: 'B', targetRef: to } },
  };
  return document;
}

verifyRule(compensationHandler, {
  valid: { 'an association with a handler': undone({}) },
  invalid: {
    'no association': [undone({ to: 'nothing' }), ['B'], /Nothing undoes this step/],
    'a handler that is an ordinary step': [
      undone({ handler: { isForCompensation: false } }),
      ['H'],
      /isn't marked/,
    ],
    'an arrow': [undone({ flows: ['B > H'] }), ['B'], /Compensation is no path/],
  },
});

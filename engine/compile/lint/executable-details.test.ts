import type { DocElement } from '../document';
import { type Drawn, draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { executableDetails } from './executable-details';

const flow = (more: Partial<DocElement>) => {
  const document = draw({ S: 'StartEvent', A: 'Task' }, ['f: S > A']);
  Object.assign(document.elements.f!, more);
  return document;
};
const condition = ($type: string, body: string) => flow({ values: { conditionExpression: { $type, body } } });
const at = (X: Drawn, isExecutable = true) => draw({ X }, [], { attrs: { isExecutable } });
const wait: Drawn = { type: 'IntermediateCatchEvent', events: ['Message'] };

verifyRule(executableDetails, {
  valid: {
    'a formal condition': condition('bpmn:FormalExpression', '=x'),
    'a script with its language': at({ type: 'ScriptTask', attrs: { script: '1', scriptFormat: 'feel' } }),
    'a process that isn’t marked as executable': at(wait, false),
  },
  invalid: {
    'a public process': [
      draw({ A: 'Task' }, [], { attrs: { processType: 'Public' } }),
      ['P'],
      /is public, which only processes that don't run are/,
    ],
    'an arrow on which something happens': [flow({ attrs: { isImmediate: false } }), ['f'], /isImmediate/],
    'a condition in words': [condition('bpmn:Expression', 'when it rains'), ['f'], /natural language/],
    'an empty condition': [condition('bpmn:FormalExpression', ' '), ['f'], /is empty/],
    'a script without language': [
      at({ type: 'ScriptTask', attrs: { script: '1' } }),
      ['X'],
      /in which language/,
    ],
    'a message event without message': [at(wait), ['X'], /names no message/],
    'a conditional event without condition': [
      at({ type: 'IntermediateCatchEvent', events: ['Conditional'] }),
      ['X'],
      /no condition that a machine can read/,
    ],
    'an escalation without code': [at({ type: 'EndEvent', events: ['Escalation'] }), ['X'], /without a code/],
  },
});

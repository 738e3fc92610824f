import type { DocElement } from '../document';
import { draw, extensions } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { multiInstanceSize } from './multi-instance-size';

function repeated(type: string, loop: Partial<DocElement>) {
  const document = draw({ S: 'StartEvent', A: 'Task', E: 'EndEvent' }, ['S > A', 'A > E']);
  document.elements.A!.children.loopCharacteristics = ['L'];
  document.elements.L = {
    ...{ id: 'L', type: `bpmn:${type}`, parent: 'A', containment: 'loopCharacteristics' },
    ...{ attrs: {}, refs: {}, children: {}, values: {} },
    ...loop,
  };
  return document;
}

verifyRule(multiInstanceSize, {
  valid: {
    'a number': repeated('MultiInstanceLoopCharacteristics', {
      values: { loopCardinality: { $type: 'bpmn:FormalExpression', body: '3' } },
    }),
    'a list': repeated('MultiInstanceLoopCharacteristics', { refs: { loopDataInputRef: 'D' } }),
    'a list in a vendor’s words': repeated('MultiInstanceLoopCharacteristics', {
      values: extensions({ $type: 'zeebe:LoopCharacteristics', inputCollection: '=items' }),
    }),
    'a loop by condition': repeated('StandardLoopCharacteristics', {}),
  },
  invalid: { neither: [repeated('MultiInstanceLoopCharacteristics', {}), ['A'], /but not how often/] },
});

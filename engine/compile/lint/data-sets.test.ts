import type { DocElement } from '../document';
import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { dataSets } from './data-sets';

/** A step A with data I and a set that refers to what `refs` say. */
function declaring(type: string, refs: DocElement['refs'], { step = {}, sets = ['Set'] } = {}) {
  const document = draw({ A: { type, refs: step } }, []);
  const put = (
    id: string,
    entry: string,
    parent: string,
    containment: string,
    more: Partial<DocElement> = {},
  ) => {
    const nothing = { attrs: {}, refs: {}, children: {}, values: {} };
    document.elements[id] = { id, type: `bpmn:${entry}`, parent, containment, ...nothing, ...more };
  };
  document.elements.A!.children.ioSpecification = ['Spec'];
  put('Spec', 'InputOutputSpecification', 'A', 'ioSpecification', {
    children: { dataInputs: ['I'], inputSets: sets },
  });
  put('I', 'DataInput', 'Spec', 'dataInputs', { attrs: { name: 'order' } });
  for (const id of sets) put(id, 'InputSet', 'Spec', 'inputSets', { refs });
  return document;
}

const listed = { dataInputRefs: ['I'] };
const calling = { step: { operationRef: 'O' } };

verifyRule(dataSets, {
  valid: {
    'data that its set lists': declaring('Task', listed),
    'one set of a service task': declaring('ServiceTask', listed, calling),
    'a step without data': draw({ A: 'Task' }, []),
  },
  invalid: {
    'data that no set lists': [declaring('Task', {}), ['A'], /“order” is declared here, but no set lists it/],
    'optional data that the set misses': [
      declaring('Task', { dataInputRefs: ['I'], optionalInputRefs: ['J'] }),
      ['A'],
      /“J” is called optional or late/,
    ],
    'data of a sub-process': [declaring('SubProcess', listed), ['A'], /which only tasks do/],
    'two sets of a service task': [
      declaring('ServiceTask', listed, { ...calling, sets: ['Set', 'Set2'] }),
      ['A'],
      /has 2 inputSets, where the standard wants exactly 1/,
    ],
  },
});

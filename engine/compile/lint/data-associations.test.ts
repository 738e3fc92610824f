import type { DocElement } from '../document';
import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { dataAssociations } from './data-associations';

function withEntry(type: string, more: Partial<DocElement>, item: DocElement['attrs'] = {}) {
  const document = draw({ A: 'Task' }, []);
  const nothing = { attrs: {}, refs: {}, children: {}, values: {} };
  document.elements.X = { id: 'X', type: `bpmn:${type}`, parent: 'A', containment: 'x', ...nothing, ...more };
  document.elements.Item = {
    ...document.elements.X,
    ...nothing,
    id: 'Item',
    type: 'bpmn:ItemDefinition',
    attrs: item,
  };
  return document;
}

const list = { attrs: { isCollection: true }, refs: { itemSubjectRef: 'Item' } };

verifyRule(dataAssociations, {
  valid: {
    'one source': withEntry('DataInputAssociation', { refs: { sourceRef: ['D'] } }),
    'two sources with a transformation': withEntry('DataInputAssociation', {
      refs: { sourceRef: ['D', 'E'] },
      values: { transformation: { $type: 'bpmn:FormalExpression', body: 'D + E' } },
    }),
    'two lists': withEntry('DataObject', list, { isCollection: true }),
  },
  invalid: {
    'two sources': [
      withEntry('DataInputAssociation', { refs: { sourceRef: ['D', 'E'] } }),
      ['A'],
      /2 sources are written/,
    ],
    'a list of what is none': [withEntry('DataObject', list), ['X'], /disagree whether it is a list/],
  },
});

import { describe, expect, it } from 'vitest';
import { definitions, read } from '@/lib/bpmn/testing';
import {
  attachedTo,
  boundaryEvents,
  boundsOf,
  childrenOf,
  eventDefinitionOf,
  expressionText,
  hash,
  incoming,
  newDocument,
  newId,
  outgoing,
  processes,
  processOf,
} from './index';
import { validateDocument } from './validate';

const MODEL = definitions(`<bpmn:process id="P" name="Order"><bpmn:subProcess id="Sub"><bpmn:task id="T"/>
  <bpmn:boundaryEvent id="B" attachedToRef="T"><bpmn:timerEventDefinition id="Timer">
  <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
  <bpmn:endEvent id="E"/><bpmn:sequenceFlow id="F" sourceRef="T" targetRef="E"/></bpmn:subProcess></bpmn:process>`);

describe('selectors', () => {
  const document = read(MODEL);

  it('follow flows by their own ends, whatever the lists of incoming and outgoing say', () => {
    expect(outgoing(document, 'T').map((flow) => flow.id)).toEqual(['F']);
    expect(incoming(document, 'E').map((flow) => flow.id)).toEqual(['F']);
    expect(incoming(document, 'nothing')).toEqual([]);
  });

  it('find hosts, boundary events, definitions and owners', () => {
    expect(attachedTo(document, 'B')?.id).toBe('T');
    expect(boundaryEvents(document, 'T').map((event) => event.id)).toEqual(['B']);
    expect(eventDefinitionOf(document, 'B')?.type).toBe('bpmn:TimerEventDefinition');
    expect(expressionText(eventDefinitionOf(document, 'B'), 'timeDuration')).toBe('PT1H');
    expect(processOf(document, 'T')?.id).toBe('P');
    expect(childrenOf(document, 'Sub', 'flowElements')).toHaveLength(4);
  });

  it('see a changed document as another one', () => {
    const { F: _, ...elements } = document.elements;
    const changed = { ...document, elements };
    expect(outgoing(changed, 'T')).toEqual([]);
    expect(outgoing(document, 'T')).toHaveLength(1);
  });
});

describe('hash', () => {
  it('depends on content, not on the order of keys', () => {
    const document = read(MODEL);
    const reversed = {
      ...document,
      elements: Object.fromEntries(Object.entries(document.elements).reverse()),
    };
    expect(hash(reversed)).toBe(hash(document));
    const renamed = structuredClone(document);
    if (renamed.elements.P) renamed.elements.P.attrs.name = 'Ordes';
    expect(hash(renamed)).not.toBe(hash(document));
  });
});

describe('a new document', () => {
  it('is valid, has one drawn start event, and ids that are free', () => {
    const document = newDocument({ name: 'Invoice' });
    const [process] = processes(document);
    const [start] = childrenOf(document, process?.id ?? '', 'flowElements');
    expect(process?.attrs).toMatchObject({ name: 'Invoice', isExecutable: true });
    expect(boundsOf(document, start?.id ?? '')).toMatchObject({ width: 36, height: 36 });
    expect(validateDocument(JSON.parse(JSON.stringify(document)))).toMatchObject({ ok: true });
    expect(newId('Task', document)).toMatch(/^Task_[0-9a-z]{7}$/);
  });
});

describe('a document from outside', () => {
  const changed = (change: (document: ReturnType<typeof read>) => void) => {
    const document = structuredClone(read(MODEL));
    change(document);
    return validateDocument(document);
  };

  it.each<[string, (document: ReturnType<typeof read>) => void, object]>([
    ['an unknown format', (d) => Object.assign(d, { format: 2 }), { code: 'unknown-format' }],
    [
      'a wrong shape',
      (d) => Object.assign(d.elements.T ?? {}, { attrs: { name: {} } }),
      { elementId: 'T', field: 'attrs.name' },
    ],
    [
      'an extra key',
      (d) => Object.assign(d.elements.T ?? {}, { owner: 'me' }),
      { code: 'not-a-document', elementId: 'T' },
    ],
    [
      'a parent that disagrees',
      (d) => Object.assign(d.elements.T ?? {}, { parent: 'P' }),
      { code: 'inconsistent', elementId: 'T' },
    ],
    ['a missing child', (d) => void delete d.elements.T, { code: 'inconsistent', elementId: 'T' }],
    ['an id that disagrees', (d) => Object.assign(d.elements.T ?? {}, { id: 'X' }), { code: 'inconsistent' }],
    ['a child twice', (d) => void d.elements.Sub?.children.flowElements?.push('T'), { elementId: 'Sub' }],
    [
      'half a character',
      (d) => Object.assign(d.elements.T?.attrs ?? {}, { name: '\ud800' }),
      { code: 'forbidden-character' },
    ],
    [
      'too much text',
      (d) => Object.assign(d.elements.T?.attrs ?? {}, { name: 'x'.repeat(6e6) }),
      { code: 'too-large' },
    ],
  ])('is refused for %s', (_what, change, expected) => {
    expect(changed(change)).toMatchObject({ ok: false, ...expected });
  });

  it('is refused when containment is a ring apart from the rest', () => {
    const result = changed((document) => {
      const [process, sub] = [document.elements.P, document.elements.Sub];
      if (process) process.children = {};
      if (sub) Object.assign(sub, { parent: 'T', containment: 'x' });
      if (document.elements.T) document.elements.T.children = { x: ['Sub'] };
    });
    expect(result).toMatchObject({ ok: false, code: 'inconsistent', field: 'parent' });
  });

  it('may contain a written-out escape, and is refused above 5,000 elements or when it is no object', () => {
    expect(changed((d) => Object.assign(d.elements.T?.attrs ?? {}, { name: '\\u0000' }))).toMatchObject({
      ok: true,
    });
    expect(validateDocument('text')).toMatchObject({ ok: false, code: 'not-a-document' });
    const many = changed((document) => {
      const list = document.elements.Sub?.children.flowElements;
      const model = document.elements.T;
      for (let n = 0; n < 5_000 && list && model; n++) {
        list.push(`N${n}`);
        document.elements[`N${n}`] = { ...model, id: `N${n}` };
      }
    });
    expect(many).toMatchObject({ ok: false, code: 'too-many-elements' });
  });
});

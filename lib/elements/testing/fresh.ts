import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { draw } from '@/engine/compile/testing/draw';
import type { Seed } from '../define';

/** What was drawn and nothing said about it yet, as `X` in a process that is whole without it. */
export function plantFresh(seed: Seed): ProcessDocument {
  const type = seed.type.replace(/^bpmn:/, '');
  const attrs = { name: 'X', ...seed.attrs };
  const document =
    SURROUNDINGS[type]?.(attrs) ??
    draw({ S: 'StartEvent', X: { type, attrs }, E: 'EndEvent' }, ['S > X', 'X > E']);
  const element = document.elements.X;
  if (element) {
    element.values = { ...seed.values };
    fill(document, element, seed);
  }
  return document;
}

type Surroundings = (attrs: DocElement['attrs']) => ProcessDocument;

/** Kinds that can't stand between a start and an end. */
const SURROUNDINGS: Readonly<Record<string, Surroundings>> = {
  StartEvent: (attrs) => draw({ X: { type: 'StartEvent', attrs }, E: 'EndEvent' }, ['X > E']),
  EndEvent: (attrs) => draw({ S: 'StartEvent', X: { type: 'EndEvent', attrs } }, ['S > X']),
  BoundaryEvent: (attrs) =>
    draw(
      {
        S: 'StartEvent',
        A: 'Task',
        E: 'EndEvent',
        X: { type: 'BoundaryEvent', attrs, refs: { attachedToRef: 'A' } },
        F: 'EndEvent',
      },
      ['S > A', 'A > E', 'X > F'],
    ),
};

function fill(document: ProcessDocument, parent: DocElement, seed: Seed): void {
  for (const [containment, seeds] of Object.entries(seed.children ?? {}))
    parent.children[containment] = seeds.map((inner, index) => {
      const id = `${parent.id}_${containment}_${index}`;
      document.elements[id] = {
        id,
        type: inner.type,
        parent: parent.id,
        containment,
        attrs: { ...inner.attrs },
        refs: {},
        children: {},
        values: { ...inner.values },
      };
      fill(document, document.elements[id], inner);
      return id;
    });
}

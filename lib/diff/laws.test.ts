import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProcessDocument } from '@/lib/document';
import { append, type Edited, isRefused, kindById, move, remove, setLabel } from '@/lib/editing';
import { done, sample } from '@/lib/editing/testing/diagrams';
import { type DocumentDiff, diffDocuments, isSame } from '.';

const KINDS = ['task', 'approval', 'exclusive-gateway', 'end-event', 'ai-call'] as const;

type Edit = { what: 'append' | 'remove' | 'label' | 'move'; at: number; kind: (typeof KINDS)[number] };

const edits = fc.array(
  fc.record<Edit>({
    what: fc.constantFrom('append', 'remove', 'label', 'move'),
    at: fc.nat(40),
    kind: fc.constantFrom(...KINDS),
  }),
  { maxLength: 8 },
);

function apply(document: ProcessDocument, { what, at, kind }: Edit): ProcessDocument {
  const nodes = Object.values(document.elements).filter(
    ({ containment, refs }) => containment === 'flowElements' && refs.sourceRef === undefined,
  );
  const id = nodes[at % Math.max(1, nodes.length)]?.id;
  if (!id) return document;
  const result =
    what === 'append'
      ? append(document, id, kindById(kind))
      : what === 'remove'
        ? remove(document, [id])
        : what === 'label'
          ? setLabel(document, id, `Named ${at}`)
          : move(document, [id], { x: at, y: 10 });
  return isRefused(result) ? document : (result as Edited).document;
}

const documents = edits.map((list) => list.reduce(apply, sample().document));
const ids = (list: DocumentDiff['added']) => list.map(({ id }) => id).sort();

const RUNS = { numRuns: process.env.CI === 'true' ? 300 : 60 };

describe('laws of the comparison', () => {
  it('nothing differs from itself, also after a trip through JSON', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const again = JSON.parse(JSON.stringify(document)) as ProcessDocument;
        expect(diffDocuments(document, again)).toEqual({ added: [], removed: [], changed: [], layout: [] });
      }),
      RUNS,
    );
  });

  it('backwards, added is removed, changed and moved stay, and old and new swap places', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const [there, back] = [diffDocuments(a, b), diffDocuments(b, a)];
        expect(ids(there.added)).toEqual(ids(back.removed));
        expect(ids(there.removed)).toEqual(ids(back.added));
        expect(ids(there.layout)).toEqual(ids(back.layout));
        const swapped = (diff: DocumentDiff, swap: boolean) =>
          diff.changed
            .flatMap(({ id, changes }) =>
              changes.map(({ key, before, after }) => [
                id,
                key,
                ...(swap ? [after, before] : [before, after]),
              ]),
            )
            .map((line) => JSON.stringify(line))
            .sort();
        expect(swapped(back, true)).toEqual(swapped(there, false));
      }),
      RUNS,
    );
  });

  it('every element is in at most one of added, removed and changed', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const diff = diffDocuments(a, b);
        const all = [...diff.added, ...diff.removed, ...diff.changed].map(({ id }) => id);
        expect(new Set(all).size).toBe(all.length);
      }),
      RUNS,
    );
  });

  it('misses no attribute of any element that isn’t drawing', () => {
    const base = sample().document;
    const inProcess = Object.values(base.elements).filter(({ type }) => !type.startsWith('bpmndi:'));
    for (const { id, attrs } of inProcess) {
      const elements = { ...base.elements };
      elements[id] = { ...base.elements[id]!, attrs: { ...attrs, 'other:attribute': 'x' } };
      expect(isSame(diffDocuments(base, { ...base, elements })), id).toBe(false);
    }
  });
});

/** A row of tasks, each with a condition on its way in. */
function large(count: number): ProcessDocument {
  const base = sample().document;
  const process = Object.values(base.elements).find(({ type }) => type === 'bpmn:Process')!;
  const elements = { ...base.elements };
  const content: string[] = [];
  for (let i = 0; i < count; i++) {
    const [id, flow] = [`T${i}`, `F${i}`];
    const of = { parent: process.id, containment: 'flowElements', children: {} };
    const formal = { $type: 'bpmn:FormalExpression', body: `=amount > ${i}` };
    elements[id] = { id, type: 'bpmn:UserTask', attrs: { name: `Step ${i}` }, refs: {}, values: {}, ...of };
    elements[flow] = {
      id: flow,
      type: 'bpmn:SequenceFlow',
      attrs: {},
      refs: { sourceRef: `T${Math.max(0, i - 1)}`, targetRef: id },
      values: { conditionExpression: formal },
      ...of,
    };
    content.push(id, flow);
  }
  elements[process.id] = { ...process, children: { ...process.children, flowElements: content } };
  return { ...base, elements };
}

describe('size', () => {
  const copy = (document: ProcessDocument) => JSON.parse(JSON.stringify(document)) as ProcessDocument;
  const fastest = (a: ProcessDocument, b: ProcessDocument) => {
    // Processor time, so that a busy machine doesn't decide.
    const times = Array.from({ length: 7 }, () => {
      const [left, right] = [copy(a), copy(b)];
      const start = process.cpuUsage();
      diffDocuments(left, right);
      return process.cpuUsage(start).user / 1000;
    });
    return Math.min(...times);
  };

  it('3,000 nodes are compared within 50 ms, touched or not', () => {
    const before = large(3000);
    const all = copy(before);
    for (const element of Object.values(all.elements))
      if (element.type === 'bpmn:UserTask') element.attrs = { name: `${element.attrs.name} again` };
    const one = done(setLabel(before, 'T7', 'Another')).document;
    const [few, many] = [fastest(before, one), fastest(before, all)];
    console.info(
      `3,000 nodes, 3,000 flows: one changed ${few.toFixed(1)} CPU ms, all changed ${many.toFixed(1)} CPU ms`,
    );
    expect(diffDocuments(before, one).changed).toHaveLength(1);
    expect(diffDocuments(before, all).changed.length).toBeGreaterThanOrEqual(3000);
    expect(few).toBeLessThan(50);
    expect(many).toBeLessThan(250);
  });
});

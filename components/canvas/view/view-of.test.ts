import { describe, expect, it } from 'vitest';
import { type DiagramView, diagramView, shapeOf } from '@/lib/document';
import {
  append,
  type EditResult,
  kindById,
  makeSpace,
  morph,
  move,
  remove,
  setLabel,
  setRepetition,
} from '@/lib/editing';
import { done, planeId, sample } from '@/lib/editing/testing/diagrams';
import { createViewer, viewOf } from './view-of';

const { document, ids } = sample();
const plain = ({ nodes, edges }: DiagramView) => JSON.parse(JSON.stringify({ nodes, edges }));

describe('a document as a picture', () => {
  it('shows every shape and line with what it looks like', () => {
    const view = viewOf(document);
    expect(view.nodes).toHaveLength(6);
    expect(view.edges).toHaveLength(4);
    expect(view.nodes.find((node) => node.id === ids.approval)?.spec).toMatchObject({
      shape: 'task',
      approval: true,
    });
    expect(view.nodes.find((node) => node.id === ids.timer)?.spec).toMatchObject({
      position: 'boundary',
      trigger: 'timer',
    });
  });

  it('keeps the identity of everything a change did not touch', () => {
    const viewer = createViewer();
    const before = viewer(document);
    const after = viewer(done(setLabel(document, ids.task, 'Extract')).document);
    const changed = after.nodes.filter((node, i) => node !== before.nodes[i]);
    expect(changed.map((node) => node.spec.label)).toEqual(['Extract']);
    expect(after.edges.filter((edge, i) => edge !== before.edges[i])).toHaveLength(0);
  });

  it('shows after every step what a view made anew shows, also backwards', () => {
    const viewer = createViewer();
    const steps = [document];
    const go = (result: EditResult) => steps.push(done(result).document);
    const now = () => steps.at(-1) as typeof document;
    go(move(now(), [ids.task], { x: 40, y: 20 }));
    go(append(now(), ids.approval, kindById('task')));
    go(morph(now(), ids.task, kindById('ai-call')));
    go(setRepetition(now(), ids.approval, 'parallel'));
    go(remove(now(), [ids.timer]));
    go(makeSpace(now(), { plane: planeId(document), axis: 'x', at: 300, by: 50 }));
    for (const each of [...steps, ...[...steps].reverse()])
      expect(plain(viewer(each))).toEqual(plain(viewOf(each)));
  });

  it('draws again only what a move touched: the step and its flows', () => {
    const viewer = createViewer();
    const before = viewer(document);
    const after = viewer(done(move(document, [ids.task], { x: 10, y: 0 })).document);
    const changed = after.nodes.filter((node) => !before.nodes.includes(node)).map(({ id }) => id);
    expect(changed).toContain(ids.task);
    expect(changed).not.toContain(ids.approval);
    const lines = after.edges.filter((edge) => !before.edges.includes(edge));
    expect(lines.every((edge) => [edge.sourceId, edge.targetId].includes(ids.task))).toBe(true);
  });

  it('has the looks that other tools gave, as an exported picture has them', () => {
    const shape = shapeOf(document, ids.task);
    if (!shape) throw new Error('not drawn');
    const coloured = {
      ...document,
      elements: {
        ...document.elements,
        [shape.id]: { ...shape, attrs: { ...shape.attrs, 'bioc:fill': '#ffe0b2' } },
      },
    };
    const specOn = ({ nodes }: ReturnType<typeof viewOf>) =>
      nodes.find(({ id }) => id === ids.task)?.spec.colours;
    expect(specOn(viewOf(coloured))).toEqual({ fill: '#ffe0b2' });
    expect(specOn(diagramView(coloured))).toEqual({ fill: '#ffe0b2' });
  });
});

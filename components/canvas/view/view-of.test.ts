import { describe, expect, it } from 'vitest';
import { diagramView, shapeOf } from '@/lib/document';
import { setLabel } from '@/lib/editing';
import { done, sample } from '@/lib/editing/testing/diagrams';
import { viewOf } from './view-of';

const { document, ids } = sample();

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
    const before = viewOf(document);
    const after = viewOf(done(setLabel(document, ids.task, 'Extract')).document);
    const changed = after.nodes.filter((node, i) => node !== before.nodes[i]);
    expect(changed.map((node) => node.spec.label)).toEqual(['Extract']);
    expect(after.edges.filter((edge, i) => edge !== before.edges[i])).toHaveLength(0);
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

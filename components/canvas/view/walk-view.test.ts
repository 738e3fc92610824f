import { describe, expect, it } from 'vitest';
import { outgoing, ref } from '@/lib/document';
import { append, kindById } from '@/lib/editing';
import { done, sample } from '@/lib/editing/testing/diagrams';
import { viewOf } from './view-of';
import { stepOf, walked } from './walk-view';

const { document: drawn, ids } = sample();
const second = done(append(drawn, ids.gateway, kindById('end-event')));
const view = viewOf(second.document);
const other = second.select[0] ?? '';

describe('arrows in a drawing to look at', () => {
  it('begin at the start', () => {
    expect(walked(view, null, 'ArrowRight')).toBe(ids.start);
    expect(walked(view, 'gone', 'ArrowLeft')).toBe(ids.start);
  });

  it('lead along the flow and back', () => {
    expect(walked(view, ids.start, 'ArrowRight')).toBe(ids.task);
    expect(walked(view, ids.task, 'ArrowRight')).toBe(ids.gateway);
    expect(walked(view, ids.gateway, 'ArrowLeft')).toBe(ids.task);
    expect(walked(view, ids.start, 'ArrowLeft')).toBeUndefined();
    expect(walked(view, ids.end, 'ArrowRight')).toBeUndefined();
  });

  it('lead between the ways out of a decision, from top to bottom, and no further', () => {
    const y = (id: string) => {
      const node = view.nodes.find((each) => each.id === id)!;
      return node.y + node.spec.height / 2;
    };
    const ways = [ids.approval, other].toSorted((a, b) => y(a) - y(b));
    expect(walked(view, ways[0]!, 'ArrowDown')).toBe(ways[1]);
    expect(walked(view, ways[1]!, 'ArrowUp')).toBe(ways[0]);
    expect(walked(view, ways[0]!, 'ArrowUp')).toBeUndefined();
    expect(walked(view, ways[1]!, 'ArrowDown')).toBeUndefined();
    expect(walked(view, ids.gateway, 'ArrowRight')).toBe(ways[0]);
  });

  it('lead from a flow to its ends', () => {
    const flow = outgoing(second.document, ids.task)[0]!;
    expect(walked(view, flow.id, 'ArrowRight')).toBe(ref(flow, 'targetRef'));
    expect(walked(view, flow.id, 'ArrowLeft')).toBe(ids.task);
    expect(walked(view, flow.id, 'ArrowDown')).toBeUndefined();
  });

  it('lead nowhere in an empty drawing', () => {
    expect(walked({ ...view, nodes: [], edges: [] }, null, 'ArrowRight')).toBeUndefined();
  });
});

describe('a step', () => {
  it('says what is there and what it does, and where its middle is', () => {
    const running = {
      ...view,
      nodes: view.nodes.map((node) => ({ ...node, label: `Step ${node.id}`, state: 'waiting' as const })),
    };
    const { x, y, spec } = view.nodes.find(({ id }) => id === ids.task)!;
    expect(stepOf(running, ids.start, 'ArrowRight')).toEqual({
      id: ids.task,
      middle: { x: x + spec.width / 2, y: y + spec.height / 2 },
      words: `Step ${ids.task}, waiting`,
    });
  });

  it('is none where the way ends, or by another key', () => {
    expect(stepOf(view, ids.end, 'ArrowRight')).toBeUndefined();
    expect(stepOf(view, ids.start, 'Home')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { elementsOfType, ref } from '@/lib/document';
import { sample } from '@/lib/editing/testing/diagrams';
import { neighbour, readingOrder } from './walk';

const { document, ids } = sample();
const plane = elementsOfType(document, 'bpmndi:BPMNPlane')[0]?.id ?? '';
const flow = elementsOfType(document, 'bpmn:SequenceFlow').find((one) => ref(one, 'sourceRef') === ids.task);

describe('walking along a diagram', () => {
  it('follows the flow, and begins anew after the last element', () => {
    const order = readingOrder(document, plane);
    expect(order[0]).toBe(ids.start);
    expect(neighbour(document, plane, undefined, 1)).toBe(ids.start);
    expect(neighbour(document, plane, ids.start, 1)).toBe(ids.task);
    expect(neighbour(document, plane, order.at(-1), 1)).toBe(ids.start);
  });

  it('leads from a flow to what it connects', () => {
    expect(neighbour(document, plane, flow?.id, -1)).toBe(ids.task);
    expect(neighbour(document, plane, flow?.id, 1)).toBe(ref(flow, 'targetRef'));
  });
});

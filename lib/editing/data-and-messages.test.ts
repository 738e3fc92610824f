import { describe, expect, it } from 'vitest';
import { boundsOf, childrenOf, edgeOf, get, hash, ref, refList } from '@/lib/document';
import * as editing from '.';
import { drawingFaults } from './check-drawing';
import { data, dataId, ids, kind, partner, partnered, plane, reading } from './testing/containers';
import { done } from './testing/diagrams';

describe('data', () => {
  it('is read through an input that the step declares', () => {
    const [association] = childrenOf(reading.document, ids.task, 'dataInputAssociations');
    const [specification] = childrenOf(reading.document, ids.task, 'ioSpecification');
    const [input] = childrenOf(reading.document, specification?.id ?? '', 'dataInputs');
    expect(association?.refs).toEqual({ sourceRef: [dataId], targetRef: input?.id });
    expect(
      refList(childrenOf(reading.document, specification?.id ?? '', 'inputSets')[0], 'dataInputRefs'),
    ).toEqual([input?.id]);
    expect(childrenOf(reading.document, specification?.id ?? '', 'outputSets')).toHaveLength(1);
    expect(edgeOf(reading.document, association?.id ?? '')).toBeDefined();
  });
  it('leaves nothing behind when the association goes', () => {
    const gone = done(editing.remove(reading.document, reading.select as string[])).document;
    expect(get(gone, ids.task)?.children.ioSpecification).toBeUndefined();
    expect(hash(gone)).toBe(hash(data.document));
  });
});

describe('messages', () => {
  it('end at the pool when it becomes a black box', () => {
    const open = done(editing.toOpenPool(partnered.document, partner)).document;
    const bounds = boundsOf(open, partner) as editing.Bounds;
    const step = done(editing.addNode(open, kind('receive-task'), { plane, at: editing.centre(bounds) }));
    const sent = done(editing.connect(step.document, ids.task, step.select[0] ?? ''));
    expect(editing.lossesOfBlackBox(sent.document, partner)).toEqual(['The step in it']);
    const closed = done(editing.toBlackBox(sent.document, partner)).document;
    expect(ref(get(closed, sent.select[0] ?? ''), 'targetRef')).toBe(partner);
    expect(drawingFaults(closed)).toEqual([]);
  });
});

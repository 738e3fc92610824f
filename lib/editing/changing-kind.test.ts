import { describe, expect, it } from 'vitest';
import { childrenOf, get, outgoing, ref } from '@/lib/document';
import * as editing from '.';
import { document, ids, kind, reading } from './testing/containers';
import { done } from './testing/diagrams';

describe('compensation', () => {
  it('marks the step that a compensation event leads to', () => {
    const event = done(
      editing.addBoundary(document, kind('boundary-event.compensation'), ids.approval, { x: 560, y: 218 }),
    );
    const undoing = done(editing.append(event.document, event.select[0] ?? '', kind('task')));
    expect(get(undoing.document, undoing.select[0] ?? '')?.attrs.isForCompensation).toBe(true);
    expect(outgoing(undoing.document, event.select[0] ?? '')).toEqual([]);
    const wrong = editing.connect(event.document, event.select[0] ?? '', ids.end);
    expect(editing.isRefused(wrong) && wrong.refused).toMatch(/leads to the step that undoes its own/);
  });
});

describe('changing the kind', () => {
  it('lists what is lost and drops what the new type can’t carry', () => {
    const looped = done(editing.setRepetition(reading.document, ids.task, 'loop')).document;
    expect(editing.lossesOf(looped, ids.task, kind('user-task'))).toEqual([]);
    const made = done(editing.morph(looped, ids.task, kind('sub-process'))).document;
    expect(get(made, ids.task)?.children.ioSpecification).toBeUndefined();
    const [association] = childrenOf(made, ids.task, 'dataInputAssociations');
    expect(get(made, ref(association, 'targetRef'))?.type).toBe('bpmn:Property');
  });
});

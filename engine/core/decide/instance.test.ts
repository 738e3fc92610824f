import { describe, expect, it } from 'vitest';
import { BEGIN, RESULT, sent } from '../../testing/deciding';
import { fixed } from '../../testing/expressions';
import { line, pass, throwing, work } from '../../testing/world/models';
import type { Expression } from '../model';

const stuck = line('P', throwing('T', { type: 'signal', name: fixed(null) }));

describe('cancelling', () => {
  it('resolves what is stuck, for the same reason', () => {
    const { answer, state } = sent(stuck, [BEGIN, { type: 'cancel', reason: 'no longer needed' }]);
    expect(answer).toMatchObject([
      { type: 'incident.resolved', elementId: 'T', data: { incidentKey: 2, reason: 'no longer needed' } },
      { type: 'element.terminated', elementId: 'T', data: { reason: 'no longer needed' } },
      { type: 'instance.terminated', data: { reason: 'no longer needed' } },
    ]);
    expect(state).toMatchObject({ status: 'terminated', incidents: {} });
  });

  it.each([{ instanceId: 'caller', key: 4 }, undefined])(
    'says who called it, if anybody did: %j',
    (calledBy) => {
      const begin = calledBy ? { ...BEGIN, calledBy } : BEGIN;
      const { answer } = sent(stuck, [begin, { type: 'cancel', reason: 'r' }]);
      expect(Array.isArray(answer) && answer.at(-1)).toMatchObject({
        type: 'instance.terminated',
        data: calledBy ? { reason: 'r', calledBy } : { reason: 'r' },
      });
    },
  );
});

describe('retrying', () => {
  it('is named after the step that is stuck, not after its kind alone', () => {
    const { answer } = sent(stuck, [BEGIN, { type: 'retry-incident', incidentKey: 2, reason: 'r' }]);
    expect(answer).toMatchObject([
      { type: 'incident.resolved', elementId: 'T', elementType: 'task', key: 1, scopeKey: 0 },
      { type: 'incident.raised', key: 1 },
    ]);
  });

  it('goes on where it stopped, with what was repaired: what is done is not done again', () => {
    const result: Expression = {
      mode: 'bounded',
      source: 'x + 1',
      evaluate: ({ variables: { x } }) =>
        typeof x === 'number'
          ? { ok: true, value: x + 1, missing: [] }
          : { ok: false, code: 'x', message: 'no number' },
    };
    const outputs = [{ target: 'y', value: result }];
    const model = line('P', pass('S'), { ...work('A'), outputs }, pass('E'));
    const repair = { type: 'retry-incident', incidentKey: 4, reason: 'r', variables: { x: 1 } } as const;
    const { answer, state } = sent(model, [BEGIN, RESULT, repair]);
    expect(state).toMatchObject({ status: 'completed', variables: { x: 1, y: 2 } });
    expect(Array.isArray(answer) && answer.map(({ type }) => type)).not.toContain('work.created');
  });
});

import { describe, expect, it } from 'vitest';
import { netEffects } from './effects-of';
import type { EngineEvent } from './events';

const work = (key: number): EngineEvent => ({
  type: 'work.created',
  v: 1,
  elementId: 'A',
  key,
  data: { workType: 't', retries: 3, attempt: 1, payload: null },
});
const withdrawn = (key: number): EngineEvent => ({ type: 'work.cancelled', v: 1, key, data: {} });

describe('effects of a transition', () => {
  it('leave out a row that is opened and closed in it', () => {
    expect(netEffects([work(1), withdrawn(1)])).toEqual([]);
  });
  it('close a row before opening it again', () => {
    expect(netEffects([withdrawn(1), work(1)]).map(({ type }) => type)).toEqual(['drop-work', 'run-work']);
  });
  it('close a row once when it was opened again and closed again', () => {
    expect(netEffects([withdrawn(1), work(1), withdrawn(1)])).toEqual([{ type: 'drop-work', key: 1 }]);
  });
  it('reschedule a failed attempt under the next number', () => {
    const lease = { worker: 'w', leasedAt: '2026', attempt: 2 };
    const failed: EngineEvent = {
      type: 'work.failed',
      v: 1,
      key: 1,
      data: { lease, error: 'x', retryAt: '2027' },
    };
    expect(netEffects([failed])).toEqual([
      { type: 'reschedule-work', key: 1, attempt: 3, availableAt: '2027' },
    ]);
  });
});

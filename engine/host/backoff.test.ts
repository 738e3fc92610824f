import { describe, expect, it } from 'vitest';
import { backoffMs, retryAt } from './backoff';

const backoff = (random: number) => ({ baseMs: 1_000, capMs: 300_000, random: () => random });
const now = '2026-01-01T00:00:00.000Z';

describe('back-off', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [5, 16_000],
    [12, 300_000],
    [1_000, 300_000],
  ])('after failure %i waits at most %i ms', (attempt, ceiling) => {
    expect(backoffMs(attempt, backoff(0.999_999_9))).toBe(ceiling);
    expect(backoffMs(attempt, backoff(0.5))).toBe(ceiling / 2);
    expect(backoffMs(attempt, backoff(0))).toBe(1);
  });

  it('ends when every attempt was used', () => {
    expect(retryAt(now, 3, 3)).toBeUndefined();
    expect(retryAt(now, 2, 3, undefined, backoff(0.5))).toBe('2026-01-01T00:00:01.000Z');
  });

  it('waits as long as the called service asks', () => {
    expect(retryAt(now, 1, 3, 7_000)).toBe('2026-01-01T00:00:07.000Z');
  });
});

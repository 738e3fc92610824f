import { describe, expect, it } from 'vitest';
import { nextDue } from './schedule';

const cases: [string, string, number | null, string, string, string | null][] = [
  [
    'counts from the last due time',
    'PT1H',
    2,
    '2026-01-01T00:00:00.000Z',
    '2026-01-01T00:10:00.000Z',
    '2026-01-01T01:00:00.000Z',
  ],
  [
    'skips what was missed',
    'PT1H',
    null,
    '2026-01-01T00:00:00.000Z',
    '2026-01-03T05:30:00.000Z',
    '2026-01-03T06:00:00.000Z',
  ],
  [
    'lies after now, not at it',
    'PT1H',
    null,
    '2026-01-01T00:00:00.000Z',
    '2026-01-01T02:00:00.000Z',
    '2026-01-01T03:00:00.000Z',
  ],
  [
    'uses calendar months',
    'P1M',
    null,
    '2026-01-31T00:00:00.000Z',
    '2026-02-10T00:00:00.000Z',
    '2026-02-28T00:00:00.000Z',
  ],
  [
    'keeps the day of the month over missed ones',
    'P1M',
    null,
    '2026-01-31T00:00:00.000Z',
    '2026-03-01T00:00:00.000Z',
    '2026-03-31T00:00:00.000Z',
  ],
  [
    'finds short periods after a long time',
    'PT1S',
    null,
    '2020-01-01T00:00:00.000Z',
    '2026-01-01T00:00:00.000Z',
    '2026-01-01T00:00:01.000Z',
  ],
  [
    'reads cron in UTC',
    '0 9 * * 1-5',
    null,
    '2026-01-02T09:00:00.000Z',
    '2026-01-02T09:00:01.000Z',
    '2026-01-05T09:00:00.000Z',
  ],
  ['ends with its last occurrence', 'PT1H', 0, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', null],
];

describe('the next firing of a cycle', () => {
  it.each(cases)('%s', (_title, text, left, dueAt, now, next) => {
    expect(nextDue({ text, left }, dueAt, now)?.dueAt ?? null).toBe(next);
  });
  it('counts down', () => {
    const first = nextDue({ text: 'PT1H', left: 2 }, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
    expect(first?.data.left).toBe(1);
  });
  it('is none for a timer that is no cycle', () => {
    expect(nextDue(undefined, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { cycleOf, nextDue } from './schedule';

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

/** When a cycle fires, each time at once. */
function firings(text: string, first: string, most = 4): string[] {
  const times = [first];
  for (let next = nextDue(cycleOf(text, null, first), first, first); next && times.length < most; ) {
    times.push(next.dueAt);
    next = nextDue(next.data, next.dueAt, next.dueAt);
  }
  return times.map((time) => time.slice(5, 16));
}

it('comes on the last days of months without losing the 31st', () => {
  expect(firings('R/P1M', '2026-01-31T09:00:00.000Z')).toEqual([
    '01-31T09:00',
    '02-28T09:00',
    '03-31T09:00',
    '04-30T09:00',
  ]);
});

it('comes at the same time of day while clocks are changed, where its start names a zone', () => {
  const berlin = 'R/2026-03-28T09:00:00[Europe/Berlin]/P1D';
  expect(firings(berlin, '2026-03-28T08:00:00.000Z')).toEqual([
    '03-28T08:00',
    '03-29T07:00',
    '03-30T07:00',
    '03-31T07:00',
  ]);
  expect(firings(berlin, '2026-10-24T07:00:00.000Z', 3)).toEqual([
    '10-24T07:00',
    '10-25T08:00',
    '10-26T08:00',
  ]);
  expect(firings('R/2026-03-28T09:00:00+01:00/P1D', '2026-03-28T08:00:00.000Z', 2)[1]).toBe('03-29T08:00');
});

it('comes every day of a zone after a long time, none left out', () => {
  const zone = cycleOf('R/2020-01-01T09:00:00[Europe/Berlin]/P1D', null);
  expect(nextDue(zone, '2020-01-01T08:00:00.000Z', '2026-07-01T06:59:00.000Z')?.dueAt).toBe(
    '2026-07-01T07:00:00.000Z',
  );
});

it('ends with the end that it names', () => {
  expect(firings('R/PT1H/2026-01-01T02:30:00Z', '2026-01-01T01:00:00.000Z')).toEqual([
    '01-01T01:00',
    '01-01T02:00',
  ]);
});

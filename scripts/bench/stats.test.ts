import { expect, it } from 'vitest';
import { summary } from './report';
import { median, percentile } from './stats';

it('the median is the middle, or the mean of the two middle ones', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
});

it('a percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile([], 0.99)]).toEqual([51, 100, 0]);
});

it('a summary has medians of the rounds, and row 1 at most in flight at the top', () => {
  const round = (raw: number, tasks: number) => ({
    before: raw,
    after: raw,
    raw,
    lines: {
      sequence: [
        { what: '1 in flight', tasksPerSecond: 1 },
        { what: '512 in flight', tasksPerSecond: tasks },
      ],
    },
  });
  const result = summary([round(100, 150), round(200, 320), round(100, 170)], ['sequence'], {});
  expect(result).toMatchObject({ tasksPerSecond: 170, rawCommitsPerSecond: 100, ratioToRaw: 1.6, rounds: 3 });
  expect(result.rows.sequence?.[1]).toEqual({
    what: '512 in flight',
    tasksPerSecond: 170,
    ratioToRaw: 1.6,
  });
});

import { describe, expect, it } from 'vitest';
import { firstReminder, nextReminder } from './reminder';

const NOW = '2026-11-27T10:00:00.000Z';

/** All reminders of a task that stays open, at most five. */
function all(text: string): string[] {
  const first = firstReminder(text, NOW);
  if (!first.ok) throw new Error(first.message);
  const times = [first.dueAt];
  while (times.length < 5) {
    const last = times.at(-1)!;
    const next = nextReminder(text, times.length, last, last);
    if (next === null) break;
    times.push(next);
  }
  return times.map((time) => time.slice(8, 16));
}

describe('reminders', () => {
  it.each([
    ['PT4H', ['27T14:00']],
    ['R2/PT12H', ['27T22:00', '28T10:00']],
    ['R1/PT12H', ['27T22:00']],
    ['R2/2026-11-28T08:00:00Z/PT1H', ['28T08:00', '28T09:00']],
    ['R/PT1H', ['27T11:00', '27T12:00', '27T13:00', '27T14:00', '27T15:00']],
    ['0 9 * * 1-5', ['30T09:00', '01T09:00', '02T09:00', '03T09:00', '04T09:00']],
  ])('%s', (text, times) => {
    expect(all(text)).toEqual(times);
  });

  it('are not made up for when nothing ran: the next one lies ahead', () => {
    expect(nextReminder('R/PT1H', 1, '2026-11-27T11:00:00.000Z', '2026-11-27T15:30:00.000Z')).toBe(
      '2026-11-27T16:00:00.000Z',
    );
  });

  it('say what can not be read', () => {
    expect(firstReminder('daily', NOW)).toMatchObject({ ok: false });
  });
});

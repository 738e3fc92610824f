import { describe, expect, it } from 'vitest';
import { type BusinessCalendar, STANDARD } from './calendar';
import { firstWorkingReminder, nextWorkingReminder } from './reminders';

const BERLIN: BusinessCalendar = {
  ...STANDARD,
  timeZone: 'Europe/Berlin',
  holidays: [{ date: '2026-12-07', name: 'Works outing' }],
};

/** All reminders of a task that opens at `now`, each fired as soon as it is due. */
function all(text: string, now: string, most = 5): string[] {
  const first = firstWorkingReminder(BERLIN, text, now);
  if (!first.ok) return [first.message];
  const times = [first.dueAt];
  for (let next: string | null = first.dueAt; next && times.length < most; ) {
    next = nextWorkingReminder(BERLIN, text, times.length, next, next);
    if (next) times.push(next);
  }
  return times.map((time) => time.replace(':00.000Z', 'Z'));
}

describe('reminders in working time', () => {
  it.each([
    ['once, a working day later', 'P1D', ['2026-12-08T15:00Z']],
    [
      'three times, four working hours apart',
      'R3/PT4H',
      ['2026-12-08T11:00Z', '2026-12-08T15:00Z', '2026-12-09T11:00Z'],
    ],
    [
      'daily, by working days',
      'R/P1D',
      [
        '2026-12-08T15:00Z',
        '2026-12-09T15:00Z',
        '2026-12-10T15:00Z',
        '2026-12-11T15:00Z',
        '2026-12-14T15:00Z',
      ],
    ],
    [
      'at nine by the calendar’s clock, on working days',
      '0 9 * * *',
      [
        '2026-12-08T08:00Z',
        '2026-12-09T08:00Z',
        '2026-12-10T08:00Z',
        '2026-12-11T08:00Z',
        '2026-12-14T08:00Z',
      ],
    ],
    ['twice from a day on', 'R2/2026-12-10T10:00Z/P1D', ['2026-12-10T10:00Z', '2026-12-11T10:00Z']],
  ])('%s', (_name, text, expected) => expect(all(text, '2026-12-04T15:00Z')).toEqual(expected));

  it.each([
    ['R0/PT1H', /never fires/],
    ['R3/P1W', /working days/],
    ['now and then', /neither a repetition/],
    ['0 9 * * 6', /never comes on a working day/],
    ['R3/soon/PT1H', /not a date/],
  ])('refuses %s', (text, why) => expect(all(text, '2026-12-04T15:00Z')[0]).toMatch(why));

  it('skips what was missed while nothing ran', () =>
    expect(
      nextWorkingReminder(BERLIN, 'R/PT4H', 1, '2026-12-01T12:00:00.000Z', '2026-12-02T13:00:00.000Z'),
    ).toBe('2026-12-02T16:00:00.000Z'));
});

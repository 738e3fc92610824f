import { describe, expect, it } from 'vitest';
import { STANDARD } from '@/lib/calendars/calendar';
import type { TimerView } from '@/lib/triggers/timer/bpmn';
import { occurrences } from './occurrences';
import { dueTimer, reminderTimer } from './timer-kinds';

// a Friday
const NOW = '2026-11-27T10:00:00.000Z';
const at = (...times: string[]) => times.map((time) => `2026-${time}:00.000Z`);

const WEEKEND = '2026-11-28T10:00:00.000Z';

describe('times counted by a calendar', () => {
  const counted = (value: string, kind: 'duration' | 'cycle' | 'date') => {
    const found = occurrences({ kind, value }, WEEKEND, 3, STANDARD);
    return found.ok ? [...found.times.map((time) => time.slice(8, 16)), found.more] : found.message;
  };
  it.each([
    ['PT4H', 'duration', ['30T13:00', false]],
    ['R4/P1D', 'cycle', ['01T09:00', '02T09:00', '03T09:00', true]],
    ['0 8 * * *', 'cycle', ['30T08:00', '01T08:00', '02T08:00', true]],
    ['2026-11-29T10:00:00Z', 'date', ['29T10:00', false]],
  ] as const)('%s', (value, kind, expected) => expect(counted(value, kind)).toEqual(expected));
  it('say what can’t be counted', () => expect(counted('P1W', 'duration')).toMatch(/working days/));
});

describe('when a timer fires next', () => {
  it.each([
    ['duration', 'PT4H', at('11-27T14:00'), false],
    ['duration', 'P1M', at('12-27T10:00'), false],
    ['date', '2026-12-24T18:00:00Z', at('12-24T18:00'), false],
    ['cycle', 'R/PT12H', at('11-27T22:00', '11-28T10:00', '11-28T22:00'), true],
    ['cycle', 'R2/PT12H', at('11-27T22:00', '11-28T10:00'), false],
    ['cycle', 'R1/PT12H', at('11-27T22:00'), false],
    ['cycle', 'R3/2026-12-01T00:00:00Z/P1D', at('12-01T00:00', '12-02T00:00', '12-03T00:00'), false],
    ['cycle', '0 9 * * 1-5', at('11-30T09:00', '12-01T09:00', '12-02T09:00'), true],
    ['cycle', '*/30 * * * *', at('11-27T10:30', '11-27T11:00', '11-27T11:30'), true],
  ] as [TimerView['kind'], string, string[], boolean][])('%s %s', (kind, value, times, more) => {
    expect(occurrences({ kind, value }, NOW)).toEqual({ ok: true, times, more, past: false });
  });

  it('says that a date is over', () => {
    expect(occurrences({ kind: 'date', value: '2026-01-01T00:00:00Z' }, NOW)).toMatchObject({ past: true });
  });

  it.each([
    ['duration', '4 hours', 'not a duration such as PT4H'],
    ['date', 'tomorrow', 'not a date and time such as'],
    ['cycle', '61 * * * *', 'neither a repetition such as R3/PT1H nor a cron expression'],
    ['cycle', 'R0/PT1H', 'repeats 0 times'],
  ] as [TimerView['kind'], string, string][])('explains what is wrong with %s “%s”', (kind, value, why) => {
    const result = occurrences({ kind, value }, NOW);
    expect(!result.ok && result.message).toContain(why);
  });

  it('takes reminders and due dates for what they are', () => {
    expect([reminderTimer('PT1H').kind, reminderTimer('R3/PT1H').kind]).toEqual(['duration', 'cycle']);
    expect([dueTimer('PT1H').kind, dueTimer('2026-12-24').kind]).toEqual(['duration', 'date']);
  });
});

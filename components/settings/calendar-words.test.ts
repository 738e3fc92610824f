import { describe, expect, it } from 'vitest';
import { STANDARD } from '@/lib/calendars/calendar';
import { holidaysOf, holidaysText, hoursOf, hoursText, weekText } from './calendar-words';

describe('hours', () => {
  it.each([
    [
      '09:00-12:00, 13:00-17:00',
      [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '17:00' },
      ],
    ],
    ['9 – 17', [{ from: '09:00', to: '17:00' }]],
    ['', []],
    ['all day', [{ from: 'all day', to: '' }]],
  ])('“%s” are read', (text, expected) => expect(hoursOf(text)).toEqual(expected));
  it('are written as they are read', () =>
    expect(hoursText(hoursOf('09:00-12:00, 13:00-24:00'))).toBe('09:00-12:00, 13:00-24:00'));
});

describe('holidays', () => {
  it('are a date and words, one a line', () => {
    const text = '2026-12-25 Christmas Day\n2027-01-01';
    expect(holidaysOf(`\n ${text} \n`)).toEqual([
      { date: '2026-12-25', name: 'Christmas Day' },
      { date: '2027-01-01', name: '' },
    ]);
    expect(holidaysText(holidaysOf(text))).toBe(text);
  });
});

it('a week is one line', () => {
  const friday = { ...STANDARD.hours, friday: [{ from: '09:00', to: '14:00' }] };
  expect(weekText(STANDARD)).toBe('Mon to Fri 09:00-17:00');
  expect(weekText({ hours: friday })).toBe('Mon to Thu 09:00-17:00; Fri 09:00-14:00');
});

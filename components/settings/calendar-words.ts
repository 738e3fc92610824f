import { type BusinessCalendar, WEEKDAYS, type Weekday } from '@/lib/calendars/calendar';

type Hours = BusinessCalendar['hours'][Weekday];
type Holidays = BusinessCalendar['holidays'];

/** Hours as people type them: “09:00-12:00, 13:00-17:00”. What can't be read is kept for the server to name. */
export const hoursOf = (text: string): Hours =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [from = '', to = ''] = part.split(/\s*[-–]\s*/);
      return { from: clock(from), to: clock(to) };
    });

/** “9” and “9:30” are times, too. */
const clock = (text: string): string => {
  const [, hour, minute = '00'] = /^(\d{1,2})(?::(\d{2}))?$/.exec(text.trim()) ?? [];
  return hour === undefined ? text.trim() : `${hour.padStart(2, '0')}:${minute}`;
};

export const hoursText = (hours: Hours): string => hours.map(({ from, to }) => `${from}-${to}`).join(', ');

/** Holidays as people type them, one a line: “2026-12-25 Christmas Day”. */
export const holidaysOf = (text: string): Holidays =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [date = '', ...words] = line.split(/\s+/);
      return { date, name: words.join(' ') };
    });

export const holidaysText = (holidays: Holidays): string =>
  holidays.map(({ date, name }) => `${date} ${name}`.trim()).join('\n');

const SHORT: Record<Weekday, string> = {
  monday: 'Mon',
  tuesday: 'Tue',
  wednesday: 'Wed',
  thursday: 'Thu',
  friday: 'Fri',
  saturday: 'Sat',
  sunday: 'Sun',
};

/** A week in one line: “Mon to Thu 09:00-17:00, Fri 09:00-14:00”. */
export function weekText({ hours }: Pick<BusinessCalendar, 'hours'>): string {
  const runs: { first: Weekday; last: Weekday; text: string }[] = [];
  for (const [index, day] of WEEKDAYS.entries()) {
    const text = hoursText(hours[day]);
    const run = runs.at(-1);
    if (run && run.text === text && run.last === WEEKDAYS[index - 1]) run.last = day;
    else runs.push({ first: day, last: day, text });
  }
  return runs
    .filter(({ text }) => text !== '')
    .map(({ first, last, text }) =>
      first === last ? `${SHORT[first]} ${text}` : `${SHORT[first]} to ${SHORT[last]} ${text}`,
    )
    .join('; ');
}

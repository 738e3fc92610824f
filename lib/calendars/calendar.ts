import { IANAZone } from 'luxon';
import { z } from 'zod';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Minutes since midnight of `HH:MM`; `24:00` is the end of the day. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const hours = z
  .array(
    z.strictObject({
      from: z.string().regex(CLOCK, 'Write a time such as 09:00.'),
      to: z.string().refine((text) => CLOCK.test(text) || text === '24:00', 'Write a time such as 17:00.'),
    }),
  )
  .max(12)
  .superRefine((spans, context) => {
    for (const [index, { from, to }] of spans.entries()) {
      const before = spans[index - 1];
      if (minutesOf(from) >= minutesOf(to))
        context.addIssue({ code: 'custom', message: `${from} to ${to} ends before it begins.` });
      else if (before && minutesOf(before.to) > minutesOf(from))
        context.addIssue({ code: 'custom', message: `${from} begins before ${before.to} has come.` });
    }
  });

const date = z.iso.date('Write a date such as 2026-12-25.');

/** When people work: hours of each weekday by the clocks of a time zone, and days on which nobody does. */
export const calendarSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give it a name.').max(80),
  /** IANA, such as `Europe/Berlin`. */
  timeZone: z
    .string()
    .max(60)
    .refine((zone) => IANAZone.isValidZone(zone), 'Name a time zone such as Europe/Berlin.'),
  hours: z
    .strictObject(
      Object.fromEntries(WEEKDAYS.map((day) => [day, hours])) as unknown as Record<Weekday, typeof hours>,
    )
    .refine((week) => WEEKDAYS.some((day) => week[day].length > 0), 'Somebody has to work some time.'),
  holidays: z
    .array(z.strictObject({ date, name: z.string().trim().max(80).default('') }))
    .max(500)
    .default([]),
});
export type BusinessCalendar = z.infer<typeof calendarSchema>;

/** One stored state of a calendar; what was counted by it stays so. */
export interface CalendarRevision extends BusinessCalendar {
  calendarId: string;
  revision: number;
}

const OFFICE = [{ from: '09:00', to: '17:00' }];

/** Monday to Friday, nine to five, UTC: what a new calendar begins with, and what simulations count by. */
export const STANDARD: BusinessCalendar = {
  name: 'Office',
  timeZone: 'Etc/UTC',
  hours: {
    monday: OFFICE,
    tuesday: OFFICE,
    wednesday: OFFICE,
    thursday: OFFICE,
    friday: OFFICE,
    saturday: [],
    sunday: [],
  },
  holidays: [],
};

import 'server-only';
import { db, type Reader } from '@/lib/db/client';
import type { CalendarRevision as Row } from '@/lib/db/generated/client.ts';
import type { BusinessCalendar, CalendarRevision } from './calendar';

/** A stored revision as the counting needs it. */
export const revisionOf = ({ calendarId, revision, name, content }: Row): CalendarRevision => ({
  ...(content as unknown as Omit<BusinessCalendar, 'name'>),
  name,
  calendarId,
  revision,
});

/** The newest revision of a calendar; null when there is none of that id. */
export const newestRevision = (calendarId: string, reader: Reader = db()): Promise<Row | null> =>
  reader.calendarRevision.findFirst({ where: { calendarId }, orderBy: { revision: 'desc' } });

const YEARS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What the engine is answered that asks for a calendar: its newest revision, with the holidays from yesterday on for three
 * years. More of them would only fill the record of a task that is long over then.
 */
export async function calendarAnswer(calendarId: string, now: string): Promise<CalendarRevision | null> {
  const row = await newestRevision(calendarId);
  if (!row) return null;
  const calendar = revisionOf(row);
  const at = Date.parse(now);
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const [from, to] = [day(at - DAY_MS), day(at + YEARS * 366 * DAY_MS)];
  return { ...calendar, holidays: calendar.holidays.filter(({ date }) => date >= from && date <= to) };
}

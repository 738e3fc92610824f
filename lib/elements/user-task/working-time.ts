import type { Step } from '@/engine/core/behavior';
import type { TaskOpened } from '@/engine/core/events';
import type { JsonObject } from '@/engine/core/json';
import type { CalendarRevision } from '@/lib/calendars/calendar';
import { calendarQuestion } from '@/lib/calendars/question';
import type { UserTaskConfig } from './config';

/** The calendar that a task's times are counted by, as it is when the task opens; null where none is chosen. */
export function calendarAt(step: Step, { calendar }: UserTaskConfig): CalendarRevision | null {
  if (calendar === undefined) return null;
  return step.evaluate(calendarQuestion(calendar), 'The calendar') as unknown as CalendarRevision;
}

/** What the event says of it: the revision that was counted by. */
export const countedBy = (calendar: CalendarRevision | null): Pick<TaskOpened, 'calendar'> =>
  calendar ? { calendar: { id: calendar.calendarId, name: calendar.name, revision: calendar.revision } } : {};

/** Kept with a task that is reminded of: a change of the calendar moves nothing that is open. */
export const calendarNote = (calendar: CalendarRevision | null): JsonObject =>
  calendar ? { calendar: calendar as unknown as JsonObject } : {};

/** The calendar that a task was opened by. */
export const notedCalendar = (data: unknown): CalendarRevision | undefined =>
  (data as { calendar?: CalendarRevision } | undefined)?.calendar;

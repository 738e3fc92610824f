import type { BusinessCalendar } from '@/lib/calendars/calendar';
import { workingDue } from '@/lib/calendars/working-time';
import { type Due, timerDue } from '@/lib/triggers/timer/due';

/** When a task is due that opens at `now`: a date, or a duration, which a calendar counts in working time. */
export function taskDue(text: string, now: string, calendar: BusinessCalendar | null): Due {
  if (!text.startsWith('P')) return timerDue('date', text, now);
  return calendar ? workingDue(calendar, text, now) : timerDue('duration', text, now);
}

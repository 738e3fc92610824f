import type { Expression } from '@/engine/core/model';

/** No FEEL begins like this, so an answer can't be taken for that of an expression. */
const PREFIX = '@calendar ';

/**
 * Asks for a calendar as the engine asks for everything that is not part of the version: outside the transition, with the
 * answer recorded. So replay needs no calendar, and what a task was counted by stays what it was.
 */
export const calendarQuestion = (calendarId: string): Expression => ({
  mode: 'unbounded',
  source: `${PREFIX}${calendarId}`,
});

/** Which calendar is asked for; undefined for an expression. */
export const askedCalendar = (source: string): string | undefined =>
  source.startsWith(PREFIX) ? source.slice(PREFIX.length) : undefined;

import 'server-only';
import type { ProcessDocument } from '@/engine/compile/document';
import type { Problem } from '@/engine/compile/problem';
import type { Reader } from '@/lib/db/client';
import { nameOf } from '@/lib/document';
import { calendarOf } from '@/lib/elements/user-task/bpmn';

/** Steps that are counted by a calendar of which there is none yet: only the server knows which are stored. */
export async function missingCalendars(reader: Reader, document: ProcessDocument): Promise<Problem[]> {
  const counted = Object.values(document.elements)
    .filter(({ type }) => type === 'bpmn:UserTask')
    .map((element) => ({ element, calendarId: calendarOf(document, element.id) }))
    .filter(({ calendarId }) => calendarId !== '');
  if (counted.length === 0) return [];
  const rows = await reader.calendarRevision.findMany({
    where: { calendarId: { in: counted.map(({ calendarId }) => calendarId) } },
    distinct: ['calendarId'],
    select: { calendarId: true },
  });
  const stored = new Set(rows.map(({ calendarId }) => calendarId));
  return counted
    .filter(({ calendarId }) => !stored.has(calendarId))
    .map(({ element, calendarId }) => ({
      severity: 'warning',
      code: 'calendar-missing',
      message: `“${nameOf(element) || element.id}” is counted by the calendar “${calendarId}”, and there is none. Each instance will stop there with an incident until it is stored in Settings.`,
      elementId: element.id,
      field: 'calendar',
    }));
}

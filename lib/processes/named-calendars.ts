import 'server-only';
import type { ProcessDocument } from '@/engine/compile/document';
import type { Problem } from '@/engine/compile/problem';
import type { Reader } from '@/lib/db/client';
import { nameOf } from '@/lib/document';
import { calendarOf } from '@/lib/elements/user-task/bpmn';

/**
 * What is wrong with the calendars that steps are counted by; only the server knows which are stored. None of it blocks:
 * one that is missing may be stored later, and one that is archived still counts.
 */
export async function calendarProblems(reader: Reader, document: ProcessDocument): Promise<Problem[]> {
  const counted = Object.values(document.elements)
    .filter(({ type }) => type === 'bpmn:UserTask')
    .map((element) => ({ element, calendarId: calendarOf(document, element.id) }))
    .filter(({ calendarId }) => calendarId !== '');
  if (counted.length === 0) return [];
  const where = { calendarId: { in: counted.map(({ calendarId }) => calendarId) } };
  const [rows, archived] = await Promise.all([
    reader.calendarRevision.findMany({ where, distinct: ['calendarId'], select: { calendarId: true } }),
    reader.calendarArchive.findMany({ where }),
  ]);
  const stored = new Set(rows.map(({ calendarId }) => calendarId));
  return counted.flatMap(({ element, calendarId }) => {
    const step = { elementId: element.id, field: 'calendar' };
    const name = nameOf(element) || element.id;
    if (!stored.has(calendarId)) return [{ ...missing(name, calendarId), ...step }];
    const put = archived.find((each) => each.calendarId === calendarId);
    return put ? [{ ...outOfUse(name, calendarId, put), ...step }] : [];
  });
}

type Said = Pick<Problem, 'severity' | 'code' | 'message'>;

const missing = (step: string, calendarId: string): Said => ({
  severity: 'warning',
  code: 'calendar-missing',
  message: `“${step}” is counted by the calendar “${calendarId}”, and there is none. Each instance will stop there with an incident until it is stored in Settings.`,
});

const outOfUse = (
  step: string,
  calendarId: string,
  { archivedByName, reason }: { archivedByName: string; reason: string },
): Said => ({
  severity: 'warning',
  code: 'calendar-archived',
  message: `“${step}” is counted by the calendar “${calendarId}”, which ${archivedByName} archived: ${reason}. It still counts; choose another one.`,
});

import 'server-only';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import type { JsonObject } from '@/engine/core/json';
import { actorOf } from '@/lib/auth/principal';
import { type CalendarRevision, calendarSchema } from '@/lib/calendars/calendar';
import { newestRevision, revisionOf } from '@/lib/calendars/stored';
import { db, type Tx } from '@/lib/db/client';
import type { CalendarArchive, Prisma, CalendarRevision as Row } from '@/lib/db/generated/client.ts';
import { conflict, notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { defineUseCase } from '@/lib/usecase/define';

export const calendarId = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,59}$/,
    'An id begins with a small letter and has small letters, digits and dashes, such as office-berlin.',
  );

/** A calendar as it is now, and who stored it. */
export interface CalendarAnswer extends CalendarRevision {
  storedAt: string;
  storedBy: string;
  /** Not offered any more, since when, by whom and why; null as long as it is. */
  archived: { at: string; by: string; reason: string } | null;
}

const answerOf = (row: Row, archive: CalendarArchive | null | undefined): CalendarAnswer => ({
  ...revisionOf(row),
  storedAt: row.storedAt.toISOString(),
  storedBy: row.storedByName,
  archived: archive
    ? { at: archive.archivedAt.toISOString(), by: archive.archivedByName, reason: archive.reason }
    : null,
});

/** One change of a calendar after the other, also of one that has no row yet. */
export const holdCalendar = (tx: Tx, id: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`calendar ${id}`}, 0))`;

/** The newest revision of every calendar, archived ones included, by name. */
export const listCalendars = defineUseCase(
  {
    name: 'calendars.list',
    schema: z.strictObject({}),
    policy: { permission: 'models.see' },
    mutates: false,
  },
  async (): Promise<CalendarAnswer[]> => {
    const [rows, archives] = await Promise.all([
      db().calendarRevision.findMany({
        distinct: ['calendarId'],
        orderBy: [{ calendarId: 'asc' }, { revision: 'desc' }],
        take: 500,
      }),
      db().calendarArchive.findMany(),
    ]);
    const archiveOf = new Map(archives.map((archive) => [archive.calendarId, archive]));
    return rows
      .map((row) => answerOf(row, archiveOf.get(row.calendarId)))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  },
);

/** One calendar, as it is or was. @throws AppError 404 */
export const getCalendar = defineUseCase(
  {
    name: 'calendars.get',
    schema: z.strictObject({ calendarId, revision: z.coerce.number().int().min(1).optional() }),
    policy: { permission: 'models.see' },
    mutates: false,
  },
  async (_context, { calendarId: id, revision }): Promise<CalendarAnswer> => {
    const row =
      revision === undefined
        ? await newestRevision(id)
        : await db().calendarRevision.findUnique({
            where: { calendarId_revision: { calendarId: id, revision } },
          });
    if (!row) throw notFound(`The calendar “${id}”`);
    return answerOf(row, await db().calendarArchive.findUnique({ where: { calendarId: id } }));
  },
);

/**
 * Stores a calendar, or another revision of it. Tasks that are open stay due when they are due.
 * @throws AppError 409 `stale-revision` when somebody stored another one meanwhile
 */
export const putCalendar = defineUseCase(
  {
    name: 'calendars.put',
    schema: calendarSchema.extend({
      calendarId,
      /** The revision that was changed; 0 for a new calendar. Absent: whatever there is. */
      expectedRevision: z.number().int().min(0).optional(),
    }),
    policy: { permission: 'settings.manage' },
    mutates: true,
  },
  async (context, input): Promise<{ calendarId: string; revision: number }> => {
    const { calendarId: id, expectedRevision, name, ...rest } = input;
    const holidays = [...rest.holidays].sort((a, b) => (a.date < b.date ? -1 : 1));
    const content = { ...rest, holidays };
    return db().$transaction(async (tx) => {
      // one after the other: two first revisions would have the same number
      await holdCalendar(tx, id);
      const before = await newestRevision(id, tx);
      const now = before?.revision ?? 0;
      if (expectedRevision !== undefined && expectedRevision !== now) throw stale(now, before?.storedByName);
      if (before && canonicalize(answered(before)) === canonicalize({ name, ...content }))
        return { calendarId: id, revision: now };
      const revision = now + 1;
      const { principal } = context;
      await tx.calendarRevision.create({
        data: {
          calendarId: id,
          revision,
          name,
          content: content as unknown as Prisma.InputJsonValue,
          storedBy: principal.id,
          storedByName: principal.name,
        },
      });
      const data = { calendarId: id, revision, name, before: before && answered(before), after: content };
      await appendLedger(tx, {
        stream: 'admin',
        actor: actorOf(principal),
        cause: 'calendars.put',
        events: [{ type: 'calendar.stored', data: data as unknown as JsonObject }],
      });
      return { calendarId: id, revision };
    });
  },
);

const answered = ({ name, content }: Row) => ({ name, ...(content as object) });

const stale = (revision: number, by: string | undefined) =>
  conflict({
    code: 'stale-revision',
    userMessage:
      revision === 0
        ? 'There is no such calendar yet; it may have been stored under another id.'
        : `${by ?? 'Somebody'} stored this calendar meanwhile; it is at revision ${revision}. Look at it, then change it again.`,
    extra: { currentRevision: revision },
  });

import 'server-only';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { newestRevision } from '@/lib/calendars/stored';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { reason } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';
import { calendarId, holdCalendar } from './calendars';

const toggle = (verb: 'archive' | 'restore') =>
  defineUseCase(
    {
      name: `calendars.${verb}`,
      schema: z.strictObject({ calendarId, reason }),
      policy: { permission: 'settings.manage' },
      mutates: true,
    },
    (context, { calendarId: id, reason: why }): Promise<{ calendarId: string; archived: boolean }> =>
      db().$transaction(async (tx) => {
        await holdCalendar(tx, id);
        const newest = await newestRevision(id, tx);
        if (!newest) throw notFound(`The calendar “${id}”`);
        const archived = verb === 'archive';
        const answer = { calendarId: id, archived };
        const now = await tx.calendarArchive.findUnique({ where: { calendarId: id } });
        if ((now !== null) === archived) return answer;
        const { id: archivedBy, name: archivedByName } = context.principal;
        const row = { calendarId: id, reason: why, archivedBy, archivedByName };
        if (archived) await tx.calendarArchive.create({ data: row });
        else await tx.calendarArchive.delete({ where: { calendarId: id } });
        await appendLedger(tx, {
          stream: 'admin',
          actor: actorOf(context.principal),
          cause: `calendars.${verb}`,
          events: [{ type: `calendar.${verb}d`, data: { calendarId: id, name: newest.name, reason: why } }],
        });
        return answer;
      }),
  );

/**
 * Offers a calendar no more. Everything that names it goes on being counted by it, and it can still be changed: holidays
 * come for what runs, too. Twice is once. @throws AppError 404
 */
export const archiveCalendar = toggle('archive');

/** Offers it again. @throws AppError 404 */
export const restoreCalendar = toggle('restore');

import { malformed } from '@/lib/errors/app-error';

/** Prisma's cursor arguments from an opaque cursor (the id of the last row shown). */
export function readCursor(cursor: string | undefined): { cursor?: { id: string }; skip?: number } {
  if (!cursor) return {};
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^[\w:.-]{1,200}$/.test(id))
    throw malformed({
      code: 'bad-cursor',
      userMessage: 'The cursor is not one of ours; start from the first page.',
    });
  return { cursor: { id }, skip: 1 };
}

/** The cursor of the next page when one row more than asked for was found. */
export function nextCursor(rows: readonly { id: string }[], limit: number): string | null {
  const last = rows[limit - 1];
  return rows.length > limit && last ? Buffer.from(last.id).toString('base64url') : null;
}

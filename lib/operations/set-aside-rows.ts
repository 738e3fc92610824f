import 'server-only';
import type { Tx } from '@/lib/db/client';
import { malformed, notFound } from '@/lib/errors/app-error';

/** A delivery or message that the engine has given up on, as it stands in the database. */
export interface SetAsideRow {
  /** `outbox:<id>` or `message:<position>`. */
  id: string;
  kind: string;
  ref: string;
  lane: string | null;
  name: string | null;
  error: string | null;
  attempts: number;
  createdAt: Date;
  setAsideAt: Date;
}

/** A received message has a receiver or is gone, so that these are the ones that came to nothing. */
const MESSAGE_SET_ASIDE = 'consumed_at IS NOT NULL AND receiver IS NULL AND error IS NOT NULL';

const OUTBOX_COLUMNS = `'outbox:' || id AS id, kind, ref, lane,
  coalesce(payload::jsonb ->> 'name', payload::jsonb #>> '{call,processKey}',
    payload::jsonb #>> '{target,create,processKey}') AS name,
  error, claims AS attempts, created_at AS "createdAt", quarantined_at AS "setAsideAt"`;
const MESSAGE_COLUMNS = `'message:' || position AS id, 'message' AS kind, message_id AS ref, NULL AS lane, name,
  error, claims AS attempts, created_at AS "createdAt", consumed_at AS "setAsideAt"`;

const LIST = `SELECT * FROM (
    SELECT ${OUTBOX_COLUMNS} FROM outbox WHERE quarantined_at IS NOT NULL
    UNION ALL SELECT ${MESSAGE_COLUMNS} FROM message WHERE ${MESSAGE_SET_ASIDE}) s
  WHERE $1::timestamptz IS NULL OR (s."setAsideAt", s.id) < ($1::timestamptz, $2)
  ORDER BY s."setAsideAt" DESC, s.id DESC LIMIT $3`;

/** Where a page ends: the moment and the id of its last row. */
export interface After {
  at: string;
  id: string;
}

/** The newest first. */
export function readSetAside(tx: Tx, after: After | null, max: number): Promise<SetAsideRow[]> {
  return tx.$queryRawUnsafe<SetAsideRow[]>(LIST, after?.at ?? null, after?.id ?? '', max);
}

const TABLES = {
  outbox: {
    found: `SELECT ${OUTBOX_COLUMNS} FROM outbox WHERE id = $1::text::bigint AND quarantined_at IS NOT NULL FOR UPDATE`,
    again: `UPDATE outbox SET quarantined_at = NULL, claims = 0, available_at = engine_now() WHERE id = $1::text::bigint`,
    gone: 'DELETE FROM outbox WHERE id = $1::text::bigint',
  },
  message: {
    found: `SELECT ${MESSAGE_COLUMNS} FROM message WHERE position = $1::text::bigint AND ${MESSAGE_SET_ASIDE} FOR UPDATE`,
    again: `UPDATE message SET consumed_at = NULL, pending = true, claims = 0, available_at = engine_now()
      WHERE position = $1::text::bigint`,
    gone: 'DELETE FROM message WHERE position = $1::text::bigint',
  },
} as const;

/** One of them, locked until the transaction ends. */
export interface LockedRow {
  row: SetAsideRow;
  /** It is tried again, as if it were new, in its old place among those of its lane. */
  again(): Promise<unknown>;
  /** It is removed, and nobody ever gets it. */
  drop(): Promise<unknown>;
}

/** @throws AppError 404 when it is not there, or not set aside any more */
export async function lockSetAside(tx: Tx, deliveryId: string): Promise<LockedRow> {
  const [, table, key = ''] = /^(outbox|message):(\d{1,18})$/.exec(deliveryId) ?? [];
  const sql = table && TABLES[table as keyof typeof TABLES];
  const [row] = sql ? await tx.$queryRawUnsafe<SetAsideRow[]>(sql.found, key) : [];
  if (!sql || !row) throw notFound('The delivery that was set aside');
  return {
    row,
    again: () => tx.$executeRawUnsafe(sql.again, key),
    drop: () => tx.$executeRawUnsafe(sql.gone, key),
  };
}

/** An opaque cursor of {@link After}. */
export const cursorOf = ({ setAsideAt, id }: SetAsideRow): string =>
  Buffer.from(`${setAsideAt.toISOString()} ${id}`).toString('base64url');

/** @throws AppError 400 `bad-cursor` */
export function readCursor(cursor: string | undefined): After | null {
  if (cursor === undefined) return null;
  const [, at, id] = /^(\S+) (\S+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw malformed({
      code: 'bad-cursor',
      userMessage: 'The cursor is not one of ours; start from the first page.',
    });
  return { at, id };
}

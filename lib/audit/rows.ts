import 'server-only';
import type { Prisma } from '@/lib/db/generated/client.ts';
import { malformed } from '@/lib/errors/app-error';
import type { AuditRow } from './types';

/** `<position>.<index>` of an event in the ledger. @throws AppError 400 for anything else */
export function parseEventId(text: string): { position: bigint; index: number } {
  const [, position, index] = /^(\d{1,18})\.(\d{1,6})$/.exec(text) ?? [];
  if (!position || !index)
    throw malformed({ code: 'bad-cursor', userMessage: 'That is not the id of an event.' });
  return { position: BigInt(position), index: Number(index) };
}

/** A row of the index as the API answers it. */
export const toAuditRow = (row: Prisma.AuditEventGetPayload<object>): AuditRow => ({
  eventId: `${row.position}.${row.index}`,
  position: String(row.position),
  stream: row.stream,
  seq: row.seq,
  at: row.at.toISOString(),
  type: row.type,
  actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
  elementId: row.elementId,
  elementName: row.elementName,
  processId: row.processId,
  processName: row.processName,
  instanceId: row.instanceId,
  object: row.object,
  refused: row.refused,
  text: row.text,
});

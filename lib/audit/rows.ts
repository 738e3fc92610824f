import 'server-only';
import type { Prisma } from '@/lib/db/generated/client.ts';
import { malformed } from '@/lib/errors/app-error';

/** An event as lists show it. */
export interface AuditRow {
  /** `<position>.<index>` */
  eventId: string;
  /** Place of its record in the whole ledger; the number people call the event by. */
  position: string;
  stream: string;
  /** Place of the event in its stream, from 1. */
  seq: number;
  at: string;
  type: string;
  actor: { kind: string; id: string; name: string };
  elementId: string | null;
  elementName: string | null;
  processId: string | null;
  processName: string | null;
  instanceId: string | null;
  object: string | null;
  refused: boolean;
  text: string;
}

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

import 'server-only';
import { hash as sha256 } from 'node:crypto';
import { z } from 'zod';
import { GENESIS } from '@/engine/host/seal';
import { type CanonicalRow, type RowVerdict, verifyRow } from '@/engine/host/verify-row';
import { db } from '@/lib/db/client';
import type { Ledger } from '@/lib/db/generated/client.ts';
import { notFound } from '@/lib/errors/app-error';
import { defineUseCase } from '@/lib/usecase/define';
import { changesOf } from './changes';
import { type Moment, momentOf } from './moment';
import { parseEventId, toAuditRow } from './rows';
import type { AuditEventAnswer, AuditRow } from './types';

/** Recomputes this record and its link to the one before. */
async function recompute(row: Ledger): Promise<RowVerdict> {
  const previous = await db().ledger.findFirst({
    where: { stream: row.stream, firstSeq: { lt: row.firstSeq } },
    orderBy: { firstSeq: 'desc' },
  });
  return verifyRow(
    { ...row, at: row.at.toISOString(), leafHash: hex(row.leafHash) },
    previous && { leafHash: hex(previous.leafHash), nextSeq: previous.firstSeq + previous.count },
    GENESIS,
  );
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** JSON, or null for a text that was altered into something else: the page shows what is left. */
function parsed<T>(text: string | null): T | null {
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

async function momentBefore(row: AuditRow): Promise<Moment> {
  if (!row.stream.startsWith('instance:') || !row.instanceId) return { before: null, diagram: null };
  try {
    return await momentOf(row.instanceId, row.seq, row.elementId);
  } catch (error) {
    // A history that was tampered with may not fold; the event itself must still open.
    console.error(
      JSON.stringify({ level: 'warn', message: 'a moment could not be rebuilt', error: String(error) }),
    );
    return { before: null, diagram: null };
  }
}

/** Where an event holds what its actor said, by order of preference. */
function reasonOf(data: Record<string, unknown> | null): string | null {
  const said = [data?.comment, data?.reason, data?.note, data?.text].find(
    (one) => typeof one === 'string' && one,
  );
  return (said as string | undefined) ?? null;
}

/** One event with its content, its hashes and its neighbours in the chain. */
export const getAuditEvent = defineUseCase(
  {
    name: 'audit.get',
    schema: z.strictObject({ eventId: z.string().max(40) }),
    policy: { permission: 'audit.see' },
    mutates: false,
  },
  async (_context, input): Promise<AuditEventAnswer> => {
    const { position, index } = parseEventId(input.eventId);
    const indexed = await db().auditEvent.findUnique({ where: { position_index: { position, index } } });
    const ledger = await db().ledger.findFirst({ where: { position } });
    if (!indexed || !ledger) throw notFound('The event');
    const row = toAuditRow(indexed);
    const canon = parsed<CanonicalRow>(ledger.canon);
    const data = parsed<Record<string, unknown>[]>(ledger.data)?.[index] ?? null;
    const contentDigest = typeof data?.contentDigest === 'string' ? data.contentDigest : null;
    const shown = contentDigest ? await db().content.findUnique({ where: { hash: contentDigest } }) : null;
    const [verdict, { before, diagram }] = await Promise.all([recompute(ledger), momentBefore(row)]);
    const { key, scopeKey } = canon?.events[index] ?? {};
    return {
      ...row,
      via: canon?.actor.via ?? '',
      causedBy: canon ? { kind: canon.actor.kind, id: canon.actor.id, name: canon.actor.name } : null,
      cause: canon?.cause ?? '',
      erased: ledger.data === null,
      data,
      reason: reasonOf(data),
      changes: changesOf(
        {
          type: row.type,
          data,
          ...(key === undefined ? {} : { key }),
          ...(scopeKey === undefined ? {} : { scopeKey }),
        },
        before,
      ),
      shown: parsed<unknown>(shown?.body ?? null),
      contentDigest,
      shownIntact: shown ? sha256('sha256', shown.body) === contentDigest : false,
      diagram,
      chain: {
        prev: canon?.prev ?? '',
        hash: hex(ledger.leafHash),
        dataHash: canon?.dataHash ?? '',
        firstSeq: ledger.firstSeq,
        count: ledger.count,
        intact: verdict.ok,
        fault: verdict.ok ? null : verdict.message,
      },
    };
  },
);

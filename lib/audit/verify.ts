import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { verifyLedger } from '@/lib/ledger/verify';
import { defineUseCase } from '@/lib/usecase/define';
import { toAuditRow } from './rows';
import type { AuditRow, LedgerVerdict, VerificationAnswer } from './types';

const MOST_SHOWN = 20;

/** The broken events as rows to show; those that the index doesn't list are only named. */
async function shownRows(broken: LedgerVerdict['broken']): Promise<AuditRow[]> {
  const first = broken.slice(0, MOST_SHOWN);
  const rows = await Promise.all(
    first.map(({ position }) =>
      position
        ? db().auditEvent.findFirst({ where: { position: BigInt(position) }, orderBy: { index: 'asc' } })
        : null,
    ),
  );
  return rows.flatMap((row) => (row ? [toAuditRow(row)] : []));
}

let running: Promise<VerificationAnswer> | null = null;

async function verify(): Promise<VerificationAnswer> {
  const client = await pool().connect();
  try {
    // A big ledger takes longer than ordinary statements may.
    await client.query('SET statement_timeout = 0');
    const [newest] = await db().$queryRaw<
      { position: bigint | null }[]
    >`SELECT max(position) AS position FROM ledger`;
    const verdict = await verifyLedger(client);
    const first = verdict.broken[0];
    return {
      ...verdict,
      checkedAt: new Date().toISOString(),
      brokenEvents: await shownRows(verdict.broken),
      position: String(newest?.position ?? 0),
      statement: first
        ? `Broken at event ${first.seq} of ${first.stream}: ${first.message}.`
        : `Chain intact to seq ${newest?.position ?? 0}; deletion at the end is not detectable yet.`,
    };
  } finally {
    client.release(true);
  }
}

/** Recomputes every chain on the server; two people asking at once share one run. */
export const verifyAudit = defineUseCase(
  { name: 'audit.verify', schema: z.strictObject({}), policy: { permission: 'audit.see' }, mutates: false },
  async (): Promise<VerificationAnswer> => {
    running ??= verify().finally(() => {
      running = null;
    });
    return running;
  },
);

import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { type LedgerVerdict, verifyLedger } from '@/lib/ledger/verify';
import { defineUseCase } from '@/lib/usecase/define';

export interface VerificationAnswer extends LedgerVerdict {
  checkedAt: string;
  /** The newest row covered. */
  position: string;
  /** What the verdict says and what it doesn't. */
  statement: string;
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

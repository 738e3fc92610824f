import type { ChainStatus } from '@/components/ui/chain-badge';
import type { AuditRow, VerificationAnswer } from '@/lib/audit/types';

/** How an event stands to the last check: recomputed and right, not looked at yet, or wrong. */
export type Coverage = 'covered' | 'uncovered' | 'broken';

/** Nothing is covered before a check; afterwards what is no newer, in streams without a break before it. */
export function coverageOf(
  row: Pick<AuditRow, 'position' | 'stream' | 'seq'>,
  answer: VerificationAnswer | null,
): Coverage {
  if (!answer || BigInt(row.position) > BigInt(answer.position)) return 'uncovered';
  const broken = answer.broken.find((one) => one.stream === row.stream);
  if (!broken) return 'covered';
  if (answer.broken.some((one) => one.position === row.position)) return 'broken';
  return row.seq < broken.seq ? 'covered' : 'uncovered';
}

/** The badge for the last check. */
export function chainStatus(answer: VerificationAnswer | null, busy: boolean): ChainStatus {
  if (busy) return { state: 'verifying' };
  if (!answer) return { state: 'notVerified' };
  const first = answer.broken[0];
  if (first) return { state: 'broken', seq: Number(first.position || first.seq) };
  return { state: 'intact', seq: Number(answer.position), at: answer.checkedAt, by: 'server' };
}

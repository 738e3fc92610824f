import 'server-only';
import type { Binding } from '@/engine/core/events';
import { db, type Reader } from '@/lib/db/client';

/** Where a process version lies among all that was published. */
export async function positionOf(processVersionId: string | undefined): Promise<bigint> {
  const where = { id: processVersionId ?? '' };
  const { position } = await db().processVersion.findUniqueOrThrow({ where, select: { position: true } });
  return position;
}

/**
 * The version of a decision that a binding means; null when there is none.
 * @param before for the binding `deployment`: versions from this position on are not looked at
 */
export async function versionFor(
  tx: Reader,
  decisionId: string,
  binding: Binding,
  before?: bigint,
): Promise<{ id: string; key: string; number: number } | null> {
  return tx.decisionVersion.findFirst({
    where: {
      decisionIds: { has: decisionId },
      ...(binding.type === 'version' && { number: binding.version }),
      ...(binding.type === 'tag' && { versionTags: { path: [decisionId], equals: binding.tag } }),
      ...(binding.type === 'deployment' && before !== undefined && { position: { lt: before } }),
    },
    orderBy: { position: 'desc' },
    select: { id: true, key: true, number: true },
  });
}

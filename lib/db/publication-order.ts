import 'server-only';
import type { Tx } from './client';

/**
 * Until the end of the transaction nobody else publishes a process or stores a decision, so that versions become
 * visible in the order of their positions and what lies before one never changes.
 */
export async function holdPublicationOrder(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('publication', 0))`;
}

import 'server-only';
import { db } from '@/lib/db/client';
import { engineRuns } from '@/lib/runtime';

export interface Readiness {
  ready: boolean;
  database: 'reachable' | 'unreachable';
  migrated: boolean;
  engine: 'running' | 'stopped' | 'elsewhere';
}

/** What `/readyz` answers; never throws. */
export async function readiness(): Promise<Readiness> {
  const engine =
    process.env.COUNTERSIGN_ENGINE === '1' ? (engineRuns() ? 'running' : 'stopped') : 'elsewhere';
  try {
    const [row] = await db().$queryRaw<
      { unfinished: bigint }[]
    >`SELECT count(*) AS unfinished FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`;
    const migrated = Number(row?.unfinished ?? 1) === 0;
    return { ready: migrated && engine !== 'stopped', database: 'reachable', migrated, engine };
  } catch {
    return { ready: false, database: 'unreachable', migrated: false, engine };
  }
}

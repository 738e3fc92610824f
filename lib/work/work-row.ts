import 'server-only';
import { Gather } from '@/engine/host/gather';
import { db } from '@/lib/db/client';

interface Named {
  instanceId: string;
  key: number;
}

/** Work as it stands in the database: who has it, and how often it was tried. */
export interface WorkRow extends Named {
  token: string | null;
  worker: string | null;
  leasedAt: Date | null;
  attempt: number;
  retries: number;
}

const nameOf = ({ instanceId, key }: Named): string => `${instanceId}:${key}`;

/** Outcomes come in by the dozen; what is asked for while one read is under way shares the next. */
const together = new Gather(async (wanted: readonly Named[]) => {
  const ids = wanted.map((work) => work.instanceId);
  const keys = wanted.map((work) => work.key);
  const rows = await db().$queryRaw<WorkRow[]>`
    SELECT w.instance_id AS "instanceId", w.key, w.token, w.worker, w.leased_at AS "leasedAt", w.attempt, w.retries
    FROM unnest(${ids}::text[], ${keys}::int[]) AS n(instance_id, key)
    JOIN work w ON w.instance_id = n.instance_id AND w.key = n.key`;
  const found = new Map(rows.map((row) => [nameOf(row), row]));
  return wanted.map((work) => found.get(nameOf(work)));
});

/** One piece of work, if it is still to be done. */
export const workRow = (work: Named): Promise<WorkRow | undefined> => together.add(work);

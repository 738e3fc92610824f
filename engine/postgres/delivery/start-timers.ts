import type { Pool } from 'pg';
import type { DeliveryStore, DueStart, FiredStart } from '../../host/delivery/ports';
import { isoSql, run, type Statement } from '../pool';
import { deliveryValues, ENQUEUE } from './outbox';
import { startTarget, type TargetRow } from './receivers';

const DUE: Statement = {
  name: 'start-timers-due',
  text: `SELECT process_id, element_id, index, model_id, version_id, process_key, data,
      ${isoSql('due_at')} AS due_at, ${isoSql('engine_now()')} AS now
    FROM start_timer WHERE due_at <= engine_now() ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED`,
};
const NEXT: Statement = {
  name: 'start-timers-next',
  text: `UPDATE start_timer SET due_at = $4, data = $5 WHERE process_id = $1 AND element_id = $2 AND index = $3`,
};
const OVER: Statement = {
  name: 'start-timers-over',
  text: 'DELETE FROM start_timer WHERE process_id = $1 AND element_id = $2 AND index = $3',
};
const LATER: Statement = {
  name: 'start-timers-later',
  text: `UPDATE start_timer SET due_at = engine_now() + interval '1 minute'
    WHERE process_id = $1 AND element_id = $2 AND index = $3`,
};

type Row = TargetRow & { due_at: string; data: string | null; now: string };

/** See `DeliveryStore.fireStarts`. The rows stay locked until what follows is written, so that each fires once. */
export async function fireStarts(
  pool: Pool,
  max: number,
  plan: Parameters<DeliveryStore['fireStarts']>[1],
): Promise<number> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('BEGIN');
    const { rows } = await run<Row>(client, DUE, [max]);
    for (const row of rows) {
      const due: DueStart = {
        ...startTarget(row),
        dueAt: row.due_at,
        data: row.data === null ? undefined : JSON.parse(row.data),
      };
      const key = [row.process_id, row.element_id, row.index];
      const fired: FiredStart | null = await plan(due, row.now);
      if (!fired) await run(client, LATER, key);
      else {
        if (fired.next) await run(client, NEXT, [...key, fired.next.dueAt, JSON.stringify(fired.next.data)]);
        else await run(client, OVER, key);
        await run(client, ENQUEUE, deliveryValues([fired.starts]));
      }
    }
    await client.query('COMMIT');
    broken = false;
    return rows.length;
  } finally {
    client.release(broken);
  }
}

import type pg from 'pg';
import type { StartTarget } from '../../host/delivery/kinds';
import type { DueStart } from '../../host/delivery/ports';

const keysOf = ({ create, startElementId, index }: StartTarget): unknown[] => [
  create.processId,
  startElementId,
  index,
  create.modelId,
  create.versionId,
  create.processKey,
];

/** What publishing writes for a start event that waits for a message or signal. */
export async function insertStartSubscription(
  client: pg.Client,
  row: StartTarget & { kind: 'message' | 'signal'; name: string },
): Promise<void> {
  await client.query(
    `INSERT INTO start_subscription (process_id, element_id, index, model_id, version_id, process_key, kind, name)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...keysOf(row), row.kind, row.name],
  );
}

/** What publishing writes for a start event that waits for a time. */
export async function insertStartTimer(client: pg.Client, row: DueStart): Promise<void> {
  await client.query(
    `INSERT INTO start_timer (process_id, element_id, index, model_id, version_id, process_key, due_at, data)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...keysOf(row), row.dueAt, row.data === undefined ? null : JSON.stringify(row.data)],
  );
}

/** Makes the clock of a test database run ahead. */
export async function offsetClock(client: pg.Client, ms: number): Promise<void> {
  await client.query(`CREATE OR REPLACE FUNCTION engine_now() RETURNS timestamptz LANGUAGE sql STABLE AS
    $$ SELECT date_trunc('milliseconds', statement_timestamp()) + ${ms} * interval '1 millisecond' $$`);
}

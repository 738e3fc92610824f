import type { Pool } from 'pg';
import { routeOf } from '../../host/commit/ids';
import type { Finished } from '../../host/delivery/ports';
import { boolArray, textArray } from '../arrays';
import { run, type Statement } from '../pool';

/** One statement, so that a row goes in the transaction that writes what it becomes, and many cost one round trip. */
const FINISH: Statement = {
  name: 'delivery-finish',
  text: `WITH gone AS (
    DELETE FROM outbox o USING unnest($1::text[], $2::text[]) AS n(id, token)
    WHERE o.id = n.id::bigint AND o.token = n.token RETURNING o.id::text AS id),
  published AS (
    INSERT INTO message (name, message_id, correlation_key, route, variables, conversation, actor, named, origin,
      created_at, expires_at, available_at)
    SELECT n.name, n.message_id, n.correlation_key, n.route, n.variables, n.conversation, n.actor, n.named,
      i.model_id, engine_now(), engine_now() + n.ttl * interval '1 millisecond', engine_now()
    FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
        $11::bool[], $12::text[], $13::float8[])
      WITH ORDINALITY AS n(id, name, message_id, correlation_key, route, variables, conversation, actor, named, sender,
        ttl, place)
    JOIN gone ON gone.id = n.id LEFT JOIN instance i ON i.id = n.sender
    ORDER BY n.place ON CONFLICT (name, message_id) DO NOTHING),
  written AS (
    INSERT INTO outbox (ref, lane, kind, payload, created_at, available_at)
    SELECT n.ref, n.lane, n.kind, n.payload, engine_now(), engine_now()
    FROM unnest($14::text[], $15::text[], $16::text[], $17::text[], $18::text[])
      WITH ORDINALITY AS n(id, ref, lane, kind, payload, place)
    JOIN gone ON gone.id = n.id ORDER BY n.place ON CONFLICT (ref) DO NOTHING)
  SELECT id FROM gone`,
};

/** See `DeliveryStore.finish`. */
export async function finish(pool: Pool, finished: readonly Finished[]): Promise<boolean[]> {
  const { rows } = await run<{ id: string }>(pool, FINISH, [
    textArray(finished.map(({ delivery }) => delivery.id)),
    textArray(finished.map(({ delivery }) => delivery.token)),
    ...messageColumns(finished),
    ...deliveryColumns(finished),
  ]);
  const gone = new Set(rows.map((row) => row.id));
  return finished.map(({ delivery }) => gone.has(delivery.id));
}

function messageColumns(finished: readonly Finished[]): unknown[] {
  const rows = finished.flatMap(({ delivery, messages = [] }) =>
    messages.map((message) => ({ id: delivery.id, ...message })),
  );
  return [
    textArray(rows.map((row) => row.id)),
    textArray(rows.map((row) => row.name)),
    textArray(rows.map((row) => row.messageId)),
    textArray(rows.map((row) => row.correlationKey)),
    textArray(rows.map((row) => routeOf('message', row.name, row.correlationKey))),
    textArray(rows.map((row) => JSON.stringify(row.variables))),
    textArray(rows.map((row) => row.conversation)),
    textArray(rows.map((row) => (row.actor === null ? null : JSON.stringify(row.actor)))),
    boolArray(rows.map((row) => row.named)),
    textArray(rows.map((row) => row.sender)),
    rows.map((row) => row.timeToLiveMs),
  ];
}

function deliveryColumns(finished: readonly Finished[]): unknown[] {
  const rows = finished.flatMap(({ delivery, deliveries = [] }) =>
    deliveries.map((next) => ({ id: delivery.id, ...next })),
  );
  return [
    textArray(rows.map((row) => row.id)),
    textArray(rows.map((row) => row.ref)),
    textArray(rows.map((row) => row.lane)),
    textArray(rows.map((row) => row.kind)),
    textArray(rows.map((row) => JSON.stringify(row.payload))),
  ];
}

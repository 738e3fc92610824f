import type { PoolClient } from 'pg';
import { routeOf } from '../host/commit/ids';
import type { WriteSet } from '../host/commit/rows';
import { RECEIPT_MS } from '../host/delivery/ports';
import { intArray, textArray, timeArray } from './arrays';
import { run, type Statement } from './pool';

/** One that waits anew stands at the end of the queue. */
const SUBSCRIPTIONS: Statement = {
  name: 'engine-write-subscriptions',
  text: `WITH closed AS (
    DELETE FROM subscription s USING unnest($1::text[], $2::int[]) AS n(instance_id, key)
    WHERE s.instance_id = n.instance_id AND s.key = n.key)
  INSERT INTO subscription (instance_id, key, element_id, kind, name, correlation_key, route,
    opened_at)
  SELECT * FROM unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
    $10::timestamptz[])
  ON CONFLICT (instance_id, key) DO UPDATE SET element_id = excluded.element_id, kind = excluded.kind,
    name = excluded.name, correlation_key = excluded.correlation_key, route = excluded.route,
    opened_at = excluded.opened_at, position = excluded.position`,
};
const OUTBOX: Statement = {
  name: 'engine-write-outbox',
  text: `INSERT INTO outbox (ref, lane, kind, payload, created_at, available_at)
    SELECT ref, lane, kind, payload, at, at
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
      WITH ORDINALITY AS n(ref, lane, kind, payload, at, place) ORDER BY place`,
};
const CALLS: Statement = {
  name: 'engine-write-calls',
  text: `INSERT INTO call (child_id, parent_id, parent_key, depth)
    SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::int[])`,
};
/** A guard as for timers: somebody else may have received it since it was read. */
const CONSUME: Statement = {
  name: 'engine-consume-messages',
  text: `WITH n AS (
    SELECT position::bigint AS position, receiver, at
    FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS n(position, receiver, at)),
  gone AS (
    DELETE FROM message m USING n WHERE m.position = n.position AND m.consumed_at IS NULL AND NOT m.named RETURNING 1),
  kept AS (
    UPDATE message m SET consumed_at = n.at, receiver = n.receiver, pending = false, token = NULL, variables = '{}',
      expires_at = greatest(m.expires_at, n.at + interval '${RECEIPT_MS} milliseconds')
    FROM n WHERE m.position = n.position AND m.consumed_at IS NULL AND m.named RETURNING 1)
  SELECT engine_expect((SELECT count(*) FROM gone) + (SELECT count(*) FROM kept), $4::bigint, 'message')`,
};

/** Statements for what crosses the border of instances; nothing is sent for an empty kind. */
export function sendExchange(client: PoolClient, writes: WriteSet): Promise<unknown>[] {
  return [
    ...sendSubscriptions(client, writes),
    ...sendOutbox(client, writes),
    ...sendCalls(client, writes),
    ...sendConsumed(client, writes),
  ];
}

function sendSubscriptions(client: PoolClient, { subscriptions }: WriteSet): Promise<unknown>[] {
  if (subscriptions.size === 0) return [];
  const closed = [...subscriptions.values()].filter((op) => op.op === 'close');
  const opened = [...subscriptions.values()].filter((op) => op.op === 'open');
  const values = [
    textArray(closed.map((op) => op.instanceId)),
    intArray(closed.map((op) => op.key)),
    textArray(opened.map((op) => op.instanceId)),
    intArray(opened.map((op) => op.key)),
    textArray(opened.map((op) => op.elementId)),
    textArray(opened.map((op) => op.kind)),
    textArray(opened.map((op) => op.name)),
    textArray(opened.map((op) => op.correlationKey)),
    textArray(opened.map((op) => routeOf(op.kind, op.name, op.correlationKey))),
    timeArray(opened.map((op) => op.openedAt)),
  ];
  return [run(client, SUBSCRIPTIONS, values)];
}

function sendOutbox(client: PoolClient, { outbox }: WriteSet): Promise<unknown>[] {
  if (outbox.length === 0) return [];
  const values = [
    textArray(outbox.map((row) => row.ref)),
    textArray(outbox.map((row) => row.lane)),
    textArray(outbox.map((row) => row.kind)),
    textArray(outbox.map((row) => row.payload)),
    timeArray(outbox.map((row) => row.createdAt)),
  ];
  return [run(client, OUTBOX, values)];
}

function sendCalls(client: PoolClient, { calls }: WriteSet): Promise<unknown>[] {
  if (calls.length === 0) return [];
  const values = [
    textArray(calls.map((row) => row.childId)),
    textArray(calls.map((row) => row.parentId)),
    intArray(calls.map((row) => row.parentKey)),
    intArray(calls.map((row) => row.depth)),
  ];
  return [run(client, CALLS, values)];
}

function sendConsumed(client: PoolClient, { messages }: WriteSet): Promise<unknown>[] {
  if (messages.size === 0) return [];
  const rows = [...messages.values()];
  const values = [
    textArray(rows.map((row) => row.position)),
    textArray(rows.map((row) => row.receiver)),
    timeArray(rows.map((row) => row.at)),
    rows.length,
  ];
  return [run(client, CONSUME, values)];
}

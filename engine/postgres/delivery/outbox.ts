import type { Pool } from 'pg';
import { newToken } from '../../host/commit/ids';
import type { Delivery, NewDelivery } from '../../host/delivery/kinds';
import { textArray } from '../arrays';
import { run, type Statement } from '../pool';

/** Rows of one lane that are leased together. */
const PER_LANE = 20;

/**
 * The oldest row of a lane stands for it: whoever holds that holds the lane. A lane whose oldest row is leased or waits
 * is left alone; one whose oldest row failed before gives that row only, so that those behind it don't pay for it.
 * `+ 0` leaves the index of lanes as the only one: a planner without statistics would walk all rows by id instead.
 */
const CLAIM: Statement = {
  name: 'delivery-claim',
  text: `WITH heads AS MATERIALIZED (
    SELECT o.id, o.lane, o.claims FROM outbox o
    WHERE o.quarantined_at IS NULL AND o.available_at <= engine_now() AND NOT EXISTS (
      SELECT 1 FROM outbox e WHERE e.lane = o.lane AND e.id + 0 < o.id AND e.quarantined_at IS NULL)
    ORDER BY o.id LIMIT $1 FOR UPDATE OF o SKIP LOCKED),
  found AS MATERIALIZED (
    SELECT f.id FROM heads h CROSS JOIN LATERAL (
      SELECT r.id FROM outbox r WHERE r.lane = h.lane AND r.id + 0 >= h.id AND r.quarantined_at IS NULL
      ORDER BY r.id + 0 LIMIT CASE WHEN h.claims = 0 THEN $2 ELSE 1 END) f),
  taken AS (
    UPDATE outbox o SET token = $3, claims = o.claims + 1, available_at = engine_now() + $4 * interval '1 millisecond'
    FROM found WHERE o.id = found.id
    RETURNING o.id, o.ref, o.lane, o.kind, o.payload, o.claims, o.token)
  SELECT id::text AS id, ref, lane, kind, payload, claims, token FROM taken ORDER BY taken.id`,
};
export const ENQUEUE: Statement = {
  name: 'delivery-enqueue',
  text: `INSERT INTO outbox (ref, lane, kind, payload, created_at, available_at)
    SELECT ref, lane, kind, payload, engine_now(), engine_now()
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS n(ref, lane, kind, payload, place)
    ORDER BY place ON CONFLICT (ref) DO NOTHING`,
};
const PUT_BACK: Statement = {
  name: 'delivery-put-back',
  text: `UPDATE outbox SET token = NULL, error = coalesce($4, error), claims = greatest(claims - $5, 0),
      available_at = engine_now() + $3 * interval '1 millisecond'
    WHERE id = $1::text::bigint AND token = $2`,
};
const QUARANTINE: Statement = {
  name: 'delivery-quarantine',
  text: `UPDATE outbox SET token = NULL, error = $3, quarantined_at = engine_now()
    WHERE id = $1::text::bigint AND token = $2`,
};

interface Row {
  id: string;
  ref: string;
  lane: string;
  kind: string;
  payload: string;
  claims: number;
  token: string;
}

/** See `DeliveryStore.claimDeliveries`. */
export async function claimDeliveries(pool: Pool, max: number, leaseMs: number): Promise<Delivery[]> {
  const { rows } = await run<Row>(pool, CLAIM, [max, PER_LANE, newToken(), leaseMs]);
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) }) as Delivery);
}

export const deliveryValues = (rows: readonly NewDelivery[]): Buffer[] => [
  textArray(rows.map((row) => row.ref)),
  textArray(rows.map((row) => row.lane)),
  textArray(rows.map((row) => row.kind)),
  textArray(rows.map((row) => JSON.stringify(row.payload))),
];

/** See `DeliveryStore.enqueue`. */
export async function enqueue(pool: Pool, rows: readonly NewDelivery[]): Promise<void> {
  if (rows.length > 0) await run(pool, ENQUEUE, deliveryValues(rows));
}

/** See `DeliveryStore.putBack`. */
export async function putBack(
  pool: Pool,
  { id, token }: Delivery,
  delayMs: number,
  error: string | null,
  uncounted: boolean,
): Promise<void> {
  await run(pool, PUT_BACK, [id, token, delayMs, error, uncounted ? 1 : 0]);
}

/** See `DeliveryStore.quarantine`. */
export async function quarantine(pool: Pool, { id, token }: Delivery, error: string): Promise<void> {
  await run(pool, QUARANTINE, [id, token, error]);
}

import type { Pool } from 'pg';
import type { JsonObject } from '../../core/json';
import { newToken, routeOf } from '../../host/commit/ids';
import type { MessageStanding, NewMessage, PendingMessage, Question } from '../../host/delivery/ports';
import { textArray } from '../arrays';
import { run, type Statement } from '../pool';

/** Writes a message that somebody is still to look at; nothing when its name and id live already. */
export const INSERT_MESSAGE: Statement = {
  name: 'message-insert',
  text: `INSERT INTO message (name, message_id, correlation_key, route, variables, conversation, actor, named, origin,
      created_at, expires_at, available_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT model_id FROM instance WHERE id = $10), engine_now(),
      engine_now() + $9::float8 * interval '1 millisecond', engine_now())
    ON CONFLICT (name, message_id) DO NOTHING`,
};

/** Parameters of {@link INSERT_MESSAGE}. */
export const messageValues = (message: NewMessage): unknown[] => [
  message.name,
  message.messageId,
  message.correlationKey,
  routeOf('message', message.name, message.correlationKey),
  JSON.stringify(message.variables),
  message.conversation,
  message.actor === null ? null : JSON.stringify(message.actor),
  message.named,
  message.timeToLiveMs,
  message.sender,
];

/** Messages of one route that are leased together. */
const PER_ROUTE = 20;

const claimSql = (only: string) => `WITH heads AS MATERIALIZED (
    SELECT m.position, m.route, m.claims FROM message m
    WHERE m.pending AND m.consumed_at IS NULL AND m.available_at <= engine_now()${only} AND NOT EXISTS (
      SELECT 1 FROM message e
      WHERE e.route = m.route AND e.position + 0 < m.position AND e.consumed_at IS NULL AND e.pending IS NOT FALSE)
    ORDER BY m.position LIMIT $1 FOR UPDATE OF m SKIP LOCKED),
  found AS MATERIALIZED (
    SELECT f.position FROM heads h CROSS JOIN LATERAL (
      SELECT r.position FROM message r
      WHERE r.route = h.route AND r.position + 0 >= h.position AND r.pending IS NOT FALSE AND r.consumed_at IS NULL
      ORDER BY r.position + 0 LIMIT CASE WHEN h.claims = 0 THEN $2 ELSE 1 END) f),
  taken AS (
    UPDATE message m SET token = $3, claims = m.claims + 1,
      available_at = engine_now() + $4 * interval '1 millisecond'
    FROM found WHERE m.position = found.position RETURNING m.*)
  SELECT position::text AS position, name, message_id, correlation_key, variables, conversation, origin, actor, claims,
    token
  FROM taken ORDER BY taken.position`;

/**
 * As of the outbox: the oldest message of a route stands for it, so that no younger one overtakes it. `IS NOT FALSE` is
 * not what the index of pending messages says, so that it is not read as a whole for each of them.
 */
const CLAIM: Statement = { name: 'message-claim', text: claimSql('') };
const CLAIM_ROUTE: Statement = { name: 'message-claim-route', text: claimSql(' AND m.route = $5') };
/**
 * The second look at subscriptions is taken under the row's lock: a receiver that came since the first either is seen
 * here, or seeks after this is done.
 */
const KEEP: Statement = {
  name: 'message-keep',
  text: `UPDATE message m SET token = NULL, claims = 0, available_at = engine_now(), pending = EXISTS (
      SELECT 1 FROM subscription s WHERE s.route = m.route)
      OR EXISTS (SELECT 1 FROM start_subscription s WHERE s.kind = 'message' AND s.name = m.name)
    FROM unnest($1::text[], $2::text[]) AS n(position, token)
    WHERE m.position = n.position::bigint AND m.token = n.token AND m.consumed_at IS NULL`,
};
const PUT_BACK: Statement = {
  name: 'message-put-back',
  text: `UPDATE message SET token = NULL, error = coalesce($4, error), claims = greatest(claims - $5, 0),
      available_at = engine_now() + $3 * interval '1 millisecond'
    WHERE position = $1::text::bigint AND token = $2 AND consumed_at IS NULL`,
};
const QUARANTINE: Statement = {
  name: 'message-quarantine',
  text: `UPDATE message SET token = NULL, pending = false, consumed_at = engine_now(), error = $3
    WHERE position = $1::text::bigint AND token = $2 AND consumed_at IS NULL`,
};
/**
 * As many as can be received at once. Those that are looked at already too: the one who looks may not have seen the new
 * receiver, and loses its lease here.
 */
const SEEK: Statement = {
  name: 'message-seek',
  text: `UPDATE message SET pending = true, available_at = engine_now(), token = NULL WHERE position IN (
    SELECT f.position FROM unnest($1::text[]) AS n(route) CROSS JOIN LATERAL (
      SELECT m.position FROM message m WHERE m.route = n.route AND m.consumed_at IS NULL
        AND m.expires_at > engine_now()
      ORDER BY m.position LIMIT (SELECT count(*) FROM (
        SELECT 1 FROM subscription s WHERE s.route = n.route LIMIT 100) w)) f)`,
};
/** A start event takes one after the other. */
const SEEK_ALL: Statement = {
  name: 'message-seek-all',
  text: `UPDATE message SET pending = true, available_at = engine_now(), token = NULL
    WHERE name = ANY($1::text[]) AND consumed_at IS NULL AND expires_at > engine_now()`,
};
const STANDING: Statement = {
  name: 'message-standing',
  text: `SELECT pending AND consumed_at IS NULL AS pending, receiver FROM message
    WHERE name = $1 AND message_id = $2`,
};
/** Whatever its time to live, a message is looked at once before it goes. */
const EXPIRE: Statement = {
  name: 'message-expire',
  text: `DELETE FROM message WHERE position IN (
    SELECT position FROM message WHERE expires_at <= engine_now() AND (NOT pending OR consumed_at IS NOT NULL)
    ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED)`,
};

interface Row {
  position: string;
  name: string;
  message_id: string;
  correlation_key: string | null;
  variables: string;
  conversation: string | null;
  origin: string | null;
  actor: string | null;
  claims: number;
  token: string;
}

const pendingMessage = (row: Row): PendingMessage => ({
  position: row.position,
  name: row.name,
  messageId: row.message_id,
  correlationKey: row.correlation_key,
  variables: JSON.parse(row.variables) as JsonObject,
  conversation: row.conversation,
  origin: row.origin,
  actor: row.actor === null ? null : JSON.parse(row.actor),
  claims: row.claims,
  token: row.token,
});

/** See `DeliveryStore.publish`. */
export async function publish(pool: Pool, message: NewMessage): Promise<boolean> {
  return (await run(pool, INSERT_MESSAGE, messageValues(message))).rowCount === 1;
}

/** See `DeliveryStore.claimMessages`. */
export async function claimMessages(
  pool: Pool,
  max: number,
  leaseMs: number,
  only?: Question,
): Promise<PendingMessage[]> {
  const values = [max, PER_ROUTE, newToken(), leaseMs];
  const { rows } = only
    ? await run<Row>(pool, CLAIM_ROUTE, [...values, routeOf('message', only.name, only.correlationKey)])
    : await run<Row>(pool, CLAIM, values);
  return rows.map(pendingMessage);
}

type Leased = Pick<PendingMessage, 'position' | 'token'>;

/** See `DeliveryStore.keepMessages`. */
export async function keepMessages(pool: Pool, kept: readonly Leased[]): Promise<void> {
  const positions = textArray(kept.map((message) => message.position));
  await run(pool, KEEP, [positions, textArray(kept.map((message) => message.token))]);
}

/** See `DeliveryStore.putBackMessage`. */
export async function putBackMessage(
  pool: Pool,
  { position, token }: Leased,
  delayMs: number,
  error: string | null,
  uncounted: boolean,
): Promise<void> {
  await run(pool, PUT_BACK, [position, token, delayMs, error, uncounted ? 1 : 0]);
}

/** See `DeliveryStore.quarantineMessage`. */
export async function quarantineMessage(
  pool: Pool,
  { position, token }: Leased,
  error: string,
): Promise<void> {
  await run(pool, QUARANTINE, [position, token, error]);
}

/** See `DeliveryStore.seek`. */
export async function seek(
  pool: Pool,
  wanted: readonly { name: string; correlationKey?: string | null }[],
): Promise<number> {
  const [routes, names] = [new Set<string>(), new Set<string>()];
  for (const { name, correlationKey } of wanted)
    if (correlationKey === undefined) names.add(name);
    else routes.add(routeOf('message', name, correlationKey));
  let found = 0;
  if (routes.size > 0) found += (await run(pool, SEEK, [textArray([...routes])])).rowCount ?? 0;
  if (names.size > 0) found += (await run(pool, SEEK_ALL, [textArray([...names])])).rowCount ?? 0;
  return found;
}

/** See `DeliveryStore.standing`. */
export async function standing(pool: Pool, name: string, messageId: string): Promise<MessageStanding | null> {
  return (await run<MessageStanding & object>(pool, STANDING, [name, messageId])).rows[0] ?? null;
}

/** See `DeliveryStore.removeExpired`. */
export async function removeExpired(pool: Pool, max: number): Promise<number> {
  return (await run(pool, EXPIRE, [max])).rowCount ?? 0;
}

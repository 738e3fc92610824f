import type { Pool } from 'pg';
import type { Json } from '../core/json';
import { newToken } from '../host/commit/ids';
import {
  type ClaimedWork,
  type ClaimRequest,
  MAX_CLAIMS,
  SUSPECT_CLAIMS,
  SUSPECTS_AT_ONCE,
} from '../host/ports';
import { intArray, textArray } from './arrays';
import type { Horizon } from './horizon';
import { isoSql, run, type Statement } from './pool';

const CLAIMED = `w.instance_id, w.key, w.element_id, w.work_type, w.attempt, w.retries, w.claims, w.token, w.payload,
  w.version_id, w.process_key, ${isoSql('w.leased_at')} AS leased_at, ${isoSql('w.available_at')} AS lease_until`;

/**
 * Oldest first for each type, skipping what others are taking; of suspects only a few. Touches work rows only, never
 * the instance.
 */
const CLAIM: Statement = {
  name: 'engine-claim',
  text: `WITH fresh AS MATERIALIZED (
    SELECT f.instance_id, f.key FROM unnest($1::text[]) AS n(work_type) CROSS JOIN LATERAL (
      SELECT c.instance_id, c.key FROM work c
      WHERE c.work_type = n.work_type AND c.available_at BETWEEN $6::timestamptz AND engine_now()
        AND c.claims < ${SUSPECT_CLAIMS}
      ORDER BY c.available_at LIMIT $2 FOR UPDATE SKIP LOCKED) f LIMIT $2),
  suspects AS MATERIALIZED (
    SELECT instance_id, key FROM work
    WHERE work_type = ANY ($1::text[]) AND claims >= ${SUSPECT_CLAIMS} AND claims < ${MAX_CLAIMS}
      AND available_at <= engine_now()
    ORDER BY available_at LIMIT least($2, ${SUSPECTS_AT_ONCE}) FOR UPDATE SKIP LOCKED),
  found AS (
    SELECT * FROM (SELECT * FROM suspects UNION ALL SELECT * FROM fresh) f LIMIT $2),
  leased AS (UPDATE work w SET token = $3 || '.' || w.instance_id || '.' || w.key, worker = $4, claims = w.claims + 1,
    leased_at = engine_now(), available_at = engine_now() + $5 * interval '1 millisecond'
  FROM found WHERE w.instance_id = found.instance_id AND w.key = found.key
  RETURNING ${CLAIMED})
  SELECT ${isoSql('n.now')} AS now, l.* FROM (SELECT engine_now() AS now) n LEFT JOIN leased l ON true`,
};
const EXTEND: Statement = {
  name: 'engine-extend',
  text: `UPDATE work w SET available_at = engine_now() + $4 * interval '1 millisecond'
    FROM unnest($1::text[], $2::int[], $3::text[]) AS n(instance_id, key, token)
    WHERE w.instance_id = n.instance_id AND w.key = n.key AND w.token = n.token
    RETURNING w.token, ${isoSql('w.available_at')} AS lease_until`,
};
const RELEASE: Statement = {
  name: 'engine-release',
  text: `UPDATE work SET token = NULL, worker = NULL, leased_at = NULL, available_at = engine_now(),
      claims = greatest(claims - 1, 0)
    WHERE instance_id = $1 AND key = $2 AND token = $3`,
};
/** Claimed too often without an outcome, the last lease over: leased once more, to whoever quarantines it. */
const EXHAUSTED: Statement = {
  name: 'engine-exhausted',
  text: `WITH found AS MATERIALIZED (
    SELECT instance_id, key FROM work WHERE claims >= ${SUSPECT_CLAIMS} AND claims >= $1
      AND available_at <= engine_now()
    ORDER BY available_at LIMIT $2 FOR UPDATE SKIP LOCKED)
  UPDATE work w SET token = $3 || '.' || w.instance_id || '.' || w.key, worker = 'quarantine',
    leased_at = engine_now(), available_at = engine_now() + interval '30 seconds'
  FROM found WHERE w.instance_id = found.instance_id AND w.key = found.key
  RETURNING ${CLAIMED}`,
};

interface ClaimedRow {
  instance_id: string;
  key: number;
  element_id: string;
  work_type: string;
  attempt: number;
  retries: number;
  claims: number;
  token: string;
  payload: string;
  version_id: string;
  process_key: string;
  leased_at: string;
  lease_until: string;
}

/** See `EngineStore.claimWork`. */
export async function claimWork(pool: Pool, horizon: Horizon, request: ClaimRequest): Promise<ClaimedWork[]> {
  const { workTypes, max, worker, leaseMs } = request;
  if (workTypes.length === 0 || max <= 0) return [];
  const question = `work ${workTypes.join(' ')}`;
  const from = horizon.from(question);
  const values = [[...workTypes], max, newToken(), worker, leaseMs, from];
  const { rows } = await run<ClaimedRow & { now: string }>(pool, CLAIM, values);
  const claimed = rows.filter((row) => row.token !== null);
  horizon.looked(question, from, { now: rows[0]!.now, complete: claimed.length < max });
  return claimed.map(claimedWork);
}

type Held = { instanceId: string; key: number; token: string };

/** See `EngineStore.extendLease`. */
export async function extendLease(pool: Pool, work: Held, leaseMs: number): Promise<string | null> {
  return (await extend(pool, [work], leaseMs))[0]?.lease_until ?? null;
}

/** See `EngineStore.extendLeases`. */
export async function extendLeases(
  pool: Pool,
  work: readonly Held[],
  leaseMs: number,
): Promise<ReadonlySet<string>> {
  return new Set((await extend(pool, work, leaseMs)).map((row) => row.token));
}

async function extend(pool: Pool, work: readonly Held[], leaseMs: number) {
  const ids = textArray(work.map((piece) => piece.instanceId));
  const keys = intArray(work.map((piece) => piece.key));
  const tokens = textArray(work.map((piece) => piece.token));
  const values = [ids, keys, tokens, leaseMs];
  return (await run<{ token: string; lease_until: string }>(pool, EXTEND, values)).rows;
}

/** See `EngineStore.releaseWork`. */
export async function releaseWork(pool: Pool, work: Held): Promise<boolean> {
  const { rowCount } = await run(pool, RELEASE, [work.instanceId, work.key, work.token]);
  return rowCount === 1;
}

/** See `EngineStore.exhaustedClaims`. */
export async function exhaustedClaims(pool: Pool, maxClaims: number, max: number): Promise<ClaimedWork[]> {
  return (await run<ClaimedRow>(pool, EXHAUSTED, [maxClaims, max, newToken()])).rows.map(claimedWork);
}

function claimedWork(row: ClaimedRow): ClaimedWork {
  return {
    instanceId: row.instance_id,
    key: row.key,
    elementId: row.element_id,
    workType: row.work_type,
    attempt: row.attempt,
    retries: row.retries,
    claims: row.claims,
    token: row.token,
    leasedAt: row.leased_at,
    leaseUntil: row.lease_until,
    payload: JSON.parse(row.payload) as Json,
    versionId: row.version_id,
    processKey: row.process_key,
  };
}

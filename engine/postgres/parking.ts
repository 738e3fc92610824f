import type { Pool } from 'pg';
import { incidentIdOf } from '../host/commit/ids';
import { waitingTimers } from '../host/parking';
import type { EngineStore } from '../host/ports';
import { intArray, timeArray } from './arrays';
import { run, type Statement } from './pool';

/** Beyond every due date, and a date that JavaScript can read. */
const NEVER = '9999-12-31T00:00:00Z';

const PARK: Statement = {
  name: 'engine-park',
  text: `WITH kept AS (
    UPDATE work SET available_at = '${NEVER}', token = NULL, worker = NULL, leased_at = NULL, claims = 0
    WHERE instance_id = $2),
  still AS (UPDATE timer SET due_at = '${NEVER}' WHERE instance_id = $2)
  INSERT INTO incident (id, instance_id, incident_key, key, element_id, process_id, code, message, raised_at)
  SELECT $1, i.id, 0, 0, '', i.process_id, 'quarantined', $3, engine_now() FROM instance i WHERE i.id = $2
  ON CONFLICT (id) DO UPDATE SET message = excluded.message, raised_at = excluded.raised_at, resolved_at = NULL
    WHERE incident.resolved_at IS NOT NULL`,
};
const UNPARK: Statement = {
  name: 'engine-unpark',
  text: `WITH closed AS (
    UPDATE incident SET resolved_at = engine_now() WHERE id = $1 AND resolved_at IS NULL RETURNING 1),
  again AS (
    UPDATE work SET available_at = engine_now() WHERE instance_id = $2 AND EXISTS (SELECT 1 FROM closed)),
  due AS (
    UPDATE timer t SET due_at = n.due_at FROM unnest($3::int[], $4::timestamptz[]) AS n(key, due_at)
    WHERE t.instance_id = $2 AND t.key = n.key AND EXISTS (SELECT 1 FROM closed))
  SELECT 1 FROM closed`,
};

/** See `EngineStore.park`. */
export async function park(pool: Pool, instanceId: string, reason: string): Promise<boolean> {
  const { rowCount } = await run(pool, PARK, [incidentIdOf(instanceId, 0), instanceId, reason]);
  return rowCount === 1;
}

/** See `EngineStore.unpark`. */
export async function unpark(pool: Pool, load: EngineStore['load'], instanceId: string): Promise<boolean> {
  const timers = waitingTimers(await load(instanceId));
  const keys = intArray(timers.map((timer) => timer.key));
  const times = timeArray(timers.map((timer) => timer.dueAt));
  const { rowCount } = await run(pool, UNPARK, [incidentIdOf(instanceId, 0), instanceId, keys, times]);
  return rowCount === 1;
}

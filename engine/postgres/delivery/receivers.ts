import type { Pool } from 'pg';
import { routeOf } from '../../host/commit/ids';
import type { StartTarget } from '../../host/delivery/kinds';
import type { Question, Receivers, Waiting } from '../../host/delivery/ports';
import { textArray } from '../arrays';
import { run, type Statement } from '../pool';

const WAITING: Statement = {
  name: 'delivery-waiting',
  text: `SELECT n.place::int AS place, s.instance_id, s.key FROM unnest($1::text[]) WITH ORDINALITY AS n(route, place)
    CROSS JOIN LATERAL (
      SELECT instance_id, key, position FROM subscription WHERE route = n.route ORDER BY position LIMIT $2) s
    ORDER BY n.place, s.position`,
};
const TARGET = `process_id, element_id, index, model_id, version_id, process_key`;
const STARTS: Statement = {
  name: 'delivery-starts',
  text: `SELECT name, ${TARGET} FROM start_subscription
    WHERE kind = $1 AND name = ANY($2::text[]) ORDER BY position`,
};
const SIGNALLED: Statement = {
  name: 'delivery-signalled',
  text: 'SELECT instance_id, key FROM subscription WHERE route = $1 ORDER BY position',
};
export interface TargetRow {
  process_id: string;
  element_id: string;
  index: number;
  model_id: string;
  version_id: string;
  process_key: string;
}

export const startTarget = (row: TargetRow): StartTarget => ({
  create: {
    processId: row.process_id,
    modelId: row.model_id,
    versionId: row.version_id,
    processKey: row.process_key,
    title: null,
  },
  startElementId: row.element_id,
  index: row.index,
});

type WaitingRow = { instance_id: string; key: number };
const waiting = (row: WaitingRow): Waiting => ({ instanceId: row.instance_id, key: row.key });

/** See `DeliveryStore.receivers`. */
export async function receivers(
  pool: Pool,
  questions: readonly Question[],
  max: number,
): Promise<Receivers[]> {
  const routes = questions.map((each) => routeOf('message', each.name, each.correlationKey));
  const names = [...new Set(questions.map((each) => each.name))];
  const [found, starts] = await Promise.all([
    run<WaitingRow & { place: number }>(pool, WAITING, [textArray(routes), max]),
    run<TargetRow & { name: string }>(pool, STARTS, ['message', textArray(names)]),
  ]);
  return questions.map(({ name }, index) => ({
    waiting: found.rows.filter((row) => row.place === index + 1).map(waiting),
    starts: starts.rows.filter((row) => row.name === name).map(startTarget),
  }));
}

/** See `DeliveryStore.signalReceivers`. */
export async function signalReceivers(
  pool: Pool,
  name: string,
): Promise<{ waiting: Waiting[]; starts: StartTarget[] }> {
  const [found, starts] = await Promise.all([
    run<WaitingRow>(pool, SIGNALLED, [routeOf('signal', name)]),
    run<TargetRow>(pool, STARTS, ['signal', textArray([name])]),
  ]);
  return { waiting: found.rows.map(waiting), starts: starts.rows.map(startTarget) };
}

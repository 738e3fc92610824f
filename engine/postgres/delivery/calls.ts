import type { Pool } from 'pg';
import type { Actor } from '../../core/inputs';
import type { Caller } from '../../host/delivery/ports';
import { textArray } from '../arrays';
import { run, type Statement } from '../pool';

const CALLERS: Statement = {
  name: 'delivery-callers',
  text: `SELECT i.id, i.state, coalesce(c.depth, 0) AS depth, l.canon FROM unnest($1::text[]) AS n(id)
    JOIN instance i ON i.id = n.id LEFT JOIN call c ON c.child_id = n.id
    LEFT JOIN ledger l ON l.stream = 'instance:' || n.id AND l.first_seq = 1`,
};
const CHILDREN: Statement = {
  name: 'delivery-children',
  text: `SELECT c.child_id FROM call c JOIN instance i ON i.id = c.child_id
    WHERE c.parent_id = $1 AND c.parent_key = $2 AND i.status = 'running'`,
};

interface Row {
  id: string;
  state: string;
  depth: number;
  canon: string;
}

/** See `DeliveryStore.callers`. */
export async function callers(pool: Pool, instanceIds: readonly string[]): Promise<(Caller | null)[]> {
  const { rows } = await run<Row>(pool, CALLERS, [textArray([...new Set(instanceIds)])]);
  const found = new Map(rows.map((row) => [row.id, caller(row)]));
  return instanceIds.map((id) => found.get(id) ?? null);
}

const caller = ({ state, depth, canon }: Row): Caller => ({
  state: JSON.parse(state),
  depth,
  startedBy: (JSON.parse(canon) as { actor: Actor }).actor,
});

/** See `DeliveryStore.childrenOf`. */
export async function childrenOf(pool: Pool, parentId: string, key: number): Promise<string[]> {
  const { rows } = await run<{ child_id: string }>(pool, CHILDREN, [parentId, key]);
  return rows.map((row) => row.child_id);
}

import type { WorkOp, WriteSet } from '../host/commit/rows';
import { byteaArray, intArray, textArray, timeArray } from './arrays';
import type { Statement } from './pool';

/** Work rows from the arrays `$from` and following. */
export function insertWork(from: number): string {
  const types = 'text int text text text text int int text timestamptz timestamptz text text'.split(' ');
  const columns = `instance_id, key, element_id, work_type, version_id, process_key, attempt, retries, payload,
    created_at, available_at, token, worker`;
  return `INSERT INTO work (${columns}, leased_at, claims)
    SELECT ${columns}, CASE WHEN token IS NOT NULL THEN created_at END, CASE WHEN token IS NOT NULL THEN 1 ELSE 0 END
    FROM unnest(${types.map((type, index) => `$${from + index}::${type}[]`).join(', ')}) AS n(${columns})`;
}

/** What nearly every transition writes, in one statement; the guards raise, so COMMIT can be sent right behind. */
export const WRITE_HOT: Statement = {
  name: 'engine-write',
  text: `WITH
  changed AS (
    UPDATE instance i SET status = n.status, seq = n.seq, state = n.state, head = n.head,
      ended_at = CASE WHEN n.status <> 'running' THEN coalesce(i.ended_at, n.at) END, updated_at = n.at
    FROM unnest($1::text[], $2::int[], $3::text[], $4::int[], $5::text[], $6::text[], $7::timestamptz[])
      AS n(id, was, status, seq, state, head, at)
    WHERE i.id = n.id AND i.seq = n.was RETURNING 1),
  added AS (
    INSERT INTO instance (id, status, seq, state, head, started_at, updated_at, ended_at, process_id, model_id,
      version_id, process_key, title, business_key, started_by)
    SELECT id, status, seq, state, head, at, at, CASE WHEN status <> 'running' THEN at END, process_id, model_id,
      version_id, process_key, title, business_key, started_by
    FROM unnest($8::text[], $9::text[], $10::int[], $11::text[], $12::text[], $13::timestamptz[], $14::text[],
      $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[])
      AS n(id, status, seq, state, head, at, process_id, model_id, version_id, process_key, title, business_key,
        started_by)),
  sealed AS (
    INSERT INTO ledger (stream, first_seq, count, at, canon, leaf_hash, data, salt)
    SELECT * FROM unnest($21::text[], $22::int[], $23::int[], $24::timestamptz[], $25::text[], $26::bytea[],
      $27::text[], $28::bytea[])),
  noted AS (
    INSERT INTO engine_command (id, instance_id, first_seq, at)
    SELECT * FROM unnest($29::text[], $30::text[], $31::int[], $32::timestamptz[])),
  finished AS (
    DELETE FROM work w USING unnest($33::text[], $34::int[], $35::text[]) AS n(instance_id, key, token)
    WHERE w.instance_id = n.instance_id AND w.key = n.key AND (n.token IS NULL OR w.token = n.token)
    RETURNING n.token),
  wanted AS (${insertWork(36)})
  SELECT engine_expect((SELECT count(*) FROM changed), $49::bigint, 'instance'),
    engine_expect((SELECT count(token) FROM finished), $50::bigint, 'work')`,
};

/** Parameters of {@link WRITE_HOT}, in the order of its numbers. */
export function hotValues(writes: WriteSet): unknown[] {
  const instances = [...writes.instances.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const changed = instances.filter((write) => write.expectedSeq > 0);
  const work = [...writes.work.values()];
  const finished = work.filter((op) => op.op === 'delete');
  return [
    ...changedColumns(changed),
    ...addedColumns(instances.filter((write) => write.expectedSeq === 0)),
    ...ledgerColumns(writes),
    textArray(writes.commands.map((row) => row.id)),
    textArray(writes.commands.map((row) => row.instanceId)),
    intArray(writes.commands.map((row) => row.firstSeq)),
    timeArray(writes.commands.map((row) => row.at)),
    textArray(finished.map((op) => op.instanceId)),
    intArray(finished.map((op) => op.key)),
    textArray(finished.map((op) => op.token)),
    ...workColumns(work, 'insert'),
    changed.length,
    finished.filter((op) => op.token !== null).length,
  ];
}

type Instances = WriteSet['instances'] extends Map<string, infer V> ? V[] : never;

const changedColumns = (rows: Instances): Buffer[] => [
  textArray(rows.map((row) => row.id)),
  intArray(rows.map((row) => row.expectedSeq)),
  ...snapshotColumns(rows),
];

const snapshotColumns = (rows: Instances): Buffer[] => [
  textArray(rows.map((row) => row.state.status)),
  intArray(rows.map((row) => row.state.seq)),
  textArray(rows.map((row) => row.text)),
  textArray(rows.map((row) => row.head)),
  timeArray(rows.map((row) => row.at)),
];

const addedColumns = (rows: Instances): Buffer[] => [
  textArray(rows.map((row) => row.id)),
  ...snapshotColumns(rows),
  textArray(rows.map((row) => row.processId)),
  textArray(rows.map((row) => row.modelId)),
  textArray(rows.map((row) => row.state.versionId)),
  textArray(rows.map((row) => row.state.processKey)),
  textArray(rows.map((row) => row.title)),
  textArray(rows.map((row) => row.state.businessKey)),
  textArray(rows.map((row) => row.state.startedBy)),
];

const ledgerColumns = ({ ledger }: WriteSet): Buffer[] => [
  textArray(ledger.map((row) => row.stream)),
  intArray(ledger.map((row) => row.firstSeq)),
  intArray(ledger.map((row) => row.count)),
  timeArray(ledger.map((row) => row.at)),
  textArray(ledger.map((row) => row.canon)),
  byteaArray(ledger.map((row) => Buffer.from(row.leafHash, 'hex'))),
  textArray(ledger.map((row) => row.data)),
  byteaArray(ledger.map((row) => row.salt)),
];

/** Parameters of {@link insertWork}. */
export function workColumns(work: readonly WorkOp[], kind: 'insert' | 'upsert'): Buffer[] {
  const rows = work.flatMap((op) => ('row' in op && op.op === kind ? [op.row] : []));
  return [
    textArray(rows.map((row) => row.instanceId)),
    intArray(rows.map((row) => row.key)),
    textArray(rows.map((row) => row.elementId)),
    textArray(rows.map((row) => row.workType)),
    textArray(rows.map((row) => row.versionId)),
    textArray(rows.map((row) => row.processKey)),
    intArray(rows.map((row) => row.attempt)),
    intArray(rows.map((row) => row.retries)),
    textArray(rows.map((row) => row.payload)),
    timeArray(rows.map((row) => row.createdAt)),
    timeArray(rows.map((row) => row.availableAt)),
    textArray(rows.map((row) => row.lease?.token ?? null)),
    textArray(rows.map((row) => row.lease?.worker ?? null)),
  ];
}

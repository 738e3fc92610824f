import type { PoolClient } from 'pg';
import type { TaskOp, WriteSet } from '../host/commit/rows';
import { boolArray, intArray, textArray, timeArray } from './arrays';
import { run, type Statement } from './pool';
import { sendExchange } from './write-exchange';
import { insertWork, workColumns } from './write-hot';

const REPLACE_WORK: Statement = {
  name: 'engine-replace-work',
  text: `${insertWork(1)}
    ON CONFLICT (instance_id, key) DO UPDATE SET element_id = excluded.element_id, work_type = excluded.work_type,
      attempt = excluded.attempt, retries = excluded.retries, payload = excluded.payload,
      created_at = excluded.created_at, available_at = excluded.available_at, token = excluded.token,
      worker = excluded.worker, leased_at = excluded.leased_at, claims = excluded.claims`,
};
const RESCHEDULE: Statement = {
  name: 'engine-reschedule',
  text: `WITH changed AS (
    UPDATE work w SET attempt = n.attempt, available_at = n.available_at, token = NULL, worker = NULL,
      leased_at = NULL, claims = 0
    FROM unnest($1::text[], $2::int[], $3::int[], $4::timestamptz[], $5::text[])
      AS n(instance_id, key, attempt, available_at, token)
    WHERE w.instance_id = n.instance_id AND w.key = n.key AND (n.token IS NULL OR w.token = n.token)
    RETURNING n.token)
  SELECT engine_expect((SELECT count(token) FROM changed), $6::bigint, 'work')`,
};
const TIMERS: Statement = {
  name: 'engine-write-timers',
  text: `WITH gone AS (
    DELETE FROM timer t USING unnest($1::text[], $2::int[], $3::bool[]) AS n(instance_id, key, guarded)
    WHERE t.instance_id = n.instance_id AND t.key = n.key RETURNING n.guarded),
  set_ AS (
    INSERT INTO timer (instance_id, key, element_id, due_at)
    SELECT * FROM unnest($4::text[], $5::int[], $6::text[], $7::timestamptz[])
    ON CONFLICT (instance_id, key) DO UPDATE SET due_at = excluded.due_at, element_id = excluded.element_id)
  SELECT engine_expect((SELECT count(*) FROM gone WHERE guarded), $8::bigint, 'timer')`,
};
const OPEN_TASKS: Statement = {
  name: 'engine-open-tasks',
  text: `INSERT INTO task (id, instance_id, key, element_id, process_id, version_id, name, approval, candidate_users,
      candidate_groups, priority, due_at, opened_at, state, assignee, assignee_name, closed_at, outcome, decided_by,
      shown, voters, reminders)
    SELECT id, instance_id, key, element_id, process_id, version_id, name, approval,
      ARRAY(SELECT json_array_elements_text(users::json)), ARRAY(SELECT json_array_elements_text(groups::json)),
      priority, due_at, opened_at, state, assignee, assignee_name, closed_at, outcome, decided_by, shown,
      ARRAY(SELECT json_array_elements_text(voters::json)), reminders
    FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bool[],
      $9::text[], $10::text[], $11::int[], $12::timestamptz[], $13::timestamptz[], $14::text[], $15::text[],
      $16::text[], $17::timestamptz[], $18::text[], $19::text[], $20::text[], $21::text[],
      $22::int[])
      AS n(id, instance_id, key, element_id, process_id, version_id, name, approval, users, groups, priority, due_at,
        opened_at, state, assignee, assignee_name, closed_at, outcome, decided_by, shown, voters, reminders)`,
};
const CHANGE_TASKS: Statement = {
  name: 'engine-change-tasks',
  text: `UPDATE task t SET state = n.state,
      assignee = CASE WHEN n.keep THEN t.assignee ELSE n.assignee END,
      assignee_name = CASE WHEN n.keep THEN t.assignee_name ELSE n.assignee_name END,
      closed_at = n.closed_at, outcome = n.outcome, decided_by = n.decided_by, shown = n.shown,
      voters = t.voters || ARRAY(SELECT json_array_elements_text(n.voters::json)), reminders = t.reminders + n.reminders
    FROM unnest($1::text[], $2::bool[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
      $8::text[], $9::text[], $10::text[], $11::int[])
      AS n(id, keep, state, assignee, assignee_name, closed_at, outcome, decided_by, shown, voters, reminders)
    WHERE t.id = n.id`,
};
const INCIDENTS: Statement = {
  name: 'engine-write-incidents',
  text: `WITH closed AS (
    UPDATE incident i SET resolved_at = n.at FROM unnest($1::text[], $2::timestamptz[]) AS n(id, at)
    WHERE i.id = n.id)
  INSERT INTO incident (id, instance_id, incident_key, key, element_id, process_id, code, message, raised_at)
  SELECT * FROM unnest($3::text[], $4::text[], $5::int[], $6::int[], $7::text[], $8::text[], $9::text[], $10::text[],
    $11::timestamptz[])`,
};
const CONTENT: Statement = {
  name: 'engine-write-content',
  text: `INSERT INTO content (hash, bytes, body)
    SELECT hash, octet_length(body), body FROM unnest($1::text[], $2::text[]) AS n(hash, body)
    ORDER BY hash ON CONFLICT (hash) DO NOTHING`,
};

/** Statements for the rows that only some transitions write; nothing is sent for an empty kind. */
export function sendRest(client: PoolClient, writes: WriteSet): Promise<unknown>[] {
  return [
    ...sendReplacements(client, writes),
    ...sendReschedules(client, writes),
    ...sendTimers(client, writes),
    ...sendTasks(client, writes),
    ...sendIncidents(client, writes),
    ...sendContent(client, writes),
    ...sendExchange(client, writes),
  ];
}

function sendReplacements(client: PoolClient, { work }: WriteSet): Promise<unknown>[] {
  const ops = [...work.values()];
  return ops.some((op) => op.op === 'upsert') ? [run(client, REPLACE_WORK, workColumns(ops, 'upsert'))] : [];
}

function sendReschedules(client: PoolClient, { work }: WriteSet): Promise<unknown>[] {
  const rows = [...work.values()].filter((op) => op.op === 'reschedule');
  if (rows.length === 0) return [];
  const values = [
    textArray(rows.map((row) => row.instanceId)),
    intArray(rows.map((row) => row.key)),
    intArray(rows.map((row) => row.attempt)),
    timeArray(rows.map((row) => row.availableAt)),
    textArray(rows.map((row) => row.token)),
    rows.filter((row) => row.token !== null).length,
  ];
  return [run(client, RESCHEDULE, values)];
}

function sendTimers(client: PoolClient, { timers }: WriteSet): Promise<unknown>[] {
  if (timers.size === 0) return [];
  const gone = [...timers.values()].filter((op) => op.op === 'delete');
  const set = [...timers.values()].filter((op) => op.op === 'set');
  const values = [
    textArray(gone.map((op) => op.instanceId)),
    intArray(gone.map((op) => op.key)),
    boolArray(gone.map((op) => op.guarded)),
    textArray(set.map((op) => op.instanceId)),
    intArray(set.map((op) => op.key)),
    textArray(set.map((op) => op.elementId)),
    timeArray(set.map((op) => op.dueAt)),
    gone.filter((op) => op.guarded).length,
  ];
  return [run(client, TIMERS, values)];
}

function sendTasks(client: PoolClient, { tasks }: WriteSet): Promise<unknown>[] {
  const all = [...tasks.values()];
  const opened = all.filter((op) => op.row);
  const changed = all.filter((op) => !op.row);
  const sent: Promise<unknown>[] = [];
  if (opened.length) sent.push(run(client, OPEN_TASKS, openedColumns(opened)));
  if (changed.length) {
    const columns = [textArray(changed.map((op) => op.id)), boolArray(changed.map((op) => op.keepAssignee))];
    sent.push(run(client, CHANGE_TASKS, [...columns, ...standingColumns(changed)]));
  }
  return sent;
}

function openedColumns(ops: readonly TaskOp[]): Buffer[] {
  const rows = ops.map((op) => op.row!);
  return [
    textArray(rows.map((row) => row.id)),
    textArray(rows.map((row) => row.instanceId)),
    intArray(rows.map((row) => row.key)),
    textArray(rows.map((row) => row.elementId)),
    textArray(rows.map((row) => row.processId)),
    textArray(rows.map((row) => row.versionId)),
    textArray(rows.map((row) => row.opened.name)),
    boolArray(rows.map((row) => row.opened.approval)),
    textArray(rows.map((row) => JSON.stringify(row.opened.candidateUsers))),
    textArray(rows.map((row) => JSON.stringify(row.opened.candidateGroups))),
    intArray(rows.map((row) => row.opened.priority)),
    timeArray(rows.map((row) => row.opened.dueAt)),
    timeArray(rows.map((row) => row.openedAt)),
    ...standingColumns(ops),
  ];
}

const standingColumns = (ops: readonly TaskOp[]): Buffer[] => [
  textArray(ops.map((op) => op.standing.state)),
  textArray(ops.map((op) => op.standing.assignee)),
  textArray(ops.map((op) => op.standing.assigneeName)),
  timeArray(ops.map((op) => op.standing.closedAt)),
  textArray(ops.map((op) => op.standing.outcome)),
  textArray(ops.map((op) => op.standing.decidedBy)),
  textArray(ops.map((op) => op.standing.shown)),
  textArray(ops.map((op) => JSON.stringify(op.voters))),
  intArray(ops.map((op) => op.reminders)),
];

function sendIncidents(client: PoolClient, { incidents }: WriteSet): Promise<unknown>[] {
  if (incidents.size === 0) return [];
  const closed = [...incidents.values()].filter((op) => op.op === 'close');
  const opened = [...incidents.values()].filter((op) => op.op === 'open');
  const values = [
    textArray(closed.map((op) => op.id)),
    timeArray(closed.map((op) => op.resolvedAt)),
    textArray(opened.map((op) => op.id)),
    textArray(opened.map((op) => op.instanceId)),
    intArray(opened.map((op) => op.incidentKey)),
    intArray(opened.map((op) => op.key)),
    textArray(opened.map((op) => op.elementId)),
    textArray(opened.map((op) => op.processId)),
    textArray(opened.map((op) => op.code)),
    textArray(opened.map((op) => op.message)),
    timeArray(opened.map((op) => op.raisedAt)),
  ];
  return [run(client, INCIDENTS, values)];
}

function sendContent(client: PoolClient, { content }: WriteSet): Promise<unknown>[] {
  if (content.size === 0) return [];
  return [run(client, CONTENT, [textArray([...content.keys()]), textArray([...content.values()])])];
}

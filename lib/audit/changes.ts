import type { InstanceState } from '@/engine/core/state';
import { visibleVariables } from '@/engine/core/visible-variables';

/** One thing an event changed. `undefined` (absent in JSON) is: it didn't exist. */
export interface Change {
  field: string;
  before?: unknown;
  after?: unknown;
}

type Data = Record<string, unknown>;
const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Member by member: what two objects don't agree on. */
export function differences(before: Data, after: Data): Change[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) =>
    same(before[field], after[field]) ? [] : [{ field, before: before[field], after: after[field] }],
  );
}

const TASK_STATE: Record<string, string> = {
  'task.opened': 'open',
  'task.claimed': 'claimed',
  'task.released': 'open',
  'task.delegated': 'claimed',
  'task.voted': 'open',
  'task.completed': 'completed',
  'task.cancelled': 'cancelled',
};

function taskChanges(type: string, data: Data, key: number, before: InstanceState): Change[] {
  const after = TASK_STATE[type];
  if (!after) return [];
  const wait = before.activations[key]?.wait;
  const was = wait?.kind === 'task' ? wait : undefined;
  const assignee = data.personName ?? data.toName;
  return [
    { field: 'task.state', before: was?.state, after },
    ...(assignee && type !== 'task.completed'
      ? [{ field: 'task.assignee', before: was?.assignee ?? undefined, after: assignee }]
      : []),
    ...(typeof data.outcome === 'string' ? [{ field: 'decision', after: data.outcome }] : []),
  ];
}

function variableChanges(data: Data, scopeKey: number, before: InstanceState | null): Change[] {
  if (!isObject(data.variables)) return [];
  const held: Data = before ? visibleVariables(before, scopeKey) : {};
  return Object.entries(data.variables).map(([field, after]) => ({
    field,
    ...(Object.hasOwn(held, field) ? { before: held[field] } : {}),
    after,
  }));
}

export interface ChangedEvent {
  type: string;
  key?: number;
  scopeKey?: number;
  data: unknown;
}

/**
 * What an event changed, from the state just before it. Outside instances an event says so itself (`before` and
 * `after` in its data).
 */
export function changesOf(event: ChangedEvent, before: InstanceState | null): Change[] {
  if (!isObject(event.data)) return [];
  const { data } = event;
  if (isObject(data.before) && isObject(data.after)) return differences(data.before, data.after);
  const status = event.type.startsWith('instance.') ? (event.type.split('.')[1] ?? '') : null;
  const statusChange: Change[] = status
    ? [{ field: 'instance.status', before: before?.status, after: status === 'started' ? 'running' : status }]
    : [];
  const task = before && event.key !== undefined ? taskChanges(event.type, data, event.key, before) : [];
  return [...statusChange, ...task, ...variableChanges(data, event.scopeKey ?? event.key ?? 0, before)];
}

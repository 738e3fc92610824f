import type { TaskOpened } from './events';
import type { JsonObject } from './json';
import { hear } from './listeners';
import type { TaskMoment } from './model';
import { alive, emit, nodeOf, type Run } from './run';
import type { Activation } from './state';
import { detach } from './terminate';

/** What a listener is told of a task, under the names that workers of Zeebe look for. */
export type TaskHeaders = Readonly<Record<string, string>>;

const PREFIX = 'io.camunda.zeebe:';

const headers = (key: number, action: string, more: Record<string, string | null> = {}): TaskHeaders => {
  const told = Object.entries({ action, userTaskKey: String(key), ...more });
  return Object.fromEntries(
    told.flatMap(([name, value]) => (value === null ? [] : [[PREFIX + name, value]])),
  );
};

/**
 * Work of listeners before a task is there for anybody: those for its creation, then those for its assignment where it
 * begins with an assignee. Answers whether there was any; the task is opened when all are done (Zeebe's order).
 */
export function hearBeforeTask(run: Run, key: number, task: TaskOpened): boolean {
  const { assignee, candidateUsers, candidateGroups, dueAt, priority } = task;
  const told = headers(key, 'create', {
    assignee,
    candidateUsers: listed(candidateUsers),
    candidateGroups: listed(candidateGroups),
    dueDate: dueAt,
    priority: priority === null ? null : String(priority),
  });
  if (hear(run, key, 'creating', { headers: told })) return true;
  return assignee !== null && hear(run, key, 'assigning', { headers: told });
}

const listed = (ids: readonly string[]): string | null => (ids.length === 0 ? null : JSON.stringify(ids));

/** Listeners for the end of a task, after the decision and after everything that its listeners are told still. */
export function hearCompleting(run: Run, key: number): boolean {
  return asides(run, key).length > 0 || hear(run, key, 'completing', { headers: headers(key, 'complete') });
}

/**
 * Something has happened to an open task: its listeners are told beside it, one change after the other, without holding
 * up the person. The task doesn't end before they are done.
 */
export function tell(
  run: Run,
  host: Activation,
  moment: TaskMoment,
  action: string,
  more: Record<string, string | null> = {},
): void {
  const { elementId, key: attachedTo } = host;
  const { elementType, listeners } = nodeOf(run, elementId);
  if (!listeners?.[moment]) return;
  const before = asides(run, attachedTo).length;
  const named = { elementId, elementType, key: run.state.nextKey, scopeKey: attachedTo };
  emit(run, 'listener.attached', named, { attachedTo });
  emit(run, 'behavior.noted', named, { data: { moment, headers: headers(attachedTo, action, more) } });
  if (before === 0) run.queue.push({ phase: 'aside', key: named.key });
}

/** One change: the next listener hears of it; after the last one, the next change is told, or the task ends. */
export function hearAside(run: Run, key: number): void {
  const { data, attachedTo = 0 } = alive(run, key);
  const { moment, headers } = data as unknown as { moment: TaskMoment; headers: JsonObject };
  if (hear(run, key, moment, { phase: 'aside', headers })) return;
  detach(run, key, 'Its listeners have heard of it.');
  const next = asides(run, attachedTo)[0];
  run.queue.push(next ? { phase: 'aside', key: next.key } : { phase: 'completing', key: attachedTo });
}

/** The changes of a task that its listeners are being told. */
const asides = (run: Run, host: number): Activation[] =>
  Object.values(run.state.activations).filter(
    (each) => each.attachedTo === host && each.elementId === alive(run, host).elementId,
  );

/** The task whose change an activation tells to listeners; the activation itself where it tells of none. */
export function hostOf(run: Run, activation: Activation): Activation {
  const host = run.state.activations[activation.attachedTo ?? activation.key];
  return host?.elementId === activation.elementId ? host : activation;
}

import type { Effect } from '../../core/effects';
import type { InstanceState } from '../../core/state';
import type { Addressed, ClaimedWork, HandOver } from '../ports';
import { type Exchange, isExchange, writeExchange } from './exchange';
import { incidentIdOf, newToken, rowKey, taskIdOf } from './ids';
import type { TaskStanding, WorkRow, WriteSet } from './rows';

/** What the effects of one transition need besides themselves. */
export interface EffectContext {
  writes: WriteSet;
  addressed: Addressed;
  state: InstanceState;
  /** Activations from this key on are new in this commit. */
  firstNewKey: number;
  processId: string;
  at: string;
  /** Sequence number of the transition's first event. */
  firstSeq: number;
  handOver: HandOver | undefined;
  /** Leased so far in this batch; counts against `handOver.max`. */
  handedOver: ClaimedWork[];
}

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** Turns effects into row operations; a later operation on a row replaces or completes an earlier one of the batch. */
export function applyEffects(effects: readonly Effect[], context: EffectContext): ClaimedWork[] {
  const taken = context.handedOver.length;
  for (const [index, effect] of effects.entries()) {
    if (isExchange(effect)) writeExchange(effect, index, context);
    else applyEffect(effect, context);
  }
  return context.handedOver.slice(taken);
}

function applyEffect(effect: Exclude<Effect, Exchange>, context: EffectContext): void {
  switch (effect.type) {
    case 'run-work':
      runWork(effect, context);
      break;
    case 'reschedule-work':
      rescheduleWork(effect, context);
      break;
    case 'drop-work':
      dropWork(effect.key, context);
      break;
    case 'set-timer':
    case 'drop-timer':
      changeTimer(effect, context);
      break;
    case 'open-task':
      openTask(effect, context);
      break;
    case 'update-task':
    case 'remind-task':
    case 'close-task':
      changeTask(effect, context);
      break;
    case 'open-incident':
    case 'close-incident':
      changeIncident(effect, context);
      break;
  }
}

function runWork(effect: Of<'run-work'>, context: EffectContext): void {
  const { state, at, writes } = context;
  const row: WorkRow = {
    instanceId: state.id,
    key: effect.key,
    elementId: effect.elementId,
    workType: effect.workType,
    versionId: state.versionId,
    processKey: state.processKey,
    attempt: effect.attempt,
    retries: effect.retries,
    payload: JSON.stringify(effect.payload),
    createdAt: at,
    availableAt: effect.availableAt ?? at,
    lease: null,
  };
  handOverTo(row, effect, context);
  const op = effect.key >= context.firstNewKey ? 'insert' : 'upsert';
  writes.work.set(rowKey(state.id, effect.key), { op, row });
}

function handOverTo(row: WorkRow, effect: Of<'run-work'>, context: EffectContext): void {
  const { handOver, handedOver, at } = context;
  if (!handOver || handedOver.length >= handOver.max) return;
  if (row.availableAt > at || !handOver.workTypes.includes(row.workType)) return;
  const token = newToken();
  row.lease = { token, worker: handOver.worker };
  row.availableAt = later(at, handOver.leaseMs);
  handedOver.push({
    instanceId: row.instanceId,
    key: row.key,
    elementId: row.elementId,
    workType: row.workType,
    attempt: row.attempt,
    retries: row.retries,
    claims: 1,
    token,
    leasedAt: at,
    leaseUntil: row.availableAt,
    payload: effect.payload,
    versionId: row.versionId,
    processKey: row.processKey,
  });
}

/** All leases of a batch end at the same moment. */
let last = { at: '', ms: 0, text: '' };

function later(at: string, ms: number): string {
  if (last.at !== at || last.ms !== ms) last = { at, ms, text: new Date(Date.parse(at) + ms).toISOString() };
  return last.text;
}

function rescheduleWork(effect: Of<'reschedule-work'>, { addressed, state, writes }: EffectContext): void {
  const id = rowKey(state.id, effect.key);
  const pending = writes.work.get(id);
  const { attempt, availableAt, key } = effect;
  if (pending && 'row' in pending) Object.assign(pending.row, { attempt, availableAt, lease: null });
  else
    writes.work.set(id, {
      op: 'reschedule',
      instanceId: state.id,
      key,
      attempt,
      availableAt,
      token: leaseOf(addressed, key),
    });
}

function dropWork(key: number, { addressed, state, writes }: EffectContext): void {
  const token = leaseOf(addressed, key);
  writes.work.set(rowKey(state.id, key), { op: 'delete', instanceId: state.id, key, token });
}

const leaseOf = (addressed: Addressed, key: number): string | null =>
  addressed.workLease?.key === key ? addressed.workLease.token : null;

function changeTimer(effect: Of<'set-timer' | 'drop-timer'>, context: EffectContext): void {
  const { state, writes, addressed } = context;
  const { key } = effect;
  writes.timers.set(
    rowKey(state.id, key),
    effect.type === 'set-timer'
      ? { op: 'set', instanceId: state.id, key, elementId: effect.elementId, dueAt: effect.dueAt }
      : { op: 'delete', instanceId: state.id, key, guarded: addressed.timer?.key === key },
  );
}

function openTask(effect: Of<'open-task'>, { state, processId, at, writes }: EffectContext): void {
  const id = taskIdOf(state.id, effect.key);
  const { key, elementId, task } = effect;
  const row = {
    id,
    instanceId: state.id,
    key,
    elementId,
    processId,
    versionId: state.versionId,
    opened: task,
    openedAt: at,
  };
  const standing: TaskStanding = { ...UNDECIDED, state: 'open', assignee: task.assignee, assigneeName: null };
  writes.tasks.set(id, { id, row, standing, keepAssignee: false, voters: [], reminders: 0 });
}

const UNDECIDED = { closedAt: null, outcome: null, decidedBy: null, shown: null };

function changeTask(effect: Of<'update-task' | 'remind-task' | 'close-task'>, context: EffectContext): void {
  const id = taskIdOf(context.state.id, effect.key);
  const { tasks } = context.writes;
  const pending = tasks.get(id) ?? { id, row: null, keepAssignee: true, voters: [], reminders: 0 };
  const { voters, reminders } = pending;
  if (effect.type === 'remind-task') {
    const standing = 'standing' in pending ? pending.standing : standingOf(context.state, effect.key);
    tasks.set(id, { ...pending, standing, reminders: reminders + 1 });
  } else if (effect.type === 'update-task') {
    const { state, assignee, assigneeName, voter } = effect;
    const standing = { ...UNDECIDED, state, assignee, assigneeName };
    const all = voter === undefined ? voters : [...voters, voter];
    tasks.set(id, { ...pending, standing, keepAssignee: false, voters: all });
  } else {
    const before = 'standing' in pending ? pending.standing : null;
    tasks.set(id, { ...pending, standing: closed(effect, before, context) });
  }
}

/** The task as it stands where only a reminder came; its assignee stays what it is. */
function standingOf({ activations }: InstanceState, key: number): TaskStanding {
  const wait = activations[key]?.wait;
  const state = wait?.kind === 'task' ? wait.state : 'open';
  return { ...UNDECIDED, state, assignee: null, assigneeName: null };
}

function closed(
  effect: Of<'close-task'>,
  before: TaskStanding | null,
  { addressed, at }: EffectContext,
): TaskStanding {
  const { input } = addressed.command;
  const decided = input.type === 'complete-task' && input.key === effect.key;
  return {
    state: effect.state,
    assignee: before?.assignee ?? null,
    assigneeName: before?.assigneeName ?? null,
    closedAt: at,
    outcome: effect.outcome,
    decidedBy: effect.decidedBy,
    shown: decided ? input.contentDigest : null,
  };
}

function changeIncident(effect: Of<'open-incident' | 'close-incident'>, context: EffectContext): void {
  const { state, processId, at, writes } = context;
  const id = incidentIdOf(state.id, effect.incidentKey);
  if (effect.type === 'close-incident') {
    // Opened and closed within one batch: nobody could have seen it, and the ledger has both.
    if (writes.incidents.get(id)?.op === 'open') writes.incidents.delete(id);
    else writes.incidents.set(id, { op: 'close', id, resolvedAt: at });
    return;
  }
  const { type: _type, ...opened } = effect;
  writes.incidents.set(id, { op: 'open', id, instanceId: state.id, processId, raisedAt: at, ...opened });
}

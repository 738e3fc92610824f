import type { Facts } from '../behavior';
import type { EventData } from '../events';
import type { Actor, Input } from '../inputs';
import type { JsonObject } from '../json';
import { runPhases } from '../phases';
import { reject } from '../rejection';
import { writeResult } from '../result';
import { about, behaviorOf, emit, nodeOf, type Run } from '../run';
import type { Activation, Wait } from '../state';
import { tell } from '../task-listeners';
import type { Rejection } from '../transition-types';
import { oversize, tooLarge } from '../variables';
import { find, isRejection, named } from './find';

type Of<T extends Input['type']> = Extract<Input, { type: T }>;
type TaskWait = Extract<Wait, { kind: 'task' }>;

/** Input types that a person sends about a task. */
export const TASK_INPUTS: ReadonlySet<string> = new Set([
  'claim-task',
  'release-task',
  'delegate-task',
  'comment-task',
  'complete-task',
]);

export function claimTask(run: Run, input: Of<'claim-task'>): Rejection | null {
  const open = openTask(run, input.key);
  if (isRejection(open)) return open;
  const { activation, wait } = open;
  const { personId, personName } = input;
  if (wait.state === 'claimed')
    return wait.assignee === personId
      ? reject('invalid-input', `${named(run, activation)} is already claimed by you.`, where(activation))
      : claimedByAnother(run, activation);
  const refused = refusal(run, activation, personId);
  if (refused) return refused;
  emit(run, 'task.claimed', about(run, activation), { personId, personName });
  tell(run, activation, 'assigning', 'claim', { assignee: personId });
  return null;
}

export function releaseTask(run: Run, input: Of<'release-task'>): Rejection | null {
  const open = openTask(run, input.key);
  if (isRejection(open)) return open;
  const { activation, wait } = open;
  if (wait.state !== 'claimed')
    return reject('not-claimed', `${named(run, activation)} is not claimed by anybody.`, where(activation));
  if (heldByAnother(wait, run.actor)) return claimedByAnother(run, activation);
  emit(run, 'task.released', about(run, activation), input.reason ? { reason: input.reason } : {});
  tell(run, open.activation, 'assigning', 'unassign');
  return null;
}

export function delegateTask(run: Run, input: Of<'delegate-task'>): Rejection | null {
  const open = openTask(run, input.key);
  if (isRejection(open)) return open;
  const { activation, wait } = open;
  if (heldByAnother(wait, run.actor)) return claimedByAnother(run, activation);
  const refused = refusal(run, activation, input.to);
  if (refused) return refused;
  const { to, toName, reason } = input;
  emit(run, 'task.delegated', about(run, activation), reason ? { to, toName, reason } : { to, toName });
  tell(run, activation, 'assigning', 'assign', { assignee: to });
  return null;
}

export function commentTask(run: Run, input: Of<'comment-task'>): Rejection | null {
  const open = openTask(run, input.key);
  if (isRejection(open)) return open;
  if (input.text.trim() === '') return reject('invalid-input', 'The comment is empty.', { path: 'text' });
  emit(run, 'task.commented', about(run, open.activation), { text: input.text });
  return null;
}

export function completeTask(run: Run, input: Of<'complete-task'>): Rejection | null {
  const open = openTask(run, input.key);
  if (isRejection(open)) return open;
  const { activation, wait } = open;
  if (heldByAnother(wait, run.actor)) return claimedByAnother(run, activation);
  const refused = refusal(run, activation, run.actor.id);
  if (refused) return refused;
  const facts = factsOf(run, activation);
  const decided = behaviorOf(run, facts.node).task?.complete(facts, facts.node.config, input);
  if (decided === undefined) return notATask(run, activation);
  if (!decided.ok) return decided;
  const { outcome, comment, contentDigest } = input;
  const by = { personId: run.actor.id, contentDigest };
  const signed = decided.signature ? { signature: decided.signature } : {};
  if (!('vote' in decided)) {
    const done = { ...by, outcome, comment, variables: input.variables, ...signed };
    return finish(run, activation, done, decided.variables);
  }
  const vote = { ...by, personName: run.actor.name, outcome, comment, variables: decided.vote, at: run.now };
  emit(run, 'task.voted', about(run, activation), { ...vote, ...signed });
  if (!decided.came) return fits(run, activation);
  const votes = 1 + ((activation.wait?.kind === 'task' && activation.wait.votes?.length) || 0);
  const done = { ...by, outcome: decided.came.outcome, comment: null, variables: {}, votes };
  return finish(run, activation, done, decided.came.variables);
}

/** The task still waits when a reminder is due. */
export function remind(run: Run, activation: Activation, remindAt: string): null {
  const facts = factsOf(run, activation);
  const reminded = activation.wait?.kind === 'task' ? (activation.wait.reminded ?? 0) + 1 : 1;
  const { config } = facts.node;
  const next = behaviorOf(run, facts.node).task?.remindAgain?.(facts, config, reminded) ?? null;
  emit(run, 'task.reminded', about(run, activation), next === null ? { remindAt } : { remindAt, next });
  return null;
}

/** The task is over: what it brings is written, and the token goes on. */
function finish(
  run: Run,
  activation: Activation,
  done: EventData['task.completed'],
  variables: JsonObject,
): Rejection | null {
  const { wait } = activation;
  const reminder = wait?.kind === 'task' && wait.remindAt ? { reminder: true as const } : {};
  emit(run, 'task.completed', about(run, activation), { ...done, ...reminder });
  writeResult(run, activation.key, variables);
  const refused = fits(run, activation);
  if (!refused) runPhases(run, activation.key, 'completing');
  return refused;
}

function fits(run: Run, activation: Activation): Rejection | null {
  const bytes = oversize(run.state);
  return bytes === null ? null : reject('too-large', tooLarge(bytes), where(activation));
}

function openTask(run: Run, key: number): { activation: Activation; wait: TaskWait } | Rejection {
  const activation = find(run, key);
  if (isRejection(activation)) return key > 0 && key < run.state.nextKey ? alreadyDecided() : activation;
  if (activation.wait?.kind === 'task') return { activation, wait: activation.wait };
  const isTask = behaviorOf(run, nodeOf(run, activation.elementId)).task !== undefined;
  return isTask ? alreadyDecided(where(activation)) : notATask(run, activation);
}

function refusal(run: Run, activation: Activation, personId: string): Rejection | null {
  const facts = factsOf(run, activation);
  return behaviorOf(run, facts.node).task?.refuse?.(facts, facts.node.config, personId) ?? null;
}

function factsOf(run: Run, activation: Activation): Facts {
  const { executable, state, now, actor } = run;
  return { executable, node: nodeOf(run, activation.elementId), state, key: activation.key, now, actor };
}

const heldByAnother = (wait: TaskWait, actor: Actor): boolean =>
  wait.state === 'claimed' && wait.assignee !== actor.id;

const where = ({ elementId }: Activation) => ({ elementId });

/** The refusal of a decision on a task that is over. */
export const alreadyDecided = (at: { elementId?: string } = {}): Rejection =>
  reject('task-already-decided', 'This task has already been decided or withdrawn.', at);

const notATask = (run: Run, activation: Activation): Rejection =>
  reject('not-a-task', `${named(run, activation)} is not a task for a person.`, where(activation));

const claimedByAnother = (run: Run, activation: Activation): Rejection =>
  reject(
    'claimed-by-another',
    `${named(run, activation)} is claimed by somebody else; it must be released first.`,
    where(activation),
  );

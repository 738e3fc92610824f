import { fired } from '../fire';
import type { Input } from '../inputs';
import { reject } from '../rejection';
import { about, emit, type Run } from '../run';
import type { Rejection } from '../transition-types';
import { find, isRejection, named } from './find';
import { remind } from './task';

export function fireTimer(run: Run, input: Extract<Input, { type: 'fire-timer' }>): Rejection | null {
  const activation = find(run, input.key);
  if (isRejection(activation)) return activation;
  const { wait, elementId } = activation;
  const dueAt = wait?.kind === 'timer' ? wait.dueAt : wait?.kind === 'task' ? wait.remindAt : undefined;
  if (wait === undefined || dueAt === undefined)
    return reject('not-a-timer', `${named(run, activation)} is not waiting for a timer.`, { elementId });
  if (Date.parse(run.now) < Date.parse(dueAt))
    return reject('timer-not-due', `The timer of ${named(run, activation)} is due at ${dueAt}.`, {
      elementId,
    });
  if (wait.kind === 'task') return remind(run, activation, dueAt);
  emit(run, 'timer.fired', about(run, activation), { dueAt });
  fired(run, input.key, wait, {});
  return null;
}

import { fired } from '../fire';
import type { Input } from '../inputs';
import { reject } from '../rejection';
import { about, emit, type Run } from '../run';
import type { Rejection } from '../transition-types';
import { find, isRejection, named } from './find';

export function fireTimer(run: Run, input: Extract<Input, { type: 'fire-timer' }>): Rejection | null {
  const activation = find(run, input.key);
  if (isRejection(activation)) return activation;
  const { wait, elementId } = activation;
  if (wait?.kind !== 'timer')
    return reject('not-a-timer', `${named(run, activation)} is not waiting for a timer.`, { elementId });
  if (Date.parse(run.now) < Date.parse(wait.dueAt))
    return reject('timer-not-due', `The timer of ${named(run, activation)} is due at ${wait.dueAt}.`, {
      elementId,
    });
  emit(run, 'timer.fired', about(run, activation), { dueAt: wait.dueAt });
  fired(run, input.key, wait, {});
  return null;
}

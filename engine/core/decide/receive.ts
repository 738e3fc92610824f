import { fired } from '../fire';
import type { Input } from '../inputs';
import { reject } from '../rejection';
import { about, emit, type Run } from '../run';
import type { Rejection } from '../transition-types';
import { oversize, tooLarge } from '../variables';
import { find, isRejection, named } from './find';

type Of<T extends Input['type']> = Extract<Input, { type: T }>;

/** A message has been correlated with this wait. */
export function receiveMessage(run: Run, input: Of<'receive-message'>): Rejection | null {
  const activation = find(run, input.key);
  if (isRejection(activation)) return activation;
  const { wait, elementId } = activation;
  const { messageId, name, variables } = input;
  if (wait?.kind !== 'message' || wait.name !== name)
    return reject(
      'not-waiting-for-message',
      `${named(run, activation)} is not waiting for the message “${name}”.`,
      {
        elementId,
      },
    );
  emit(run, 'message.received', about(run, activation), { messageId, name });
  fired(run, input.key, wait, variables);
  return fits(run, elementId);
}

export function receiveSignal(run: Run, input: Of<'receive-signal'>): Rejection | null {
  const activation = find(run, input.key);
  if (isRejection(activation)) return activation;
  const { wait, elementId } = activation;
  const { name, variables } = input;
  if (wait?.kind !== 'signal' || wait.name !== name)
    return reject(
      'not-waiting-for-signal',
      `${named(run, activation)} is not waiting for the signal “${name}”.`,
      {
        elementId,
      },
    );
  emit(run, 'signal.received', about(run, activation), { name });
  fired(run, input.key, wait, variables);
  return fits(run, elementId);
}

function fits(run: Run, elementId: string): Rejection | null {
  const bytes = oversize(run.state);
  return bytes === null ? null : reject('too-large', tooLarge(bytes), { elementId, path: 'variables' });
}

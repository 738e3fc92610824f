import { attempt } from '../attempt';
import { throwError } from '../error-propagation';
import { escalateCall } from '../escalation';
import { park } from '../incidents';
import type { Input } from '../inputs';
import type { JsonObject } from '../json';
import { runPhases } from '../phases';
import { reject } from '../rejection';
import { writeResult } from '../result';
import { about, behaviorOf, emit, nodeOf, type Run } from '../run';
import type { Activation } from '../state';
import type { Rejection } from '../transition-types';
import { checkSize } from '../variables';
import { find, isRejection, named } from './find';

type Of<T extends Input['type']> = Extract<Input, { type: T }>;

/** The called instance completed. */
export function returnCall(run: Run, input: Of<'return-call'>): Rejection | null {
  const activation = calling(run, input.key);
  if (isRejection(activation)) return activation;
  const tooMuch = attempt(run, () => {
    const variables = resultOf(run, activation, input.variables);
    emit(run, 'call.returned', about(run, activation), { variables });
    writeResult(run, input.key, variables);
    checkSize(run);
  });
  if (tooMuch?.kind === 'failed') giveUp(run, activation, null, tooMuch.message);
  else runPhases(run, input.key, 'output');
  return null;
}

/** The called instance failed, was cancelled or could not be started: its error goes on from the call activity. */
export function failCall(run: Run, input: Of<'fail-call'>): Rejection | null {
  const activation = calling(run, input.key);
  if (isRejection(activation)) return activation;
  giveUp(run, activation, input.errorCode, input.message);
  return null;
}

/** The called instance told that something happened in it, and goes on. */
export function receiveEscalation(run: Run, input: Of<'receive-escalation'>): Rejection | null {
  const activation = calling(run, input.key);
  if (isRejection(activation)) return activation;
  escalateCall(run, input.key, input.code);
  return null;
}

function giveUp(run: Run, activation: Activation, errorCode: string | null, message: string): void {
  const { key } = activation;
  emit(run, 'call.failed', about(run, activation), { errorCode, message });
  if (errorCode !== null && throwError(run, key, { errorCode, message, final: false })) return;
  const what =
    errorCode === null ? message : `It failed with the error ${errorCode}, which nothing catches: ${message}`;
  park(run, key, 'call-failed', `${named(run, activation)} was not done. ${what}`, 'input');
}

function resultOf(run: Run, activation: Activation, variables: JsonObject): JsonObject {
  const node = nodeOf(run, activation.elementId);
  const { executable, state, now, actor } = run;
  const facts = { executable, node, state, key: activation.key, now, actor };
  return behaviorOf(run, node).returned?.(facts, node.config, variables) ?? variables;
}

function calling(run: Run, key: number): Activation | Rejection {
  const activation = find(run, key);
  if (isRejection(activation) || activation.wait?.kind === 'call') return activation;
  return reject('not-waiting-for-call', `${named(run, activation)} is not waiting for a called process.`, {
    elementId: activation.elementId,
  });
}

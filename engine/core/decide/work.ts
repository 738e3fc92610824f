import { attempt } from '../attempt';
import { throwError } from '../error-propagation';
import { park } from '../incidents';
import type { Input, LeaseInfo } from '../inputs';
import type { Json } from '../json';
import { listenerPhase, writeHeard } from '../listeners';
import { FEEL_WORK, runPhases } from '../phases';
import { reject } from '../rejection';
import { writeResult } from '../result';
import { about, alive, emit, type Run } from '../run';
import type { Activation, IncidentCode, Phase } from '../state';
import { hostOf } from '../task-listeners';
import type { Rejection } from '../transition-types';
import { checkSize } from '../variables';
import { find, isRejection, named } from './find';

type Of<T extends Input['type']> = Extract<Input, { type: T }>;

export function completeWork(run: Run, input: Of<'complete-work'>): Rejection | null {
  const activation = awaitingResult(run, input.key, input.lease);
  if (isRejection(activation)) return activation;
  const { key, variables, lease, report } = input;
  const heard = listenerPhase(activation);
  const tooMuch = attempt(run, () => {
    emit(run, 'work.completed', about(run, activation), report === undefined ? { lease } : { lease, report });
    if (heard) writeHeard(run, activation, heard, variables);
    else writeResult(run, key, variables);
    checkSize(run);
  });
  if (tooMuch?.kind === 'failed') giveUp(run, key, 'work-exhausted', tooMuch.message, lease, report);
  else runPhases(run, key, heard ?? 'output');
  return null;
}

export function failWork(run: Run, input: Of<'fail-work'>): Rejection | null {
  const activation = awaiting(run, input.key, input.lease);
  if (isRejection(activation)) return activation;
  const { key, error, retryAt, lease, report } = input;
  if (retryAt === undefined) giveUp(run, key, 'work-exhausted', error, lease, report);
  else {
    const failed = { lease, error, retryAt };
    emit(run, 'work.failed', about(run, activation), report === undefined ? failed : { ...failed, report });
  }
  return null;
}

export function quarantineWork(run: Run, input: Of<'quarantine-work'>): Rejection | null {
  const activation = awaiting(run, input.key, input.lease);
  if (isRejection(activation)) return activation;
  giveUp(run, input.key, 'quarantined', input.error, input.lease);
  return null;
}

export function throwFromWork(run: Run, input: Of<'throw-error'>): Rejection | null {
  const activation = awaitingResult(run, input.key, input.lease);
  if (isRejection(activation)) return activation;
  const { key, errorCode, message, variables, lease } = input;
  const phase = retryPhase(activation);
  const tooMuch = attempt(run, () => {
    emit(run, 'work.cancelled', about(run, activation), {});
    const error = { errorCode, message, variables, final: false };
    if (throwError(run, hostOf(run, activation).key, lease ? { ...error, lease } : error)) return;
    const detail = message ? `: ${message}` : '.';
    const text = `The work of ${named(run, activation)} reported the error ${errorCode}, which nothing catches${detail}`;
    park(run, key, 'work-exhausted', text, phase);
  });
  if (tooMuch?.kind === 'failed') {
    emit(run, 'work.cancelled', about(run, activation), {});
    park(run, key, 'work-exhausted', tooMuch.message, phase);
  }
  return null;
}

export function answer(run: Run, input: Of<'answer'>): Rejection | null {
  const activation = awaiting(run, input.key);
  if (isRejection(activation)) return activation;
  if (!evaluates(activation))
    return reject(
      'not-waiting-for-work',
      `${named(run, activation)} asked for no expression.`,
      where(activation),
    );
  const phase = activation.phase ?? 'input';
  const given = input.answers.flatMap(({ source, result }) =>
    result.ok ? [[source, result.value] as [string, Json]] : [],
  );
  emit(run, 'expressions.answered', about(run, activation), { answers: Object.fromEntries(given) });
  for (const { source, result } of input.answers) {
    if (result.ok) continue;
    const text = `The expression “${source}” of ${named(run, activation)} failed: ${result.message}`;
    park(run, input.key, 'evaluation', text, phase);
    return null;
  }
  runPhases(run, input.key, phase);
  return null;
}

function awaiting(run: Run, key: number, lease?: LeaseInfo): Activation | Rejection {
  const activation = find(run, key);
  if (isRejection(activation)) return activation;
  const { wait } = activation;
  if (wait?.kind !== 'work')
    return reject(
      'not-waiting-for-work',
      `${named(run, activation)} is not waiting for work.`,
      where(activation),
    );
  if (lease !== undefined && lease.attempt !== wait.attempt)
    return reject(
      'stale-attempt',
      `Attempt ${lease.attempt} of ${named(run, activation)} is over; attempt ${wait.attempt} is current.`,
      where(activation),
    );
  return activation;
}

/** Work that yields variables or an error, in contrast to expressions, which are answered. */
function awaitingResult(run: Run, key: number, lease?: LeaseInfo): Activation | Rejection {
  const activation = awaiting(run, key, lease);
  if (isRejection(activation) || !evaluates(activation)) return activation;
  return reject(
    'not-waiting-for-work',
    `${named(run, activation)} waits for the answer of an expression.`,
    where(activation),
  );
}

const where = ({ elementId }: Activation) => ({ elementId });

const evaluates = ({ wait }: Activation): boolean => wait?.kind === 'work' && wait.workType === FEEL_WORK;

/** Evaluation work and that of listeners resume the phase that asked; other work is asked for anew, with fresh inputs. */
const retryPhase = (activation: Activation): Phase =>
  listenerPhase(activation) ?? (evaluates(activation) ? (activation.phase ?? 'input') : 'input');

function giveUp(
  run: Run,
  key: number,
  code: IncidentCode,
  error: string,
  lease: LeaseInfo,
  report?: Json,
): void {
  const activation = alive(run, key);
  const failed = { lease, error };
  emit(run, 'work.failed', about(run, activation), report === undefined ? failed : { ...failed, report });
  park(run, key, code, error, retryPhase(activation));
}

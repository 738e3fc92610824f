import type { Input } from '../inputs';
import { reject } from '../rejection';
import type { Run } from '../run';
import type { Rejection } from '../transition-types';
import { activateElements } from './ad-hoc';
import { failCall, receiveEscalation, returnCall } from './call';
import * as instance from './instance';
import { receiveMessage, receiveSignal } from './receive';
import * as task from './task';
import { fireTimer } from './timer';
import * as work from './work';

type Decision<T extends Input['type']> = (run: Run, input: Extract<Input, { type: T }>) => Rejection | null;

const DECISIONS: { [T in Input['type']]: Decision<T> } = {
  start: () => reject('instance-exists', 'This instance has already been started.'),
  'complete-work': work.completeWork,
  'fail-work': work.failWork,
  'throw-error': work.throwFromWork,
  'quarantine-work': work.quarantineWork,
  answer: work.answer,
  'fire-timer': fireTimer,
  'receive-message': receiveMessage,
  'receive-signal': receiveSignal,
  'return-call': returnCall,
  'fail-call': failCall,
  'receive-escalation': receiveEscalation,
  'activate-elements': activateElements,
  'claim-task': task.claimTask,
  'release-task': task.releaseTask,
  'delegate-task': task.delegateTask,
  'comment-task': task.commentTask,
  'complete-task': task.completeTask,
  'retry-incident': instance.retryIncident,
  'set-variables': instance.changeVariables,
  cancel: instance.cancel,
};

/** Applies one input to a started instance, up to the first point where it waits or moves on. */
export function decide(run: Run, input: Input): Rejection | null {
  if (run.state.status !== 'running' && input.type !== 'start') return ended(run, input);
  const decision = DECISIONS[input.type] as (run: Run, input: Input) => Rejection | null;
  return decision(run, input);
}

function ended(run: Run, input: Input): Rejection {
  if (task.TASK_INPUTS.has(input.type) && 'key' in input && input.key > 0 && input.key < run.state.nextKey)
    return task.alreadyDecided();
  return reject('instance-ended', `This instance has ended (${run.state.status}) and takes no more input.`);
}

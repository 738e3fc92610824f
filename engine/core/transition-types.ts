import type { Effect } from './effects';
import type { EngineEvent } from './events';
import type { InstanceState } from './state';

/** An input applied: the next state, what happened, and the rows that follow. */
export interface Transition {
  ok: true;
  state: InstanceState;
  events: EngineEvent[];
  effects: Effect[];
}

export type RejectionCode =
  | 'instance-ended'
  | 'instance-exists'
  | 'unknown-activation'
  | 'not-waiting-for-work'
  | 'stale-attempt'
  | 'not-a-task'
  | 'task-already-decided'
  | 'claimed-by-another'
  | 'not-claimed'
  | 'unknown-outcome'
  | 'comment-required'
  | 'signature-required'
  | 'invalid-form'
  | 'four-eyes'
  | 'already-voted'
  | 'content-changed'
  | 'unknown-incident'
  | 'not-a-timer'
  | 'timer-not-due'
  | 'not-waiting-for-message'
  | 'not-waiting-for-signal'
  | 'not-waiting-for-call'
  | 'not-ad-hoc'
  | 'too-large'
  | 'invalid-input';

/** An expected refusal: the instance is unchanged. The message names the element or field and what to do. */
export interface Rejection {
  ok: false;
  code: RejectionCode;
  message: string;
  elementId?: string;
  path?: string;
}

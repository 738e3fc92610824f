import type { Effect } from '../../core/effects';
import type { Calls } from './calls';
import type { EffectOf } from './hub';
import type { Jobs } from './jobs';
import type { Post } from './post';
import type { Timers } from './timers';

/** What does the effects that reach beyond the instance they come from. */
export interface Departments {
  jobs: Jobs;
  timers: Timers;
  post: Post;
  calls: Calls;
}

type Handler<T extends Effect['type']> = (to: Departments, from: string, effect: EffectOf<T>) => void;

const nothing = () => {};

const HANDLERS: { [T in Effect['type']]: Handler<T> } = {
  'run-work': ({ jobs }, from, effect) => jobs.run(from, effect),
  'reschedule-work': ({ jobs }, from, effect) => jobs.reschedule(from, effect),
  'drop-work': ({ jobs }, from, { key }) => jobs.drop(from, key),
  'set-timer': ({ timers }, from, effect) => timers.set(from, effect),
  'drop-timer': ({ timers }, from, { key }) => timers.drop(from, key),
  'await-message': ({ post }, from, effect) => post.subscribe(from, effect),
  'await-signal': ({ post }, from, effect) => post.subscribe(from, effect),
  'drop-subscription': ({ post }, from, { key }) => post.unsubscribe(from, key),
  'publish-message': ({ post }, _from, effect) => post.publish(effect),
  'broadcast-signal': ({ post }, from, { name, variables }) => post.broadcast(name, variables, from),
  'start-call': ({ calls }, from, effect) => calls.start(from, effect),
  'cancel-call': ({ calls }, from, effect) => calls.cancel(from, effect),
  'answer-call': ({ calls }, _from, effect) => calls.answer(effect),
  'escalate-call': ({ calls }, _from, effect) => calls.escalate(effect),
  // tasks and incidents wait for people: whoever drives the world finds them in the instance's state
  'open-task': nothing,
  'update-task': nothing,
  'remind-task': nothing,
  'close-task': nothing,
  'open-incident': nothing,
  'close-incident': nothing,
};

/** Does every effect of a transition, in order. */
export function dispatch(to: Departments, from: string, effects: readonly Effect[]): void {
  for (const effect of effects) (HANDLERS[effect.type] as Handler<Effect['type']>)(to, from, effect as never);
}

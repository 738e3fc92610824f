import { startAt } from './begin';
import type { Behaviors } from './behavior';
import { decide } from './decide';
import { begin } from './decide/start';
import { netEffects } from './effects-of';
import type { EngineEvent } from './events';
import type { Command } from './inputs';
import { attachEventSubProcesses } from './listen';
import type { Executable } from './model';
import { reject } from './rejection';
import type { QueueItem, Run } from './run';
import { settle } from './settle';
import type { InstanceState } from './state';
import type { Rejection, Transition } from './transition-types';

/**
 * Applies one command: the next state, what happened and the rows that follow, or an expected refusal that leaves
 * the instance unchanged. Pure: equal arguments give equal results. `state` is null for `start` only.
 * Throws InvariantError for a bug or a state that does not belong to this executable.
 */
export function transition(
  executable: Executable,
  state: InstanceState | null,
  command: Command,
  behaviors: Behaviors,
): Transition | Rejection {
  if (state === null) return start(executable, command, behaviors);
  const run = running(executable, behaviors, command, state, [], []);
  const refused = decide(run, command.input);
  if (refused) return refused;
  return finish(run);
}

function start(executable: Executable, command: Command, behaviors: Behaviors): Transition | Rejection {
  const { input } = command;
  if (input.type !== 'start') return reject('invalid-input', 'This instance has not been started.');
  const begun = begin(executable, command, input);
  if (!begun.ok) return begun;
  const run = running(executable, behaviors, command, begun.state, [begun.event], []);
  attachEventSubProcesses(run, 0);
  for (const enter of begun.startNodes) startAt(run, enter, input.trigger);
  return finish(run);
}

function running(
  executable: Executable,
  behaviors: Behaviors,
  command: Command,
  state: InstanceState,
  events: EngineEvent[],
  queue: QueueItem[],
): Run {
  const { at, actor } = command;
  return {
    executable,
    behaviors,
    now: at,
    actor,
    state,
    events,
    queue,
    touched: new Set(),
    steps: 0,
    changed: [],
    fresh: new Set(),
  };
}

function finish(run: Run): Transition {
  settle(run);
  const { state, events } = run;
  return { ok: true, state, events, effects: netEffects(events) };
}

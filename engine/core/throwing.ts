import { fail } from './abandon';
import { compensate } from './compensation';
import { throwError } from './error-propagation';
import { throwEscalation } from './escalation';
import type { JsonObject } from './json';
import { correlationKey, textOf } from './listen';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { Phase } from './state';
import { RunningStep } from './step';
import { discardArrivals, terminateChildren } from './terminate';
import { cancelTransaction } from './transaction';
import { endsAll, type Throw } from './triggers';

/** `waits`: the thrower goes on later; `ended`: it is over. */
export type Thrown = 'goes-on' | 'waits' | 'ended';

/**
 * Throws what an event throws: all of it occurs (BPMN 2.0.2, 10.5.3, Multiple), whatever the order it is listed in. What
 * ends something comes last, and an error or a termination only when everything is undone that the event waits for.
 * Called again then, it throws that rest.
 */
export function throwAll(run: Run, key: number, phase: Phase): Thrown {
  const { throws = [] } = nodeOf(run, alive(run, key).elementId);
  const undone = alive(run, key).undo !== undefined;
  let result: Thrown = 'goes-on';
  for (const each of [...throws].sort((one, other) => turn(one) - turn(other))) {
    if (endsAll(each) ? result === 'waits' : undone) continue;
    const thrown = throwOne(run, key, each, phase);
    if (thrown === 'ended') return thrown;
    if (thrown === 'waits') result = thrown;
  }
  return result;
}

const turn = (each: Throw): number => (endsAll(each) ? 2 : each.type === 'cancel' ? 1 : 0);

/** Throws one event on behalf of an activation. Abandons the phase when an expression needs an answer. */
export function throwOne(run: Run, key: number, what: Throw, phase: Phase): Thrown {
  const step = new RunningStep(run, key, phase);
  const result = THROWERS[what.type](run, step, what as never);
  return run.state.activations[key] === undefined ? 'ended' : result;
}

type Throwers = {
  [T in Throw['type']]: (run: Run, step: RunningStep, what: Extract<Throw, { type: T }>) => Thrown;
};

const THROWERS: Throwers = {
  message(run, step, { name, correlation, timeToLive }) {
    const message = {
      name: textOf(step, step.evaluate(name, 'The message name'), 'The message name'),
      correlationKey: correlationKey(run, step, correlation),
      timeToLive,
      variables: payload(run, step.key),
    };
    const conversation = run.state.conversation ?? run.state.id;
    const sent = correlation.by === 'conversation' ? { ...message, conversation } : message;
    emit(run, 'message.sent', about(run, alive(run, step.key)), sent);
    return 'goes-on';
  },
  signal(run, step, { name }) {
    const text = textOf(step, step.evaluate(name, 'The signal name'), 'The signal name');
    const variables = payload(run, step.key);
    emit(run, 'signal.sent', about(run, alive(run, step.key)), { name: text, variables });
    run.queue.push({ signal: text, variables, from: step.key, quiet: true });
    return 'goes-on';
  },
  error(run, step, { code, message }) {
    const value = step.evaluate(code, 'The error code');
    const errorCode = value === '' ? '' : textOf(step, value, 'The error code');
    throwError(run, step.key, { errorCode, message, final: true });
    return 'ended';
  },
  escalation(run, step, { code }) {
    const value = step.evaluate(code, 'The escalation code');
    throwEscalation(run, step.key, value === '' ? '' : textOf(step, value, 'The escalation code'));
    return 'goes-on';
  },
  compensation: (run, step, what) => (compensate(run, step.key, what) ? 'waits' : 'goes-on'),
  cancel(run, step) {
    cancelTransaction(run, step.key);
    return 'waits';
  },
  terminate(run, step) {
    const { scopeKey } = alive(run, step.key);
    terminateChildren(run, scopeKey, 'A terminate end event was reached.', ({ key }) => key === step.key);
    discardArrivals(run, scopeKey, about(run, alive(run, step.key)));
    return 'goes-on';
  },
  link(_run, step, { targets }) {
    if (targets.length === 0)
      fail('no-flow-matched', `“${step.node.name || step.node.id}” leads to no link event of its name.`);
    return 'goes-on';
  },
};

/** What its input mappings made goes with a message or signal; nothing else is sent unasked. */
function payload(run: Run, key: number): JsonObject {
  const { variables = {}, elementId } = alive(run, key);
  return nodeOf(run, elementId).inputs?.length ? variables : {};
}

import { holds } from './conditions';
import { InvariantError } from './errors';
import { label } from './evaluate';
import type { Json } from './json';
import type { ExecutableNode } from './model';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { RunningStep } from './step';
import type { Correlation, Trigger } from './triggers';

type Listening = Extract<Trigger, { type: 'timer' | 'message' | 'signal' | 'condition' }>;

/** Triggers that wait on their own; the others are looked up when something is thrown. */
export const listens = (trigger: Trigger): trigger is Listening =>
  trigger.type === 'timer' ||
  trigger.type === 'message' ||
  trigger.type === 'signal' ||
  trigger.type === 'condition';

/** The activation waits for one trigger. */
export function awaitTrigger(run: Run, step: RunningStep, trigger: Trigger): void {
  if (!listens(trigger)) throw new InvariantError(`${trigger.type} events don't wait`);
  WAITS[trigger.type](run, step, trigger as never);
}

type Waits = {
  [T in Listening['type']]: (run: Run, step: RunningStep, trigger: Extract<Listening, { type: T }>) => void;
};

const WAITS: Waits = {
  timer(_run, step, trigger) {
    const { dueAt, data } = trigger.first(step, label(step.node));
    step.setTimer(dueAt, data);
  },
  message(run, step, { name, correlation }) {
    const awaited = {
      name: textOf(step, step.evaluate(name, 'The message name'), 'The message name'),
      correlationKey: correlationKey(run, step, correlation),
    };
    emit(run, 'message.awaited', about(run, alive(run, step.key)), awaited);
  },
  signal(run, step, { name }) {
    const awaited = { name: textOf(step, step.evaluate(name, 'The signal name'), 'The signal name') };
    emit(run, 'signal.awaited', about(run, alive(run, step.key)), awaited);
  },
  condition(run, step, { condition }) {
    emit(run, 'condition.awaited', about(run, alive(run, step.key)), { holds: false });
    // one that holds already triggers as soon as the step that led here is over
    if (holds(run, step.key, condition)) run.fresh.add(step.key);
  },
};

/** Text of a message's, signal's or error's name or code; anything else parks the activation. */
export function textOf(step: RunningStep, value: Json, what: string): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string' && value !== '') return value;
  return step.raiseIncident(
    'evaluation',
    `${what} of ${label(step.node)} must be a text, but is ${JSON.stringify(value).slice(0, 80)}.`,
  );
}

/** The key that a message and its receiver must share; null when any will do. */
export function correlationKey(run: Run, step: RunningStep, correlation: Correlation): string | null {
  if (correlation.by === 'none') return null;
  if (correlation.by === 'conversation') return `conversation:${run.state.conversation ?? run.state.id}`;
  const key = step.evaluate(correlation.key, 'The correlation key');
  return correlation.ifKnown && key === null ? null : textOf(step, key, 'The correlation key');
}

/** Events of one element start to listen, one listener a trigger; `only` leaves out triggers that have come. */
export function attach(
  run: Run,
  node: ExecutableNode,
  on: { attachedTo: number; scopeKey: number },
  only: (trigger: number) => boolean = () => true,
): void {
  const triggers = node.triggers ?? [];
  const type = node.elementType === 'boundaryEvent' ? 'boundary.attached' : 'listener.attached';
  triggers.forEach((trigger, index) => {
    if (!listens(trigger) || !only(index)) return;
    const key = run.state.nextKey;
    const named = { elementId: node.id, elementType: node.elementType, key, scopeKey: on.scopeKey };
    const { attachedTo } = on;
    emit(run, type, named, triggers.length > 1 ? { attachedTo, trigger: index } : { attachedTo });
    run.queue.push({ phase: 'activate', key });
  });
}

/** Boundary events of an activity start to listen. */
export function attachBoundary(run: Run, host: number): void {
  const { elementId, scopeKey } = alive(run, host);
  for (const id of nodeOf(run, elementId).boundary)
    attach(run, nodeOf(run, id), { attachedTo: host, scopeKey });
}

/** Event sub-processes of a scope start to listen. */
export function attachEventSubProcesses(run: Run, scopeKey: number): void {
  for (const id of eventSubProcessesOf(run, scopeKey))
    attach(run, nodeOf(run, id), { attachedTo: scopeKey, scopeKey });
}

/** Event sub-processes that react to what happens in a scope; none around the iterations of a loop. */
export function eventSubProcessesOf(run: Run, scopeKey: number): readonly string[] {
  if (scopeKey === 0) return run.executable.eventSubProcesses ?? [];
  const scope = alive(run, scopeKey);
  return scope.loop ? [] : (nodeOf(run, scope.elementId).eventSubProcesses ?? []);
}

/** The trigger a listener, or an event that waits itself, waits for. */
export function triggerOf(run: Run, key: number): Trigger | undefined {
  const { elementId, trigger = 0 } = alive(run, key);
  return nodeOf(run, elementId).triggers?.[trigger];
}

import { interrupt } from './compensation';
import { label } from './evaluate';
import { reacts } from './event-sub-processes';
import { startEventSubProcess } from './fire';
import type { JsonObject } from './json';
import { eventSubProcessesOf } from './listen';
import type { ExecutableNode } from './model';
import { writeResult } from './result';
import { emit, nodeOf, type Run } from './run';
import type { Activation } from './state';
import type { Trigger } from './triggers';
import { checkSize } from './variables';

/**
 * What catches something thrown: a boundary event of `host`, or an event sub-process in `scopeKey`, where it came from
 * the activation `from`.
 */
export type Catcher =
  | { by: 'boundary'; event: ExecutableNode; host: number; trigger: Trigger }
  | { by: 'event-sub-process'; event: ExecutableNode; scopeKey: number; from: number; trigger: Trigger };

type Match = (trigger: Trigger) => 'code' | 'all' | null;

/** Matches an error's or escalation's code; one that names the code comes before one that catches all. */
export const matching =
  (type: 'error' | 'escalation', code: string): Match =>
  (trigger) => {
    if (trigger.type !== type) return null;
    if (trigger.code === null) return 'all';
    return trigger.code === code ? 'code' : null;
  };

/**
 * The nearest catcher from an activation outwards: on the border of each activity, then the event sub-processes of
 * its scope (BPMN 2.0.2, 10.5.7). What happens inside an event sub-process does not start that one again.
 */
export function findCatcher(run: Run, from: number, match: Match): Catcher | null {
  for (let host = run.state.activations[from]; host; host = run.state.activations[host.scopeKey]) {
    const found = onBorder(run, host, match) ?? inScope(run, host, match);
    if (found) return found;
  }
  return null;
}

function onBorder(run: Run, host: Activation, match: Match): Catcher | null {
  if (host.iteration !== undefined) return null;
  const found = choose(run, nodeOf(run, host.elementId).boundary, match);
  return found && { by: 'boundary', host: host.key, ...found };
}

function inScope(run: Run, { key, scopeKey, elementId }: Activation, match: Match): Catcher | null {
  if (!reacts(run, scopeKey)) return null;
  const others = eventSubProcessesOf(run, scopeKey).filter((id) => id !== elementId);
  const found = choose(run, others, match);
  return found && { by: 'event-sub-process', scopeKey, from: key, ...found };
}

function choose(
  run: Run,
  ids: readonly string[],
  match: Match,
): { event: ExecutableNode; trigger: Trigger } | null {
  const candidates = ids.flatMap((id) => {
    const event = nodeOf(run, id);
    return (event.triggers ?? []).map((trigger) => ({ event, trigger, by: match(trigger) }));
  });
  const found = candidates.find(({ by }) => by === 'code') ?? candidates.find(({ by }) => by === 'all');
  return found ? { event: found.event, trigger: found.trigger } : null;
}

/** What comes with something thrown; `gently`: an activity is not interrupted by what its own instances throw. */
export interface Caught {
  because: string;
  variables: JsonObject;
  gently?: boolean;
}

/** The catching event happens. */
export function triggerCatcher(run: Run, catcher: Catcher, { because, variables, gently }: Caught): void {
  const { event } = catcher;
  if (catcher.by === 'event-sub-process') {
    const failed = catcher.trigger.type === 'error' ? catcher.from : undefined;
    startEventSubProcess(run, event, { scopeKey: catcher.scopeKey, failed }, variables);
    return;
  }
  const { scopeKey } = run.state.activations[catcher.host] as Activation;
  if (event.interrupting !== false && !gently) interrupt(run, catcher.host, `${because} ${label(event)}.`);
  const key = run.state.nextKey;
  const named = { elementId: event.id, elementType: event.elementType, key, scopeKey };
  emit(run, 'element.activated', named, { attachedTo: catcher.host });
  if (Object.keys(variables).length > 0) {
    writeResult(run, key, variables);
    checkSize(run);
  }
  run.queue.push({ phase: 'output', key });
}

/** Variables that an error or escalation event writes about what it caught. */
export function caughtVariables(trigger: Trigger, code: string, message: string): JsonObject {
  if (trigger.type !== 'error' && trigger.type !== 'escalation') return {};
  const { codeVariable, messageVariable } = trigger;
  return {
    ...(codeVariable ? { [codeVariable]: code } : {}),
    ...(messageVariable ? { [messageVariable]: message } : {}),
  };
}

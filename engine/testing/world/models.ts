import type { Behaviors } from '../../core/behavior';
import type { CallStarted } from '../../core/events';
import type { Executable, ExecutableFlow, ExecutableNode } from '../../core/model';
import type { Correlation, Throw, Trigger } from '../../core/triggers';
import { fixed } from '../expressions';

/** The smallest behaviours that reach every kind of effect. */
export const BEHAVIORS: Behaviors = {
  pass: { activate: (step) => step.complete() },
  work: { activate: (step) => step.createWork({ workType: 'w', retries: 3, payload: null }) },
  catch: { activate: (step) => step.listen() },
  throw: { activate: (step) => step.throwEvents() },
  call: { activate: (step, config) => step.call(config as CallStarted) },
};

export type Part = Pick<ExecutableNode, 'id' | 'kind'> & Partial<ExecutableNode>;

/** Nodes in a line; the first one starts the process, on its triggers when it has any. */
export function line(processKey: string, ...parts: Part[]): Executable {
  const nodes: Record<string, ExecutableNode> = {};
  const flows: Record<string, ExecutableFlow> = {};
  parts.forEach(({ id, ...part }, place) => {
    const [before, after] = [parts[place - 1]?.id, parts[place + 1]?.id];
    nodes[id] = {
      id,
      name: '',
      elementType: 'task',
      scope: processKey,
      incoming: before ? [`${before}>${id}`] : [],
      outgoing: after ? [`${id}>${after}`] : [],
      boundary: [],
      config: {},
      ...part,
    };
    if (after) flows[`${id}>${after}`] = { id: `${id}>${after}`, source: id, target: after };
  });
  const first = parts[0];
  const starts = first?.triggers
    ? { startNodes: [], triggeredStarts: [first.id] }
    : { startNodes: [first?.id ?? ''] };
  return { versionId: 'v', processKey, processName: processKey, checksum: 'c', nodes, flows, ...starts };
}

export const pass = (id: string, extra: Partial<ExecutableNode> = {}): Part => ({
  id,
  kind: 'pass',
  ...extra,
});
export const work = (id: string): Part => ({ id, kind: 'work' });
export const catching = (id: string, ...triggers: Trigger[]): Part => ({ id, kind: 'catch', triggers });
export const throwing = (id: string, ...throws: Throw[]): Part => ({ id, kind: 'throw', throws });
export const calling = (id: string, processKey: string): Part => ({
  id,
  kind: 'call',
  config: { processKey, binding: { type: 'latest' }, businessKey: null, variables: {} },
});

export const message = (name: string, correlation: Correlation = { by: 'none' }): Trigger => ({
  type: 'message',
  name: fixed(name),
  correlation,
});
export const sends = (name: string, correlation: Correlation = { by: 'none' }): Throw => ({
  type: 'message',
  name: fixed(name),
  correlation,
  timeToLive: null,
});
export const signal = (name: string) => ({ type: 'signal' as const, name: fixed(name) });

/** A timer of so many milliseconds, fired so often. */
export const timer = (ms: number, times = 1): Trigger => ({
  type: 'timer',
  first: ({ now }) => ({ dueAt: new Date(Date.parse(now) + ms).toISOString(), data: times }),
  next: (data, dueAt) =>
    Number(data) > 1
      ? { dueAt: new Date(Date.parse(dueAt) + ms).toISOString(), data: Number(data) - 1 }
      : null,
});

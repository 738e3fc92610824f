import type { Behavior, Behaviors } from './behavior';
import { InvariantError } from './errors';
import type { EngineEvent, EventData, EventType } from './events';
import { evolve } from './evolve';
import type { Actor, Input } from './inputs';
import type { JsonObject } from './json';
import type { Executable, ExecutableNode } from './model';
import type { Activation, InstanceState, Phase } from './state';

/**
 * `begunBy`: the event that started the instance is the one of this start node. `quiet`: its turn comes when nothing
 * else is left to do, quiet ones in their order.
 */
export type QueueItem =
  | { enter: string; scopeKey: number; arrival?: number; begunBy?: BegunBy }
  | { phase: Phase; key: number; quiet?: true }
  | OwnSignal;

/** A signal that the instance threw, on its way to those of its own events that wait for it. */
export interface OwnSignal {
  signal: string;
  variables: JsonObject;
  /** The activation that threw it. */
  from: number;
  quiet: true;
}

export type BegunBy = NonNullable<Extract<Input, { type: 'start' }>['trigger']>;

/** One transition in the making. `state` is always the fold of everything emitted. */
export interface Run {
  readonly executable: Executable;
  readonly behaviors: Behaviors;
  readonly now: string;
  readonly actor: Actor;
  state: InstanceState;
  readonly events: EngineEvent[];
  readonly queue: QueueItem[];
  /** Scopes in which something ended, to be checked for completion. */
  readonly touched: Set<number>;
  steps: number;
  /** Variables that changed since conditional events were looked at. */
  readonly changed: VariableChange[];
  /** Conditional events that wait since then and whose condition held at once. */
  readonly fresh: Set<number>;
}

/** A variable that a scope has got or that it had. */
export interface VariableChange {
  scopeKey: number;
  name: string;
  how: 'create' | 'update';
}

export interface About {
  elementId?: string;
  elementType?: string;
  key?: number;
  scopeKey?: number;
}

/** Records an event; the only way a transition changes anything. */
export function emit<T extends EventType>(run: Run, type: T, about: About, data: EventData[T]): void {
  const event = { type, v: 1, ...about, data } as EngineEvent;
  if (event.type === 'variables.set') run.changed.push(...changesOf(run.state, event));
  run.state = evolve(run.state, event);
  run.events.push(event);
}

function changesOf(
  { variables, activations }: InstanceState,
  { scopeKey = 0, data }: Extract<EngineEvent, { type: 'variables.set' }>,
): VariableChange[] {
  const before = scopeKey === 0 ? variables : (activations[scopeKey]?.variables ?? {});
  return Object.keys(data.variables).map((name) => ({
    scopeKey,
    name,
    how: Object.hasOwn(before, name) ? 'update' : 'create',
  }));
}

/** Throws InvariantError when the executable lacks the node: the state belongs to another version. */
export function nodeOf(run: Run, elementId: string): ExecutableNode {
  const node = run.executable.nodes[elementId];
  if (node === undefined) throw new InvariantError(`the process has no element ${elementId}`);
  return node;
}

/** Throws InvariantError for a kind nobody registered. */
export function behaviorOf(run: Run, node: ExecutableNode): Behavior {
  const behavior = run.behaviors[node.kind];
  if (behavior === undefined) throw new InvariantError(`no behaviour for kind ${node.kind}`);
  return behavior;
}

export function alive(run: Run, key: number): Activation {
  const activation = run.state.activations[key];
  if (activation === undefined) throw new InvariantError(`activation ${key} is not alive`);
  return activation;
}

/** How events name an activation. */
export function about(run: Run, activation: Activation): About {
  const { elementId, key, scopeKey } = activation;
  return { elementId, elementType: nodeOf(run, elementId).elementType, key, scopeKey };
}

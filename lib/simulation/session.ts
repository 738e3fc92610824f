import { FEEL_WORK } from '@/engine/core';
import type { Recorded } from '@/engine/core/history';
import type { Actor, Input } from '@/engine/core/inputs';
import type { Executable } from '@/engine/core/model';
import type { Activation, InstanceState } from '@/engine/core/state';
import { transition } from '@/engine/core/transition';
import { visibleVariables } from '@/engine/core/visible-variables';
import { type Chosen, simulationBehaviors } from './behaviors';
import { type Asked, answersTo } from './feel';
import { type Refused, SCENARIO_CLOCK, type ScenarioStart, type Step } from './types';

/** Where gateways ask: everywhere, or at these. */
export type Asks = 'all' | ReadonlySet<string>;

/** One simulated instance. Immutable: each step answers the next session. */
export interface Session {
  readonly executable: Executable;
  readonly asks: Asks;
  readonly state: InstanceState;
  readonly entries: readonly Recorded[];
  /** The virtual clock, RFC 3339 UTC. */
  readonly now: string;
  readonly clock: string;
  readonly start: ScenarioStart;
  /** What was done so far: the path of a scenario. */
  readonly steps: readonly Step[];
  /** How many events there were before each of these steps. */
  readonly places: readonly number[];
}

export type Moved = { ok: true; session: Session } | Refused;

export const SIMULATION: Actor = { kind: 'service', id: 'simulation', name: 'Simulation', via: 'worker' };
export const ENGINE: Actor = { kind: 'engine', id: 'engine', name: 'Engine', via: 'engine' };
/** Who starts an instance when nobody is named. */
export const STARTER: Actor = { kind: 'person', id: 'starter', name: 'Whoever starts it', via: 'session' };

/** An input with its circumstances. */
export interface Sent {
  input: Input;
  actor: Actor;
  chosen?: Chosen;
}

type Running = Pick<Session, 'executable' | 'asks' | 'now' | 'entries'> & { state: InstanceState | null };

const asksAt =
  (asks: Asks) =>
  (id: string): boolean =>
    asks === 'all' || asks.has(id);

/** Applies one input to an instance, and answers the expressions it asks for. */
export function send<T extends Running>(
  before: T,
  sent: Sent,
): { ok: true; session: T & { state: InstanceState } } | Refused {
  let session: Running = before;
  for (let next: Sent | null = sent; next !== null; ) {
    const applied = apply(session, next);
    if (!applied.ok) return applied;
    session = applied.session;
    next = question(applied.session);
  }
  return { ok: true, session: session as T & { state: InstanceState } };
}

function apply(
  session: Running,
  { input, actor, chosen }: Sent,
): { ok: true; session: Running & { state: InstanceState } } | Refused {
  const command = { id: `s${session.entries.length}`, at: session.now, actor, input };
  const behaviors = simulationBehaviors(asksAt(session.asks), chosen ?? null);
  const result = transition(session.executable, session.state, command, behaviors);
  if (!result.ok)
    return {
      ok: false,
      message: result.message,
      ...(result.elementId ? { elementId: result.elementId } : {}),
    };
  const first = session.entries.length + 1;
  const fresh = result.events.map((event, i) => ({ seq: first + i, at: session.now, actor, event }));
  return {
    ok: true,
    session: { ...session, state: result.state, entries: [...session.entries, ...fresh] },
  };
}

/** The answer to the first expression that waits for one. */
function question({ state, entries, now }: Running & { state: InstanceState }): Sent | null {
  const waiting = Object.values(state.activations).find(asksForValue);
  if (!waiting) return null;
  const created = entries.findLast(({ event }) => event.type === 'work.created' && event.key === waiting.key);
  const asked = (created?.event.data as { payload: unknown } | undefined)?.payload as Asked;
  const answers = answersTo(asked, visibleVariables(state, waiting.key), now);
  return { input: { type: 'answer', key: waiting.key, answers }, actor: ENGINE };
}

const asksForValue = ({ wait, status }: Activation): boolean =>
  status === 'waiting' && wait?.kind === 'work' && wait.workType === FEEL_WORK;

export interface BeginOptions {
  start?: ScenarioStart;
  clock?: string;
  asks?: Asks;
}

/** Starts an instance. A refusal says in words what is missing. */
export function begin(executable: Executable, options: BeginOptions = {}): Moved {
  const { start = {}, clock = SCENARIO_CLOCK, asks = 'all' } = options;
  const { event, variables = {}, by } = start;
  const input: Input = {
    type: 'start',
    instanceId: 'simulation',
    variables,
    businessKey: null,
    ...(event ? { startElementId: event, ...triggerOf(executable, event) } : {}),
  };
  const actor = by ? { ...STARTER, id: by, name: by } : STARTER;
  const empty = {
    executable,
    asks,
    now: clock,
    clock,
    start,
    steps: [],
    places: [],
    entries: [],
    state: null,
  };
  return send(empty, { input, actor });
}

type StartInput = Extract<Input, { type: 'start' }>;

/** What starts an instance at an event that waits for something: its first trigger. */
function triggerOf({ triggeredStarts, nodes }: Executable, event: string): Pick<StartInput, 'trigger'> {
  if (!triggeredStarts?.includes(event)) return {};
  const [first] = nodes[event]?.triggers ?? [];
  const name =
    (first?.type === 'message' || first?.type === 'signal') && first.name.mode === 'static'
      ? String(first.name.value)
      : '';
  if (first?.type === 'message') return { trigger: { index: 0, message: { messageId: 'start', name } } };
  return { trigger: first?.type === 'signal' ? { index: 0, signal: name } : { index: 0 } };
}

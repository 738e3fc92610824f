import type { Effect } from '../core/effects';
import type { EngineEvent } from '../core/events';
import { fold } from '../core/evolve';
import type { Executable, ExecutableNode } from '../core/model';
import type { Activation, InstanceState, Wait } from '../core/state';

/** Everything stored about one instance, as any store can list it. */
export interface StoredInstance {
  /** With it, splits and joins are checked against the model. */
  executable?: Executable;
  state: InstanceState;
  /** One entry a transition, in order. */
  transitions: readonly { firstSeq: number; at: string; command: string; events: readonly EngineEvent[] }[];
  /** Keys of the rows that are open, per table; absent where a store can't tell. */
  rows?: {
    work: readonly number[];
    timers: readonly number[];
    tasks: readonly number[];
    subscriptions?: readonly number[];
  };
  /** Effects in the outbox, in order of writing. */
  effects?: readonly Effect[];
  /** Commands that were acknowledged to their senders. */
  acknowledged?: readonly string[];
}

/**
 * The laws that do not hold, by number: `I3 …`. Empty when all hold. Used by the simulator, the crash loops and the
 * self-check of a running system.
 */
export function violations(stored: StoredInstance): string[] {
  return [
    ...gapFree(stored),
    ...foldIsState(stored),
    ...tokensConserved(stored),
    ...flowsAsDrawn(stored),
    ...effectsOnce(stored),
    ...completesOnce(stored),
    ...waitsHaveRows(stored),
    ...noTimerEarly(stored),
    ...receivedOnce(stored),
    ...endedIsEmpty(stored),
    ...acknowledgedOnce(stored),
  ];
}

/** I1: sequence numbers of the expanded events have no gap. */
function gapFree({ transitions, state }: StoredInstance): string[] {
  let next = 1;
  for (const { firstSeq, events } of transitions) {
    if (firstSeq !== next) return [`I1 expected seq ${next}, found ${firstSeq}`];
    next += events.length;
  }
  return state.seq === next - 1 ? [] : [`I1 the state is at ${state.seq}, the events end at ${next - 1}`];
}

/** I2: the state is the fold of its events. */
function foldIsState({ transitions, state }: StoredInstance): string[] {
  const folded = inOrder(fold(transitions.flatMap(({ events }) => events)));
  return folded === inOrder(state) ? [] : [`I2 fold differs: ${folded}`];
}

/** A ledger keeps events as canonical text, so that members come back in another order than they were written in. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

/** I3: every token was made once and is consumed at most once; what is neither consumed nor removed is there. */
export function tokensConserved({ transitions, state }: StoredInstance): string[] {
  const tokens = new Map<number, number>();
  const found: string[] = [];
  const consume = (key: number) => {
    if (!tokens.delete(key)) found.push(`I3 arrival ${key} consumed without being there`);
  };
  for (const event of transitions.flatMap(({ events }) => events)) {
    if (event.type === 'flow.taken') tokens.set(event.key ?? 0, event.scopeKey ?? 0);
    if (event.type === 'element.activated' && event.data.arrival !== undefined) consume(event.data.arrival);
    if (event.type === 'join.passed' || event.type === 'arrivals.discarded')
      event.data.arrivals.forEach(consume);
    if (event.type === 'element.completed' || event.type === 'element.terminated')
      for (const [key, scope] of tokens) {
        if (scope !== event.key) continue;
        if (event.type === 'element.completed') found.push(`I3 scope ${scope} completed over token ${key}`);
        tokens.delete(key);
      }
    if (event.type === 'instance.completed' && tokens.size > 0)
      found.push(`I3 the instance completed over tokens ${[...tokens.keys()].join()}`);
  }
  const left = state.status === 'running' ? [...tokens.keys()].join() : '';
  const there = state.arrivals.map((arrival) => arrival.key).join();
  if (left !== there) found.push(`I3 tokens ${left} should be left, ${there} are`);
  for (const arrival of state.arrivals)
    if (arrival.scopeKey !== 0 && !state.activations[arrival.scopeKey])
      found.push(`I3 arrival ${arrival.key} lies in an ended scope`);
  return found;
}

/** I3, against the model: a join consumes one token of each incoming flow, a split makes the right ones. */
function flowsAsDrawn({ executable, transitions }: StoredInstance): string[] {
  if (executable === undefined) return [];
  const found: string[] = [];
  const flowOf = new Map<number, string>();
  const events = transitions.flatMap((transition) => transition.events);
  events.forEach((event, index) => {
    const node = executable.nodes[event.elementId ?? ''];
    if (event.type === 'flow.taken') flowOf.set(event.key ?? 0, event.data.flowId);
    if (node === undefined) return;
    if (event.type === 'element.activated' && node.elementType === 'parallelGateway') {
      const next = events[index + 1];
      const joined = next?.type === 'join.passed' ? next.data.arrivals.map((key) => flowOf.get(key)) : [];
      if (node.incoming.length > 1 && joined.join() !== node.incoming.join())
        found.push(`I3 ${node.id} joined ${joined.join()}, not ${node.incoming.join()}`);
    }
    if (event.type !== 'element.completed' || !node.elementType.endsWith('Gateway')) return;
    const taken = takenAfter(events, index);
    const [least, most] = flowsToTake(node);
    if (taken < least || taken > most)
      found.push(`I3 ${node.id} took ${taken} flows, not ${least} to ${most}`);
  });
  return found;
}

/** A complex gateway takes its flows before it completes. */
function flowsToTake({ elementType, outgoing, incoming }: ExecutableNode): [least: number, most: number] {
  const one = Math.min(1, outgoing.length);
  if (elementType === 'parallelGateway') return [outgoing.length, outgoing.length];
  if (elementType === 'inclusiveGateway') return [one, outgoing.length];
  if (elementType === 'complexGateway') return [incoming.length > 1 ? 0 : one, outgoing.length];
  return [one, one];
}

function takenAfter(events: readonly EngineEvent[], index: number): number {
  let taken = 0;
  while (events[index + 1 + taken]?.type === 'flow.taken') taken += 1;
  return taken;
}

/** I4: no row is opened twice without being closed between. */
function effectsOnce({ effects = [] }: StoredInstance): string[] {
  const open = new Set<string>();
  const found: string[] = [];
  for (const effect of effects) {
    if (LEAVING.has(effect.type)) continue;
    const row = rowOf(effect);
    const opens = OPENING.test(effect.type);
    const closes = effect.type.startsWith('drop-') || effect.type.startsWith('close-');
    if (opens && open.has(row)) found.push(`I4 ${effect.type} twice for ${row}`);
    if (!opens && !open.has(row)) found.push(`I4 ${effect.type} without a row for ${row}`);
    if (opens) open.add(row);
    if (closes) open.delete(row);
  }
  return found;
}

/** What leaves the instance changes no row of its own. */
const LEAVING: ReadonlySet<string> = new Set([
  'publish-message',
  'broadcast-signal',
  'start-call',
  'cancel-call',
  'answer-call',
  'escalate-call',
]);
const OPENING = /^(?:run|set|open|await)-/;

function rowOf(effect: Effect): string {
  if ('incidentKey' in effect) return `incident:${effect.incidentKey}`;
  const table = effect.type.replace(/^await-(?:message|signal)$/, 'await-subscription').split('-')[1];
  return `${table}:${'key' in effect ? effect.key : ''}`;
}

/** I5: each activation ends at most once, and only after it began. */
function completesOnce({ transitions }: StoredInstance): string[] {
  const open = new Set<number>();
  const used = new Set<number>();
  const found: string[] = [];
  for (const { type, key = 0 } of transitions.flatMap(({ events }) => events)) {
    if (BEGINS.has(type)) {
      if (used.has(key)) found.push(`I5 activation ${key} began twice`);
      used.add(key);
      open.add(key);
    }
    if (ENDS.has(type) && !open.delete(key)) found.push(`I5 activation ${key} ended twice or never began`);
  }
  return found;
}

const BEGINS: ReadonlySet<string> = new Set(['element.activated', 'boundary.attached', 'listener.attached']);
const ENDS: ReadonlySet<string> = new Set([
  'element.completed',
  'element.terminated',
  'boundary.detached',
  'listener.detached',
]);

/** I6: each active wait has exactly one row, and no row is orphaned; nothing stands still without a reason. */
function waitsHaveRows({ state, rows }: StoredInstance): string[] {
  const activations = Object.values(state.activations);
  const tokens = activations.filter(({ attachedTo }) => attachedTo === undefined);
  const idle = tokens.length === 0 && Object.keys(state.incidents).length === 0;
  const found = activations.flatMap((activation) => standsStill(state, activation));
  if (state.status === 'running' && idle) found.push('I6 the instance runs and nothing will move it');
  if (rows === undefined) return found;
  const waiting = (...kinds: Wait['kind'][]) =>
    activations.flatMap(({ key, wait }) => (wait && kinds.includes(wait.kind) ? [key] : []));
  const reminding = activations.flatMap(({ key, wait }) =>
    wait?.kind === 'task' && wait.remindAt ? [key] : [],
  );
  return [
    ...found,
    ...same('work', waiting('work'), rows.work),
    ...same('timers', [...waiting('timer'), ...reminding], rows.timers),
    ...same('tasks', waiting('task'), rows.tasks),
    ...(rows.subscriptions ? same('subscriptions', waiting('message', 'signal'), rows.subscriptions) : []),
  ];
}

function standsStill(
  state: InstanceState,
  { key, wait, status, attachedTo, scopeKey }: Activation,
): string[] {
  const found: string[] = [];
  if ((wait !== undefined) !== (status === 'waiting'))
    found.push(`I6 ${key} is ${status} with wait ${!!wait}`);
  if (attachedTo !== undefined && attachedTo !== 0 && !state.activations[attachedTo])
    found.push(`I6 ${key} listens on nothing`);
  const incidents = Object.values(state.incidents).filter((incident) => incident.activationKey === key);
  if ((status === 'incident') !== (incidents.length === 1))
    found.push(`I6 ${key} has ${incidents.length} incidents`);
  const moved = Object.values(state.activations).some(
    (other) =>
      other.scopeKey === key ||
      other.attachedTo === key ||
      other.undoes === key ||
      // what a task's listeners are told of one change waits for what they are told of the one before
      (attachedTo !== undefined && other.key !== key && other.attachedTo === attachedTo) ||
      // the cancel end of a transaction waits for what undoes without anybody else waiting for it
      (other.scopeKey === scopeKey && undoesAlone(state, other)),
  );
  const gathering = state.arrivals.length > 0 || Object.keys(state.activations).length > 1;
  if (status === 'active' && !moved && !gathers(state, key, gathering))
    found.push(`I6 ${key} is active and nothing will move it`);
  return found;
}

const undoesAlone = (state: InstanceState, { undoes, undo }: Activation): boolean =>
  undoes !== undefined && (undo !== undefined || state.activations[undoes] === undefined);

/** A complex gateway that has a token waits for others, as long as any can come. */
function gathers(state: InstanceState, key: number, others: boolean): boolean {
  const data = state.activations[key]?.data;
  return others && typeof data === 'object' && data !== null && 'flows' in data;
}

function same(what: string, waiting: readonly number[], rows: readonly number[]): string[] {
  const text = (keys: readonly number[]) => [...keys].sort((a, b) => a - b).join();
  return text(waiting) === text(rows) ? [] : [`I6 ${what}: waits ${text(waiting)}, rows ${text(rows)}`];
}

/** I7: no timer fires before it is due. */
function noTimerEarly({ transitions }: StoredInstance): string[] {
  return transitions.flatMap(({ at, events }) =>
    events.flatMap((event) =>
      event.type === 'timer.fired' && event.data.dueAt > at ? [`I7 ${event.key} fired at ${at}`] : [],
    ),
  );
}

/** I8: a message or signal is received at most once for each wait. */
function receivedOnce({ transitions }: StoredInstance): string[] {
  const seen = new Set<number>();
  return transitions.flatMap(({ events }) =>
    events.flatMap(({ type, key = 0 }) => {
      if (type !== 'message.received' && type !== 'signal.received') return [];
      if (seen.has(key)) return [`I8 ${key} received twice`];
      seen.add(key);
      return [];
    }),
  );
}

/** I9: an ended instance has no children; a living activation has a living scope. */
function endedIsEmpty({ state }: StoredInstance): string[] {
  const activations = Object.values(state.activations);
  if (state.status !== 'running')
    return activations.length + state.arrivals.length === 0 ? [] : ['I9 an ended instance has children'];
  return activations
    .filter(({ scopeKey }) => scopeKey !== 0 && !state.activations[scopeKey])
    .map(({ key }) => `I9 ${key} outlived its scope`);
}

/** I10: each acknowledged command appears exactly once, every other at most once. */
function acknowledgedOnce({ transitions, acknowledged = [] }: StoredInstance): string[] {
  const seen = new Map<string, number>();
  for (const { command } of transitions) seen.set(command, (seen.get(command) ?? 0) + 1);
  const repeated = [...seen].filter(([, times]) => times > 1).map(([id]) => `I10 ${id} was applied twice`);
  const lost = acknowledged
    .filter((id) => !seen.has(id))
    .map((id) => `I10 ${id} was acknowledged and is lost`);
  return [...repeated, ...lost];
}

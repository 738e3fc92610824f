import type { Behaviors } from '../core/behavior';
import type { EngineEvent } from '../core/events';
import { fold } from '../core/evolve';
import type { Actor, Input } from '../core/inputs';
import type { JsonObject } from '../core/json';
import type { Executable } from '../core/model';
import type { InstanceState } from '../core/state';
import { transition } from '../core/transition';
import type { Rejection } from '../core/transition-types';

export const ANNA: Actor = { kind: 'person', id: 'anna', name: 'Anna', via: 'session' };
export const BEN: Actor = { kind: 'person', id: 'ben', name: 'Ben', via: 'session' };
export const ENGINE: Actor = { kind: 'engine', id: 'engine', name: 'Engine', via: 'engine' };

/** Where every scenario's clock begins. */
export const EPOCH = '2026-01-01T00:00:00.000Z';

/** Runs one instance by hand: deterministic ids and clock, the newest state, every event so far. */
export class Player {
  state: InstanceState | null = null;
  readonly events: EngineEvent[] = [];
  now = EPOCH;
  private commands = 0;

  constructor(
    readonly executable: Executable,
    readonly behaviors: Behaviors,
  ) {}

  /** Sends one input; a refusal is answered and changes nothing. Checks that replay gives the stored state. */
  send(input: Input, actor: Actor = ENGINE): Rejection | EngineEvent[] {
    this.commands += 1;
    const command = { id: `c${this.commands}`, at: this.now, actor, input };
    const result = transition(this.executable, this.state, command, this.behaviors);
    if (!result.ok) return result;
    this.state = result.state;
    this.events.push(...result.events);
    const replayed = JSON.stringify(fold(JSON.parse(JSON.stringify(this.events))));
    if (replayed !== JSON.stringify(result.state)) throw new Error('replay differs from the stored state');
    return result.events;
  }

  /** The key of the newest living activation of an element. Throws when there is none. */
  key(elementId: string): number {
    const found = Object.values(this.current.activations).findLast((each) => each.elementId === elementId);
    if (!found) throw new Error(`${elementId} is not active`);
    return found.key;
  }

  get current(): InstanceState {
    if (this.state === null) throw new Error('not started');
    return this.state;
  }

  /** The current attempt of an element's work. */
  lease(elementId: string) {
    const wait = this.current.activations[this.key(elementId)]?.wait;
    return { worker: 'w', leasedAt: EPOCH, attempt: wait?.kind === 'work' ? wait.attempt : 1 };
  }

  incidentKey(): number {
    return Object.values(this.current.incidents).at(-1)?.key ?? 0;
  }
}

export type Sent = (player: Player) => Rejection | EngineEvent[];

export const start =
  (variables: JsonObject = {}, actor = ANNA): Sent =>
  (player) =>
    player.send({ type: 'start', instanceId: 'i1', variables, businessKey: null }, actor);

export const complete =
  (elementId: string, variables: JsonObject = {}): Sent =>
  (player) =>
    player.send({
      type: 'complete-work',
      key: player.key(elementId),
      variables,
      lease: player.lease(elementId),
    });

export const failWork =
  (elementId: string, error = 'no answer', retryAt?: string): Sent =>
  (player) => {
    const failed = {
      type: 'fail-work' as const,
      key: player.key(elementId),
      error,
      lease: player.lease(elementId),
    };
    return player.send(retryAt ? { ...failed, retryAt } : failed);
  };

export const throwing =
  (elementId: string, errorCode: string, variables: JsonObject = {}): Sent =>
  (player) =>
    player.send({
      type: 'throw-error',
      key: player.key(elementId),
      errorCode,
      message: '',
      variables,
      lease: player.lease(elementId),
    });

export const decide =
  (
    elementId: string,
    outcome: string | null,
    {
      by = BEN,
      comment = null,
      variables = {},
      signed = false,
    }: { by?: Actor; comment?: string | null; variables?: JsonObject; signed?: boolean } = {},
  ): Sent =>
  (player) =>
    player.send(
      {
        type: 'complete-task',
        key: player.key(elementId),
        outcome,
        variables,
        comment,
        contentDigest: null,
        ...(signed ? { signature: { method: 'password' } } : {}),
      },
      by,
    );

export const claim =
  (elementId: string, by = BEN): Sent =>
  (player) =>
    player.send({ type: 'claim-task', key: player.key(elementId), personId: by.id, personName: by.name }, by);

/** Moves the clock to an element's timer and fires it. */
export const fire =
  (elementId: string): Sent =>
  (player) => {
    const key = player.key(elementId);
    const wait = player.current.activations[key]?.wait;
    const dueAt = wait?.kind === 'timer' ? wait.dueAt : wait?.kind === 'task' ? wait.remindAt : undefined;
    if (dueAt !== undefined && dueAt > player.now) player.now = dueAt;
    return player.send({ type: 'fire-timer', key });
  };

export const answers =
  (elementId: string, values: JsonObject): Sent =>
  (player) =>
    player.send({
      type: 'answer',
      key: player.key(elementId),
      answers: Object.entries(values).map(([source, value]) => ({ source, result: { ok: true, value } })),
    });

export const retry =
  (variables?: JsonObject): Sent =>
  (player) => {
    const asked = { type: 'retry-incident' as const, incidentKey: player.incidentKey(), reason: 'repaired' };
    return player.send(variables ? { ...asked, variables } : asked, ANNA);
  };

export const cancel =
  (reason = 'not needed'): Sent =>
  (player) =>
    player.send({ type: 'cancel', reason }, ANNA);

export const send =
  (input: Input, actor = ENGINE): Sent =>
  (player) =>
    player.send(input, actor);

/** One row of a scenario table: title, process, steps, and the trace they leave. */
export type Scenario = readonly [
  title: string,
  executable: Executable,
  steps: readonly Sent[],
  trace: string,
];

/** Plays steps on a new instance. Throws when one is refused. */
export function play(executable: Executable, behaviors: Behaviors, steps: readonly Sent[]): Player {
  const player = new Player(executable, behaviors);
  for (const step of steps) {
    const result = step(player);
    if (!Array.isArray(result)) throw new Error(`refused: ${result.code}: ${result.message}`);
  }
  return player;
}

/**
 * What happened, one line an event, ids instead of keys: `+A` activated, `-A` completed, `xA` terminated,
 * `A>B` flow taken; other events by type and element.
 */
export function trace(events: readonly EngineEvent[]): string {
  return events.flatMap((event) => line(event)).join(' ');
}

const SIGNS: Partial<Record<EngineEvent['type'], string>> = {
  'element.activated': '+',
  'element.completed': '-',
  'element.terminated': 'x',
};

function line(event: EngineEvent): string[] {
  if (event.type === 'flow.taken' || event.type === 'variables.set') return [];
  const sign = SIGNS[event.type];
  if (sign) return [`${sign}${event.elementId}`];
  const what = event.type === 'incident.raised' ? `incident:${event.data.code}` : event.type;
  return [event.elementId ? `${what}(${event.elementId})` : what];
}

/** Plays steps and answers the trace: one row of a scenario table. */
export const scenario = (executable: Executable, behaviors: Behaviors, steps: readonly Sent[]): string =>
  trace(play(executable, behaviors, steps).events);

import type { Behaviors } from '../core/behavior';
import type { Effect } from '../core/effects';
import type { EngineEvent } from '../core/events';
import { evolve } from '../core/evolve';
import { EMPTY_HISTORY, foldHistory } from '../core/history';
import type { Command } from '../core/inputs';
import type { JsonObject } from '../core/json';
import type { Executable } from '../core/model';
import type { InstanceState } from '../core/state';
import { transition } from '../core/transition';
import type { Transition } from '../core/transition-types';
import { chooseInput, type Try } from './inputs';
import { violations } from './invariants';
import { Random } from './random';
import { Tables } from './tables';

/** What can become of a commit. */
const OUTCOMES = [
  'crash-before',
  'crash-after',
  'applied-with-error',
  'serialisation-failure',
  'delivered-twice',
] as const;

export interface Tally {
  /** Inputs applied. */
  steps: number;
  /** Inputs refused, as they should be. */
  refused: number;
  /** Inputs lost in a crash and sent again, or answered from the command log. */
  repeated: number;
  instances: number;
  ended: number;
}

/** One instance under random inputs, crashes and restarts, with every law checked on the way. */
export class Simulation {
  private state: InstanceState | null = null;
  /** The state as text, as it was stored. */
  private stored = 'null';
  private now = '2026-01-01T00:00:00.000Z';
  private commands = 0;
  private readonly random: Random;
  private readonly tables = new Tables();
  private readonly effects: Effect[] = [];
  private readonly transitions: { firstSeq: number; at: string; command: string; events: EngineEvent[] }[] =
    [];
  private readonly committed = new Set<string>();
  private readonly acknowledged: string[] = [];
  private earlier: Try | null = null;

  constructor(
    private readonly executable: Executable,
    private readonly behaviors: Behaviors,
    seed: number,
    private readonly tally: Tally,
  ) {
    this.random = new Random(seed);
  }

  /** Runs at most `steps` inputs. Throws, naming the law, when one does not hold. */
  run(steps: number): void {
    this.tally.instances += 1;
    const variables: JsonObject = this.random.chance(0.8) ? { x: this.random.below(4) } : {};
    const actor = { kind: 'person' as const, id: 'anna', name: 'anna', via: 'session' as const };
    this.deliver({ input: { type: 'start', instanceId: 'i', variables, businessKey: null }, actor });
    for (let step = 0; step < steps && this.state?.status === 'running'; step += 1) this.step(this.state);
    if (this.state?.status !== 'running') this.tally.ended += 1;
    if (this.state) this.afterwards(this.state);
    this.checkAll();
  }

  private step(state: InstanceState): void {
    const repeat = this.earlier !== null && this.random.chance(0.03);
    const chosen =
      repeat && this.earlier ? this.earlier : chooseInput(this.random, state, this.tables, this.now);
    if (chosen.at !== undefined && chosen.at > this.now) this.now = chosen.at;
    this.deliver(chosen);
    this.earlier = { input: chosen.input, actor: chosen.actor };
  }

  /** Sends a command until its outcome is known, as a client does that keeps its command id. */
  private deliver(chosen: Try): void {
    this.commands += 1;
    const command = { id: `c${this.commands}`, at: this.now, actor: chosen.actor, input: chosen.input };
    const fault = this.random.chance(0.1) ? this.random.pick(OUTCOMES) : null;
    if (fault === 'crash-before' || fault === 'serialisation-failure') {
      this.decide(command);
      this.tally.repeated += 1;
    }
    const accepted = this.commit(command);
    if (accepted && chosen.refused) throw new Error(`accepted ${JSON.stringify(chosen.input)}`);
    if (!accepted && chosen.accepted) throw new Error(`refused ${JSON.stringify(chosen.input)}`);
    if (fault === 'crash-after' || fault === 'applied-with-error' || fault === 'delivered-twice') {
      this.commit(command);
      this.tally.repeated += 1;
    }
    if (accepted) this.acknowledged.push(command.id);
  }

  /** One transaction: nothing for a command that was committed before. Answers whether it is in the log. */
  private commit(command: Command): boolean {
    if (this.committed.has(command.id)) return true;
    const result = this.decide(command);
    if (result === null) {
      this.tally.refused += 1;
      return false;
    }
    const firstSeq = (this.state?.seq ?? 0) + 1;
    this.transitions.push({ firstSeq, at: command.at, command: command.id, events: result.events });
    this.committed.add(command.id);
    this.tables.apply(result.effects);
    this.effects.push(...result.effects);
    this.state = this.restart(result);
    this.tally.steps += 1;
    return true;
  }

  /** Decides from the stored state, which must stay as it is. */
  private decide(command: Command): Transition | null {
    const result = transition(this.executable, this.state, command, this.behaviors);
    if (JSON.stringify(this.state) !== this.stored) throw new Error('the stored state was changed in place');
    return result.ok ? result : null;
  }

  /** The first law at every prefix: a reader that stops and restarts after each event reaches the stored state. */
  private restart(result: Transition): InstanceState {
    let state = this.state;
    for (const event of result.events) {
      this.stored = JSON.stringify(evolve(state, JSON.parse(JSON.stringify(event))));
      state = JSON.parse(this.stored);
    }
    if (state === null) throw new Error('a transition without events');
    if (this.stored !== JSON.stringify(result.state)) throw new Error('I2 replay differs');
    return state;
  }

  /** Whatever comes after the end is refused; before it, nothing stands still unnoticed. */
  private afterwards(state: InstanceState): void {
    if (state.status === 'running') return;
    const actor = { kind: 'engine' as const, id: 'e', name: 'e', via: 'engine' as const };
    this.deliver({ input: { type: 'cancel', reason: 'late' }, actor, refused: true });
    if (this.earlier) this.deliver({ ...this.earlier, refused: true });
  }

  private checkAll(): void {
    if (this.state === null) return;
    const { executable, state, transitions, effects, acknowledged } = this;
    const rows = {
      work: [...this.tables.work.keys()],
      timers: [...this.tables.timers.keys()],
      tasks: [...this.tables.tasks.keys()],
      subscriptions: [...this.tables.subscriptions.keys()],
    };
    const broken = violations({ executable, state, transitions, effects, acknowledged, rows });
    if (broken.length > 0) throw new Error(broken.join('\n'));
    this.checkHistory(state);
  }

  /** What pages show is what the state says. */
  private checkHistory(state: InstanceState): void {
    const actor = { kind: 'engine' as const, id: 'e', name: 'e', via: 'engine' as const };
    const events = this.transitions.flatMap((each) => each.events);
    const recorded = events.map((event, index) => ({ seq: index + 1, at: this.now, actor, event }));
    const shown = Object.values(foldHistory(EMPTY_HISTORY, recorded).activities)
      .filter((activity) => activity.state !== 'completed' && activity.state !== 'terminated')
      .map((activity) => `${activity.key} ${activity.state}`);
    const living = Object.values(state.activations).map(({ key, status }) => `${key} ${status}`);
    if (shown.join() !== living.join()) throw new Error(`history shows ${shown.join()} for ${living.join()}`);
  }
}

import type { Behaviors } from '../../core/behavior';
import type { Effect } from '../../core/effects';
import type { EngineEvent } from '../../core/events';
import { fold } from '../../core/evolve';
import type { Command } from '../../core/inputs';
import type { Executable } from '../../core/model';
import type { Activation, InstanceState } from '../../core/state';
import { transition } from '../../core/transition';
import type { Rejection } from '../../core/transition-types';
import { violations } from '../invariants';

const copy = <T>(json: T): T => JSON.parse(JSON.stringify(json));

/** One instance of a world, kept as a store keeps it: as text between transitions. */
export class WorldInstance {
  private stored: InstanceState | null = null;
  readonly transitions: { firstSeq: number; at: string; command: string; events: EngineEvent[] }[] = [];

  constructor(
    readonly id: string,
    readonly executable: Executable,
    private readonly behaviors: Behaviors,
  ) {}

  get state(): InstanceState {
    if (this.stored === null) throw new Error(`${this.id} has not started`);
    return this.stored;
  }

  get events(): EngineEvent[] {
    return this.transitions.flatMap(({ events }) => events);
  }

  /** Instances that began in one conversation receive each other's messages by message flow. */
  get conversation(): string {
    return this.state.conversation ?? this.id;
  }

  /** Applies a command. Throws when the fold of all events is not the state that the transition answers. */
  apply(command: Command): Rejection | { events: EngineEvent[]; effects: Effect[] } {
    const before = this.stored === null ? null : copy(this.stored);
    const result = transition(this.executable, before, command, this.behaviors);
    if (!result.ok) return result;
    const events = copy(result.events);
    this.transitions.push({ firstSeq: (before?.seq ?? 0) + 1, at: command.at, command: command.id, events });
    if (JSON.stringify(fold(this.events)) !== JSON.stringify(result.state))
      throw new Error(`replay of ${this.id} differs from its state`);
    this.stored = copy(result.state);
    return { events, effects: result.effects };
  }

  /** The living activations of an element, oldest first. */
  active(elementId: string): Activation[] {
    return Object.values(this.state.activations).filter((each) => each.elementId === elementId);
  }

  /** The engine's laws that do not hold for it. */
  violations(): string[] {
    const { executable, state, transitions } = this;
    return violations({ executable, state, transitions });
  }
}

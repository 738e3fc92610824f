import type { Behaviors } from '../../core/behavior';
import type { EngineEvent } from '../../core/events';
import type { Actor, Input } from '../../core/inputs';
import type { JsonObject } from '../../core/json';
import type { Executable } from '../../core/model';
import type { Rejection } from '../../core/transition-types';
import { ANNA, ENGINE, EPOCH } from '../scenario';
import { Agenda } from './agenda';
import { Calls } from './calls';
import { type Departments, dispatch } from './effects';
import type { Hub, StartOptions } from './hub';
import { WorldInstance } from './instance';
import { Jobs } from './jobs';
import { Post } from './post';
import type { Message } from './subscriptions';
import { Timers } from './timers';
import type { Worker } from './work';

export interface WorldOptions {
  executables: readonly Executable[];
  behaviors: Behaviors;
  /** Asked once for each attempt; without one all work stays open. */
  worker?: Worker;
  /** Milliseconds that a message without a time-to-live is kept; 0 when absent. */
  timeToLive?: number;
}

/** What happened anywhere, in order. */
export interface Logged {
  at: string;
  instanceId: string;
  processKey: string;
  event: EngineEvent;
}

/**
 * Several processes that call, signal and message each other on a virtual clock: what a host does, without a store.
 * Equal calls give equal histories. Deliveries go only to those who wait for them, so a refused one is a bug: throws.
 */
export class World {
  readonly instances = new Map<string, WorldInstance>();
  readonly log: Logged[] = [];
  private clock = EPOCH;
  private ids = 0;
  private readonly agenda = new Agenda();
  private readonly pending: (() => void)[] = [];
  private readonly departments: Departments;

  constructor(private readonly options: WorldOptions) {
    const hub = this.hub();
    this.departments = {
      jobs: new Jobs(hub, this.agenda, options.worker),
      timers: new Timers(hub, this.agenda),
      post: new Post(hub, options.timeToLive ?? 0),
      calls: new Calls(hub),
    };
  }

  get now(): string {
    return this.clock;
  }

  /** Starts an instance and lets everything move that can. Throws when the start is refused. */
  start(processKey: string, options: StartOptions = {}): WorldInstance {
    const instance = this.begin(this.executable(processKey), options);
    this.settle();
    return instance;
  }

  /** The newest version of a process. Throws when there is none. */
  executable(processKey: string): Executable {
    const found = this.options.executables.findLast((each) => each.processKey === processKey);
    if (found === undefined) throw new Error(`there is no process ${processKey}`);
    return found;
  }

  /** Sends an input and lets everything move that can; a refusal is answered and changes nothing. */
  send(instanceId: string, input: Input, actor: Actor = ENGINE): Rejection | EngineEvent[] {
    const result = this.apply(this.instance(instanceId), input, actor);
    this.settle();
    return result;
  }

  /** A message from outside. */
  message(name: string, sent: Partial<Omit<Message, 'messageId' | 'name'>> = {}): void {
    this.departments.post.send({ correlationKey: null, variables: {}, expiresAt: this.now, ...sent, name });
    this.settle();
  }

  /** A signal from outside. */
  signal(name: string, variables: JsonObject = {}): void {
    this.departments.post.broadcast(name, variables);
    this.settle();
  }

  /** Sets the timers of timer start events, as publishing does. */
  armStarts(): void {
    this.departments.timers.armStarts();
  }

  /** Lets time pass, doing what is due in order; milliseconds. */
  advance(ms: number): void {
    const until = after(this.now, ms);
    while (this.agenda.next !== undefined && this.agenda.next <= until) this.advanceToNext();
    this.clock = until;
  }

  /** Lets time pass while nobody looks at the clock: what is due stays undone. Never goes back. */
  passTo(time: string): void {
    if (time > this.clock) this.clock = time;
  }

  /** Goes to whatever is due next; false when nothing is. */
  advanceToNext(): boolean {
    const entry = this.agenda.take();
    if (entry === undefined) return false;
    if (entry.at > this.now) this.clock = entry.at;
    entry.run();
    this.settle();
    return true;
  }

  /** Throws when there is none. */
  instance(id: string): WorldInstance {
    const found = this.instances.get(id);
    if (found === undefined) throw new Error(`there is no instance ${id}`);
    return found;
  }

  /** The instances of a process, oldest first. */
  of(processKey: string): WorldInstance[] {
    return [...this.instances.values()].filter(({ executable }) => executable.processKey === processKey);
  }

  private settle(): void {
    for (let move = this.pending.shift(); move; move = this.pending.shift()) move();
  }

  private begin(executable: Executable, { actor = ANNA, ...options }: StartOptions): WorldInstance {
    const instance = new WorldInstance(this.id('i'), executable, this.options.behaviors);
    const asked = { variables: {}, businessKey: null, ...options };
    this.instances.set(instance.id, instance);
    const result = this.apply(instance, { type: 'start', instanceId: instance.id, ...asked }, actor);
    if (Array.isArray(result)) return instance;
    this.instances.delete(instance.id);
    throw new Error(`${executable.processKey} refuses to start: ${result.message}`);
  }

  private apply(instance: WorldInstance, input: Input, actor: Actor): Rejection | EngineEvent[] {
    const result = instance.apply({ id: this.id('c'), at: this.now, actor, input });
    if ('ok' in result) return result;
    const { id, executable } = instance;
    for (const event of result.events)
      this.log.push({ at: this.now, instanceId: id, processKey: executable.processKey, event });
    dispatch(this.departments, id, result.effects);
    return result.events;
  }

  private must(instanceId: string, input: Input): void {
    const result = this.apply(this.instance(instanceId), input, ENGINE);
    if (!Array.isArray(result))
      throw new Error(`${input.type} to ${instanceId}: ${result.code}: ${result.message}`);
  }

  private id(prefix: string): string {
    this.ids += 1;
    return `${prefix}${this.ids}`;
  }

  private hub(): Hub {
    const now = () => this.clock;
    return {
      get now() {
        return now();
      },
      executables: this.options.executables,
      instances: this.instances,
      after: (ms) => after(this.clock, ms),
      id: (prefix) => this.id(prefix),
      later: (move) => void this.pending.push(move),
      instance: (id) => this.instance(id),
      begin: (executable, options) => this.begin(executable, options),
      must: (instanceId, input) => this.must(instanceId, input),
    };
  }
}

const after = (from: string, ms: number): string => new Date(Date.parse(from) + ms).toISOString();

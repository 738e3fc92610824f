import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { DEFAULT_BACKOFF } from './backoff';
import { Batcher, DEFAULT_BATCHES } from './batcher';
import { Decider } from './decider';
import { DEFAULT_DELIVERY } from './delivery/context';
import { Dispatcher } from './delivery/dispatcher';
import { leavesSomething } from './delivery/sent';
import { ExecutableCache } from './executable-cache';
import { failpoint } from './failpoints';
import type { EngineHostParts } from './host-parts';
import { type Alert, type Commit, type EngineStats, freshStats, Listeners } from './listeners';
import { noopWorker } from './noop-worker';
import { DEFAULT_POLL, Poller } from './poller';
import type { Addressed, ClaimedWork, EngineStore, HandOver, Outcome, Worker } from './ports';
import { PutAside } from './put-aside';
import { Timers } from './timers';
import { WorkLooks } from './work-looks';
import { WorkRunner } from './work-runner';

export type { EngineHostParts, HostOptions } from './host-parts';
export type { Alert, Commit, EngineStats } from './listeners';

/**
 * Bounds how long the work of a dead process waits for another, who must find it within ten seconds in all; leases are
 * renewed while work runs.
 */
const LEASE_MS = 8_000;
const HEARTBEAT_MS = 500;
const SWEEP_MS = 3_600_000;
const SWEEP_DAYS = 7;

/** Hosts the pure core in one process: commands in, commits out; when started, it also does work and fires timers. */
export function createEngineHost(parts: EngineHostParts): EngineHost {
  return new EngineHost(parts);
}

export class EngineHost {
  readonly name: string;
  /** Delivers what instances send; messages from outside find their receivers through it. */
  readonly delivery: Dispatcher;
  private readonly store: EngineStore;
  private readonly executables: ExecutableCache;
  private readonly decider: Decider;
  private readonly batcher: Batcher;
  private readonly runner: WorkRunner;
  private readonly timers: Timers;
  private readonly looks: WorkLooks;
  private readonly putAside: PutAside;
  private readonly poller: Poller;
  private readonly workers: Map<string, Worker>;
  private readonly counters = freshStats();
  private readonly listeners = new Listeners();
  private readonly onAlert: (alert: Alert) => void;
  private readonly leaseMs: number;
  private handOver: HandOver | undefined;
  private beats: NodeJS.Timeout[] = [];
  private unsubscribe: (() => void) | undefined;

  constructor(parts: EngineHostParts) {
    const { store, options = {} } = parts;
    this.name = options.name ?? `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
    this.store = store;
    this.onAlert = parts.onAlert ?? ((alert) => console.error(`engine: ${alert.message}`, alert.error ?? ''));
    this.workers = new Map([noopWorker, ...parts.workers].map((worker) => [worker.workType, worker]));
    this.leaseMs = Math.min(LEASE_MS, ...[...this.workers.values()].map((worker) => worker.leaseMs));
    this.putAside = new PutAside(store, this.onAlert);
    this.executables = new ExecutableCache(parts.executables);
    this.decider = new Decider(this.executables, parts.behaviors);
    this.batcher = new Batcher((batch) => this.commit(batch), { ...DEFAULT_BATCHES, ...options.batches });
    const execute = (addressed: Addressed) => this.execute(addressed);
    this.runner = new WorkRunner({
      name: this.name,
      leaseMs: this.leaseMs,
      store,
      executables: this.executables,
      workers: this.workers,
      backoff: { ...DEFAULT_BACKOFF, ...options.backoff },
      execute,
      onSettled: (outcome, work, error) => this.workSettled(outcome, work, error),
    });
    const onRefused = (timer: { instanceId: string; elementId: string }, outcome: Outcome) =>
      this.alert('timer-refused', timer.instanceId, `The timer of ${timer.elementId} can't fire.`, outcome);
    this.timers = new Timers({ store, execute, maxDue: options.maxTimers ?? 400, onRefused });
    this.delivery = new Dispatcher({
      store,
      execute,
      executables: this.executables,
      definitions: parts.definitions,
      options: { ...DEFAULT_DELIVERY, poll: options.poll ?? {}, ...options.delivery },
      onAlert: this.onAlert,
    });
    this.looks = new WorkLooks({
      name: this.name,
      store,
      workTypes: [...this.workers.keys()],
      leaseMs: this.leaseMs,
      concurrency: options.concurrency ?? 256,
      runner: this.runner,
      timers: this.timers,
      execute,
      onQuarantined: (instanceId, message, refused) =>
        this.alert('quarantined', instanceId, message, refused),
      onNextDue: (inMs) => this.poller.noLaterThan(inMs),
    });
    this.poller = new Poller(
      () => this.looks.look(),
      { ...DEFAULT_POLL, ...options.poll },
      (error) => this.alert('storage', undefined, 'The database could not be asked for work.', error),
    );
  }

  /**
   * Applies one command; resolves when it is durable or refused. A repeat of its id is recognised.
   * @throws EngineBusyError when too much is waiting; the store's error when the database stays away, in which case
   * it is not known whether the command was applied: send it again with the same id.
   */
  async execute(addressed: Addressed): Promise<Outcome> {
    const outcome = await this.batcher.add(addressed);
    if (!this.decider.isNotLoaded(outcome)) return this.counted(addressed, outcome);
    try {
      await this.decider.load(addressed);
    } catch (error) {
      const message = `The version of instance ${addressed.instanceId} can't be loaded.`;
      this.alert('version', addressed.instanceId, message, error);
      return { ok: false, code: 'invariant', message };
    }
    return this.execute(addressed);
  }

  /** Begins to claim work and fire timers. */
  async start(): Promise<void> {
    if (this.handOver) return;
    this.handOver = {
      workTypes: [...this.workers.keys()],
      worker: this.name,
      leaseMs: this.leaseMs,
      max: 0,
    };
    this.unsubscribe = this.store.signals.subscribe((_ids, mine) => {
      if (mine) return;
      this.poller.wake();
      this.delivery.wake();
    });
    this.beats = [
      setInterval(() => void this.runner.heartbeat(), HEARTBEAT_MS),
      setInterval(() => void this.store.retentionSweep(SWEEP_DAYS).catch(() => {}), SWEEP_MS),
    ];
    for (const beat of this.beats) beat.unref();
    this.poller.start();
    this.delivery.start();
  }

  /** Takes nothing new, waits for what runs, then gives the rest back. Commands are still accepted. */
  async stop({ drainMs = 10_000 }: { drainMs?: number } = {}): Promise<void> {
    failpoint('drain:begun');
    this.handOver = undefined;
    this.unsubscribe?.();
    await Promise.all([this.poller.stop(), this.delivery.stop()]);
    await this.runner.drained(drainMs);
    for (const beat of this.beats) clearInterval(beat);
    await this.runner.giveBack();
    await this.batcher.drained();
  }

  /** Called after each commit of this process; other processes' are announced by `store.signals`. Returns its end. */
  onCommitted(listener: (commit: Commit) => void): () => void {
    return this.listeners.add(listener);
  }

  /** Looks for work and due timers now. */
  wake(): void {
    this.poller.wake();
  }

  stats(): EngineStats {
    return {
      ...this.counters,
      claimed: this.looks.claimed,
      quarantined: this.looks.quarantined,
      timersFired: this.timers.fired,
      queued: this.batcher.queued,
      commitsInFlight: this.batcher.commitsInFlight,
      running: this.runner.size,
    };
  }

  private async commit(batch: readonly Addressed[]): Promise<Outcome[]> {
    const handOver = this.handOver && {
      ...this.handOver,
      max: Math.max(0, this.looks.room),
    };
    const outcomes = await this.store.commit(batch, this.decider.decide, handOver);
    this.counters.commits++;
    const changed: string[] = [];
    for (const outcome of outcomes) {
      if (!outcome.ok || (outcome.repeated && outcome.handedOver.length === 0)) continue;
      changed.push(outcome.instanceId);
      for (const work of outcome.handedOver) this.runner.run(work);
      if (this.handOver) this.expectTimers(outcome);
      if (this.handOver && leavesSomething(outcome.events)) this.delivery.wake();
      this.listeners.emit(outcome, this.onAlert);
    }
    this.store.signals.publish(changed);
    return outcomes;
  }

  /** A timer that this process has set may be due before it would look again. */
  private expectTimers({ events }: Commit): void {
    for (const event of events)
      if (event.type === 'timer.set')
        this.poller.noLaterThan(Math.max(0, Date.parse(event.data.dueAt) - Date.now()));
  }

  private counted(addressed: Addressed, outcome: Outcome): Outcome {
    if (outcome.ok) this.counters[outcome.repeated ? 'repeated' : 'committed']++;
    else this.counters.refused++;
    if (!outcome.ok && outcome.code === 'invariant') this.putAside.refused(addressed, outcome);
    return outcome;
  }

  /**
   * Lets an instance go on that was put aside, once its snapshot or the program is mended; false when it was not.
   * @throws when its snapshot still can't be read
   */
  async release(instanceId: string): Promise<boolean> {
    const released = await this.store.unpark(instanceId);
    this.poller.wake();
    return released;
  }

  private workSettled(outcome: Outcome | 'aborted' | 'lost', work: ClaimedWork, error?: unknown): void {
    if (this.looks.full) this.poller.wake(); // there was no room for more until now
    if (outcome === 'lost')
      this.alert(
        'work-lost',
        work.instanceId,
        `The outcome of ${work.elementId} could not be stored.`,
        error,
      );
    else if (outcome !== 'aborted' && !outcome.ok && outcome.code === 'stale-lease')
      this.counters.staleLeases++;
  }

  private alert(code: Alert['code'], instanceId: string | undefined, message: string, error?: unknown): void {
    this.onAlert({ code, message, ...(instanceId === undefined ? {} : { instanceId }), error });
  }
}

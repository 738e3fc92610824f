import type { Addressed, Outcome } from './ports';

export interface BatchOptions {
  /** Most commands in one commit; beyond fifty nothing is gained but latency. */
  maxBatch: number;
  /** Commits that may be under way at once. */
  maxInFlight: number;
  /** Commands that may wait before new instances are turned away; what runs already is let through. */
  maxQueued: number;
}

export const DEFAULT_BATCHES: BatchOptions = { maxBatch: 50, maxInFlight: 3, maxQueued: 20_000 };

/** The engine has more to do than it can take; nothing was written. */
export class EngineBusyError extends Error {
  override readonly name = 'EngineBusyError';
  readonly code = 'engine-busy';
  readonly userMessage = 'The engine is busy. Try again in a moment.';
  readonly retryAfterMs = 1_000;
}

interface Waiting {
  addressed: Addressed;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers commands that arrive together into shared commits. Commands of one instance keep their order and are
 * never in two commits at once, so that processes compete for an instance, but never with themselves.
 */
export class Batcher {
  private ready: Waiting[] = [];
  /** Instances under way, with the commands that wait for them. */
  private readonly busy = new Map<string, Waiting[]>();
  private inFlight = 0;
  private held = 0;
  private scheduled = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly send: (batch: readonly Addressed[]) => Promise<Outcome[]>,
    private readonly options: BatchOptions,
  ) {}

  /** Commands not yet sent. */
  get queued(): number {
    return this.ready.length + this.held;
  }

  get commitsInFlight(): number {
    return this.inFlight;
  }

  /** @throws EngineBusyError (rejects) when too many wait */
  add(addressed: Addressed): Promise<Outcome> {
    if (addressed.create && this.queued >= this.options.maxQueued)
      return Promise.reject(new EngineBusyError());
    return new Promise((resolve, reject) => {
      this.ready.push({ addressed, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when nothing waits and nothing is under way. */
  drained(): Promise<void> {
    if (this.inFlight === 0 && this.queued === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  /** After the current turn of the event loop, so that what arrives together goes together. */
  private schedule(): void {
    if (this.scheduled || this.inFlight >= this.options.maxInFlight) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      while (this.inFlight < this.options.maxInFlight && this.flush());
    });
  }

  private flush(): boolean {
    const batch = this.take();
    if (batch.length === 0) return false;
    this.inFlight++;
    this.send(batch.map((waiting) => waiting.addressed))
      .then(
        (outcomes) => {
          for (const [index, waiting] of batch.entries()) waiting.resolve(outcomes[index]!);
        },
        (error) => {
          for (const waiting of batch) waiting.reject(error);
        },
      )
      .finally(() => this.finished(batch));
    return true;
  }

  private take(): Waiting[] {
    const batch: Waiting[] = [];
    const mine = new Set<string>();
    let index = 0;
    for (; index < this.ready.length && batch.length < this.options.maxBatch; index++) {
      const waiting = this.ready[index]!;
      const { instanceId } = waiting.addressed;
      const others = mine.has(instanceId) ? undefined : this.busy.get(instanceId);
      if (others) {
        others.push(waiting);
        this.held++;
        continue;
      }
      if (!mine.has(instanceId)) this.busy.set(instanceId, []);
      mine.add(instanceId);
      batch.push(waiting);
    }
    this.ready = index === this.ready.length ? [] : this.ready.slice(index);
    return batch;
  }

  private finished(batch: readonly Waiting[]): void {
    this.inFlight--;
    const released: Waiting[] = [];
    for (const { addressed } of batch) {
      released.push(...(this.busy.get(addressed.instanceId) ?? []));
      this.busy.delete(addressed.instanceId);
    }
    this.held -= released.length;
    if (released.length) this.ready = [...released, ...this.ready];
    if (this.ready.length) this.schedule();
    else if (this.inFlight === 0) for (const resolve of this.idle.splice(0)) resolve();
  }
}

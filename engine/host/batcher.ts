import type { Addressed, Outcome } from './ports';

export interface BatchOptions {
  /** Most commands in one commit; beyond a hundred little is gained but latency. */
  maxBatch: number;
  /** The same for commits that nobody waits for, which should be out of the way soon. */
  maxPatientBatch: number;
  /** How long after one such commit the next makes way for others that are under way, in milliseconds. */
  maxYieldMs: number;
  /** Commits that may be under way at once. */
  maxInFlight: number;
  /** Commands that may wait before new instances are turned away; what runs already is let through. */
  maxQueued: number;
}

export const DEFAULT_BATCHES: BatchOptions = {
  maxBatch: 100,
  maxPatientBatch: 20,
  maxYieldMs: 5,
  maxInFlight: 3,
  maxQueued: 20_000,
};

/** The engine has more to do than it can take; nothing was written. */
export class EngineBusyError extends Error {
  override readonly name = 'EngineBusyError';
  readonly code = 'engine-busy';
  readonly userMessage = 'The engine is busy. Try again in a moment.';
  readonly retryAfterMs = 1_000;
}

/** Smaller batches cost more in commits than they gain side by side. */
const WORTH_SPLITTING = 40;

interface Waiting {
  addressed: Addressed;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

/** Due timers come by the thousand and nobody waits for them; people and workers wait for everything else. */
type Lane = 'prompt' | 'patient';

const laneOf = ({ timer }: Addressed): Lane => (timer ? 'patient' : 'prompt');

/**
 * Gathers commands that arrive together into shared commits. Commands of one instance are never in two commits at
 * once, so that processes compete for an instance, but never with themselves; those of one lane keep their order.
 * Patient commands have small commits of their own, one at a time, and none begins beside a prompt one that it could
 * let pass, so that prompt ones hardly notice them.
 */
export class Batcher {
  private readonly ready: Record<Lane, Waiting[]> = { prompt: [], patient: [] };
  /** Instances under way, with the commands that wait for them. */
  private readonly busy = new Map<string, Waiting[]>();
  private readonly inFlight: Record<Lane, number> = { prompt: 0, patient: 0 };
  private patientEndedAt = Number.NEGATIVE_INFINITY;
  private afterYield: NodeJS.Timeout | undefined;
  private held = 0;
  private scheduled = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly send: (batch: readonly Addressed[]) => Promise<Outcome[]>,
    private readonly options: BatchOptions,
  ) {}

  /** Commands not yet sent. */
  get queued(): number {
    return this.ready.prompt.length + this.ready.patient.length + this.held;
  }

  get commitsInFlight(): number {
    return this.inFlight.prompt + this.inFlight.patient;
  }

  /** @throws EngineBusyError (rejects) when too many wait */
  add(addressed: Addressed): Promise<Outcome> {
    if (addressed.create && this.queued >= this.options.maxQueued)
      return Promise.reject(new EngineBusyError());
    return new Promise((resolve, reject) => {
      this.ready[laneOf(addressed)].push({ addressed, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when nothing waits and nothing is under way. */
  drained(): Promise<void> {
    if (this.commitsInFlight === 0 && this.queued === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  /** After the current turn of the event loop, so that what arrives together goes together. */
  private schedule(): void {
    if (this.scheduled || this.commitsInFlight >= this.options.maxInFlight) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      for (let lane = this.next(); lane; lane = this.next()) this.flush(lane);
    });
  }

  /** Which lane may send now: the prompt one first, the patient one when nobody is in a hurry or it has yielded enough. */
  private next(): Lane | undefined {
    const { ready, inFlight } = this;
    if (this.commitsInFlight >= this.options.maxInFlight) return undefined;
    const prompt = ready.prompt.length > 0 ? 'prompt' : undefined;
    if (ready.patient.length === 0 || inFlight.patient > 0) return prompt;
    if (inFlight.prompt > 0) return this.yielded() ? 'patient' : prompt;
    return prompt ?? 'patient';
  }

  /** Has the patient lane waited long enough? If not, it is looked at again when it has. */
  private yielded(): boolean {
    const left = this.patientEndedAt + this.options.maxYieldMs - performance.now();
    if (left <= 0) return true;
    this.afterYield ??= setTimeout(() => {
      this.afterYield = undefined;
      this.schedule();
    }, left);
    return false;
  }

  /** Sends what is ready, unless all of it waits for instances under way. */
  private flush(lane: Lane): void {
    const batch = this.take(lane);
    if (batch.length === 0) return;
    this.inFlight[lane]++;
    this.send(batch.map((waiting) => waiting.addressed))
      .then(
        (outcomes) => {
          for (const [index, waiting] of batch.entries()) waiting.resolve(outcomes[index]!);
        },
        (error) => {
          for (const waiting of batch) waiting.reject(error);
        },
      )
      .finally(() => this.finished(batch, lane));
  }

  /** Half of what there is, so that one batch is computed while another is stored, unless that makes them too small. */
  private most(lane: Lane): number {
    const { maxBatch, maxPatientBatch } = this.options;
    const half = Math.ceil((this.ready[lane].length + this.busy.size) / 2);
    return Math.min(lane === 'patient' ? maxPatientBatch : maxBatch, Math.max(WORTH_SPLITTING, half));
  }

  private take(lane: Lane): Waiting[] {
    const ready = this.ready[lane];
    const batch: Waiting[] = [];
    const mine = new Set<string>();
    let index = 0;
    const most = this.most(lane);
    for (; index < ready.length && batch.length < most; index++) {
      const waiting = ready[index]!;
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
    this.ready[lane] = index === ready.length ? [] : ready.slice(index);
    return batch;
  }

  private finished(batch: readonly Waiting[], lane: Lane): void {
    this.inFlight[lane]--;
    if (lane === 'patient') this.patientEndedAt = performance.now();
    const released: Waiting[] = [];
    for (const { addressed } of batch) {
      released.push(...(this.busy.get(addressed.instanceId) ?? []));
      this.busy.delete(addressed.instanceId);
    }
    this.held -= released.length;
    for (const one of ['prompt', 'patient'] as const) {
      const back = released.filter(({ addressed }) => laneOf(addressed) === one);
      if (back.length) this.ready[one] = [...back, ...this.ready[one]];
    }
    if (this.ready.prompt.length + this.ready.patient.length > 0) this.schedule();
    else if (this.commitsInFlight === 0) for (const resolve of this.idle.splice(0)) resolve();
  }
}

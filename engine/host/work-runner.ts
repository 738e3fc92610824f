import type { Actor, Input } from '../core/inputs';
import type { Json } from '../core/json';
import { visibleVariables } from '../core/visible-variables';
import { type Backoff, retryAt } from './backoff';
import { idempotencyKeyOf } from './commit/ids';
import type { ExecutableCache } from './executable-cache';
import { failpoint } from './failpoints';
import type { Addressed, ClaimedWork, EngineStore, Outcome, WorkAnswer, Worker } from './ports';

export interface RunnerOptions {
  /** How long each lease of this process lasts, renewed as long as the work runs. */
  leaseMs: number;
  /** Who leases: recorded with every outcome. */
  name: string;
  store: EngineStore;
  executables: ExecutableCache;
  workers: ReadonlyMap<string, Worker>;
  backoff: Backoff;
  execute: (addressed: Addressed) => Promise<Outcome>;
  onSettled: (outcome: Outcome | 'aborted' | 'lost', work: ClaimedWork, error?: unknown) => void;
}

interface Running {
  work: ClaimedWork;
  worker: Worker;
  /** Made when the worker asks for its signal: most never do. */
  controller: AbortController | undefined;
  aborted: boolean;
  /** Milliseconds of the process's own clock at which the lease was taken or last renewed. */
  renewedAt: number;
  released: boolean;
  /** Its outcome is being committed, which ends the lease. */
  settling: boolean;
}

/** Runs leased work outside any transaction, keeps its lease alive, and turns its answer into a command. */
export class WorkRunner {
  private readonly running = new Map<string, Running>();
  private idle: (() => void)[] = [];

  constructor(private readonly options: RunnerOptions) {}

  get size(): number {
    return this.running.size;
  }

  /** Begins at once and returns; the outcome is committed when it is there. */
  run(work: ClaimedWork): void {
    const worker = this.options.workers.get(work.workType);
    if (!worker) return; // never claimed: only registered types are asked for
    const entry = {
      work,
      worker,
      controller: undefined,
      aborted: false,
      renewedAt: performance.now(),
      released: false,
      settling: false,
    };
    this.running.set(work.token, entry);
    void this.settle(entry).finally(() => {
      this.running.delete(work.token);
      if (this.running.size === 0) for (const resolve of this.idle.splice(0)) resolve();
    });
  }

  /**
   * Extends leases that are a third over; work whose lease was lost is aborted. Work that is being committed is left
   * alone for longer, because the commit is about to delete its row.
   */
  async heartbeat(): Promise<void> {
    const now = performance.now();
    const { leaseMs, store } = this.options;
    const due = [...this.running.values()].filter(
      ({ renewedAt, settling }) => now - renewedAt > (settling ? 2 * leaseMs : leaseMs) / 3,
    );
    if (due.length === 0) return;
    try {
      const held = await store.extendLeases(
        due.map((entry) => entry.work),
        leaseMs,
      );
      for (const entry of due) {
        if (held.has(entry.work.token)) entry.renewedAt = now;
        else if (!entry.settling) abort(entry, 'The lease was lost.');
      }
    } catch {
      // The database is away: the lease holds until somebody else takes it, which the token will tell.
    }
  }

  /** Resolves when nothing runs, or so many milliseconds from now. */
  async drained(patienceMs: number): Promise<void> {
    if (this.running.size === 0) return;
    await new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, patienceMs);
      this.idle.push(() => {
        clearTimeout(patience);
        resolve();
      });
    });
  }

  /** Aborts what still runs and gives it back, without counting the claim. */
  async giveBack(): Promise<void> {
    const entries = [...this.running.values()];
    for (const entry of entries) entry.released = true;
    for (const entry of entries) abort(entry, 'The process is stopping.');
    await Promise.allSettled(entries.map(({ work }) => this.options.store.releaseWork(work)));
  }

  private async settle(entry: Running): Promise<void> {
    const { work } = entry;
    const { onSettled, execute } = this.options;
    try {
      const answer = await this.answer(entry);
      failpoint('work:ran');
      if (entry.released || entry.aborted) return onSettled('aborted', work);
      const input = await this.inputOf(entry, answer);
      const actor: Actor = { ...(entry.worker.actor ?? ENGINE), via: 'worker' };
      const { instanceId, key, token } = work;
      const command = { id: `work:${token}`, actor, input };
      entry.settling = true;
      onSettled(await execute({ instanceId, command, workLease: { key, token }, once: true }), work);
    } catch (error) {
      onSettled('lost', work, error); // the lease ends and the work is claimed again
    }
  }

  private async answer(entry: Running): Promise<WorkAnswer> {
    const { executables, store } = this.options;
    const { work, worker } = entry;
    try {
      const executable =
        executables.peek(work.versionId, work.processKey) ??
        (await executables.get(work.versionId, work.processKey));
      return await worker.run(work, {
        get signal() {
          entry.controller ??= new AbortController();
          if (entry.aborted) entry.controller.abort();
          return entry.controller.signal;
        },
        idempotencyKey: idempotencyKeyOf(work.instanceId, work.key),
        executable,
        variables: async () => {
          const state = await store.load(work.instanceId);
          return state ? visibleVariables(state, work.key) : {};
        },
      });
    } catch (error) {
      return { type: 'fail', error: error instanceof Error ? error.message : String(error), retryable: true };
    }
  }

  private async inputOf({ work }: Running, answer: WorkAnswer): Promise<Input> {
    const { key, leasedAt, attempt } = work;
    const lease = { worker: this.options.name, leasedAt, attempt };
    switch (answer.type) {
      case 'complete':
        return { type: 'complete-work', key, variables: answer.variables, lease, ...reported(answer) };
      case 'throw': {
        const { errorCode, message, variables } = answer;
        return { type: 'throw-error', key, errorCode, message, variables, lease };
      }
      case 'answer':
        return { type: 'answer', key, answers: answer.answers };
      case 'fail': {
        const at = answer.retryable ? await this.nextAttempt(work, answer.retryAfterMs) : undefined;
        const retry = at === undefined ? {} : { retryAt: at };
        return { type: 'fail-work', key, error: answer.error, lease, ...retry, ...reported(answer) };
      }
    }
  }

  private async nextAttempt(work: ClaimedWork, retryAfterMs?: number): Promise<string | undefined> {
    const now = await this.options.store.now();
    return retryAt(now, work.attempt, work.retries, retryAfterMs, this.options.backoff);
  }
}

function abort(entry: Running, reason: string): void {
  entry.aborted = true;
  entry.controller?.abort(new Error(reason));
}

const ENGINE = { kind: 'engine', id: 'engine', name: 'Engine' } as const;

const reported = ({ report }: { report?: Json }): { report?: Json } =>
  report === undefined ? {} : { report };

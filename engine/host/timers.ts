import type { Actor } from '../core/inputs';
import { rowKey } from './commit/ids';
import { failpoint } from './failpoints';
import type { Addressed, DueTimer, EngineStore, Outcome } from './ports';

const CLOCK: Actor = { kind: 'engine', id: 'engine', name: 'Engine', via: 'timer' };
/** A timer that was refused is left alone for a while, so that a damaged instance doesn't keep the others waiting. */
const REFUSED_PAUSE_MS = 30_000;
/** Answers that mean another process fired it, or nothing is wrong with it. */
const HARMLESS = new Set(['gone', 'timer-not-due', 'storage-conflict']);

export interface TimerOptions {
  store: EngineStore;
  execute: (addressed: Addressed) => Promise<Outcome>;
  maxDue: number;
  onRefused: (timer: DueTimer, outcome: Outcome) => void;
}

/** Fires what is due by the database's clock; the timer's row is consumed in the commit that fires it. */
export class Timers {
  fired = 0;
  private readonly refused = new Map<string, number>();

  constructor(private readonly options: TimerOptions) {}

  /** One look; true when there may be more due now. */
  async fireDue(): Promise<boolean> {
    const { store, maxDue } = this.options;
    const due = await store.dueTimers(maxDue + this.refused.size);
    if (due.length === 0) return false;
    failpoint('timers:read');
    const now = performance.now();
    const wanted = due.filter((timer) => (this.refused.get(rowKey(timer.instanceId, timer.key)) ?? 0) < now);
    await Promise.all(wanted.map((timer) => this.fire(timer)));
    return wanted.length >= maxDue;
  }

  private async fire(timer: DueTimer): Promise<void> {
    const { instanceId, key, dueAt } = timer;
    const command = {
      id: `timer:${instanceId}:${key}:${dueAt}`,
      actor: CLOCK,
      input: { type: 'fire-timer' as const, key },
    };
    const outcome = await this.options.execute({ instanceId, command, timer: { key }, once: true });
    const id = rowKey(instanceId, key);
    if (outcome.ok) {
      this.fired++;
      this.refused.delete(id);
    } else if (!HARMLESS.has(outcome.code)) {
      this.refused.set(id, performance.now() + REFUSED_PAUSE_MS);
      this.options.onRefused(timer, outcome);
    }
  }
}

import { failpoint } from './failpoints';
import type { Found } from './poller';
import type { Addressed, EngineStore, Outcome } from './ports';
import { quarantineExhausted } from './quarantine';
import type { Timers } from './timers';
import type { WorkRunner } from './work-runner';

const RESCUE_MS = 2_000;

export interface WorkLooksParts {
  /** Who leases work. */
  name: string;
  store: EngineStore;
  workTypes: readonly string[];
  leaseMs: number;
  /** Pieces of work that may run at once. */
  concurrency: number;
  runner: WorkRunner;
  timers: Timers;
  execute: (addressed: Addressed) => Promise<Outcome>;
  /** Work was parked because it never came to an end. */
  onQuarantined: (instanceId: string, message: string, refused: Outcome | undefined) => void;
  /** Something becomes due in so many milliseconds. */
  onNextDue: (inMs: number) => void;
}

/** What one process takes from the database when it looks: work, due timers, and work that stays with nobody. */
export class WorkLooks {
  /** Pieces of work claimed, and quarantined, since the process began. */
  claimed = 0;
  quarantined = 0;
  private lastRescue = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: WorkLooksParts) {}

  /** Is there no room for more work until some of it is done? */
  get full(): boolean {
    return this.room <= 0;
  }

  /** Pieces of work that may still be taken on. */
  get room(): number {
    return this.parts.concurrency - this.parts.runner.size;
  }

  /** One look at the database. */
  async look(): Promise<Found> {
    const { store, timers, workTypes, onNextDue } = this.parts;
    const claimed = await this.claim();
    const moreTimers = await timers.fireDue();
    await this.rescue();
    if (moreTimers) return 'flood';
    if (claimed) return 'more';
    const next = await store.nextDue(workTypes);
    const wait = next === null ? 0 : Date.parse(next) - Date.parse(await store.now());
    if (wait > 0) onNextDue(wait);
    return 'nothing';
  }

  private async claim(): Promise<boolean> {
    const { leaseMs, name, store, runner, workTypes } = this.parts;
    const work = await store.claimWork({ workTypes, max: this.room, leaseMs, worker: name });
    if (work.length) failpoint('work:claimed');
    for (const piece of work) runner.run(piece);
    this.claimed += work.length;
    return work.length > 0;
  }

  private async rescue(): Promise<void> {
    if (performance.now() - this.lastRescue < RESCUE_MS) return;
    this.lastRescue = performance.now();
    const { store, execute, onQuarantined } = this.parts;
    await quarantineExhausted(store, execute, (work, outcome) => {
      this.quarantined++;
      const message = `Work of ${work.elementId} was quarantined after ${work.claims} claims.`;
      onQuarantined(work.instanceId, message, outcome.ok ? undefined : outcome);
    });
  }
}

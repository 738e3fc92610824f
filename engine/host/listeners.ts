import type { Outcome } from './ports';

/** A commit of this process, as its listeners see it. */
export type Commit = Extract<Outcome, { ok: true }>;

/** Something that needs a person's eye. */
export interface Alert {
  code:
    | 'invariant'
    | 'parked'
    | 'version'
    | 'timer-refused'
    | 'work-lost'
    | 'quarantined'
    | 'delivery'
    | 'storage'
    | 'listener';
  instanceId?: string;
  message: string;
  error?: unknown;
}

/** What the host itself counts. */
interface Counters {
  /** Transactions, each of one or many commands. */
  commits: number;
  committed: number;
  repeated: number;
  refused: number;
  staleLeases: number;
}

/** Counters since the process began, and what is under way now. */
export interface EngineStats extends Counters {
  claimed: number;
  quarantined: number;
  timersFired: number;
  queued: number;
  commitsInFlight: number;
  running: number;
}

export const freshStats = (): Counters => ({
  commits: 0,
  committed: 0,
  repeated: 0,
  refused: 0,
  staleLeases: 0,
});

/** Whoever wants to know of commits; one that throws is reported and does not disturb the others. */
export class Listeners {
  private readonly all = new Set<(commit: Commit) => void>();

  add(listener: (commit: Commit) => void): () => void {
    this.all.add(listener);
    return () => void this.all.delete(listener);
  }

  emit(commit: Commit, onAlert: (alert: Alert) => void): void {
    for (const listener of this.all) {
      try {
        listener(commit);
      } catch (error) {
        onAlert({ code: 'listener', message: 'A listener of commits failed.', error });
      }
    }
  }
}

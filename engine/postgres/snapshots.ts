import type { Plan } from '../host/commit/plan';
import type { StoredInstance } from '../host/commit/rows';
import type { Addressed, ClaimedWork } from '../host/ports';

/** An instance as this process left it, with the tokens of the work it leased to itself in that commit. */
export interface Known {
  stored: StoredInstance;
  /** Token by activation key. */
  tokens: ReadonlyMap<number, string>;
}

const MAX_KEPT = 4_096;
/** Larger snapshots are read again, so that what is kept stays below some 50 MB. */
const MAX_TEXT = 8_192;

/**
 * What this process need not read again: instances that it has just written and whose only waits are pieces of work
 * it handed to itself, so that nobody else has a reason to touch them. Nothing here is trusted: the versions and the
 * tokens are compared when the next commit is written, and a difference makes the batch read everything.
 */
export class Snapshots {
  private readonly kept = new Map<string, Known>();

  get size(): number {
    return this.kept.size;
  }

  /** Takes out what is known of the instances of a batch, all of whose commands are outcomes of handed-over work. */
  take(batch: readonly Addressed[]): Map<string, Known> {
    const known = new Map<string, Known>();
    if (this.kept.size === 0) return known;
    const unfit = new Set<string>();
    for (const member of batch) {
      const { instanceId, workLease } = member;
      const one = known.get(instanceId) ?? this.kept.get(instanceId);
      if (!one) continue;
      this.kept.delete(instanceId);
      known.set(instanceId, one);
      if (!workLease || member.timer || one.tokens.get(workLease.key) !== workLease.token)
        unfit.add(instanceId);
    }
    for (const id of unfit) known.delete(id);
    return known;
  }

  /** Remembers what a commit that is done has written. */
  keep({ writes, outcomes }: Plan): void {
    const handed = new Map<string, ClaimedWork[]>();
    for (const outcome of outcomes) {
      if (!outcome.ok || outcome.handedOver.length === 0) continue;
      const before = handed.get(outcome.instanceId);
      if (before) before.push(...outcome.handedOver);
      else handed.set(outcome.instanceId, outcome.handedOver);
    }
    for (const [id, work] of handed) {
      const write = writes.instances.get(id);
      if (!write || Object.keys(write.state.activations).length !== work.length) continue;
      const { processId, state, head, at } = write;
      if (write.text.length > MAX_TEXT) continue;
      const stored = { id, processId, seq: state.seq, head, updatedAt: at, readState: () => state };
      this.add(id, { stored, tokens: new Map(work.map((piece) => [piece.key, piece.token])) });
    }
  }

  private add(id: string, known: Known): void {
    if (this.kept.size >= MAX_KEPT) {
      const oldest = this.kept.keys().next().value;
      if (oldest !== undefined) this.kept.delete(oldest);
    }
    this.kept.set(id, known);
  }
}

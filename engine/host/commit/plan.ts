import type { EngineEvent } from '../../core/events';
import type { Command } from '../../core/inputs';
import type { InstanceState } from '../../core/state';
import type { Rejection, Transition } from '../../core/transition-types';
import type { Addressed, ClaimedWork, HandOver, Locked, Outcome, Refusal } from '../ports';
import { GENESIS, sealRow } from '../seal';
import { applyEffects } from './apply-effects';
import { rowKey, streamOf } from './ids';
import { emptyWriteSet, type StoredInstance, type WriteSet } from './rows';

/** What was read under the locks of a batch. */
export interface BatchView {
  /** The database's clock, read after the locks were taken. */
  at: string;
  instances: ReadonlyMap<string, StoredInstance>;
  /** Commands of this batch that were committed before: id → first event. */
  committed: ReadonlyMap<string, { instanceId: string; firstSeq: number }>;
  /** Tokens of the leased work the batch refers to, by row key. */
  tokens: ReadonlyMap<string, string | null>;
  /** Timers the batch refers to that are still there, by row key. */
  timers: ReadonlySet<string>;
  /** Positions of the messages the batch refers to that nobody has consumed. */
  messages: ReadonlySet<string>;
}

export type Decide = (locked: Locked) => Transition | Rejection;

export interface Plan {
  outcomes: Outcome[];
  /** Errors thrown while computing a member, by its place: bugs or damaged snapshots. */
  faults: Map<number, unknown>;
  writes: WriteSet;
}

/** An instance as it stands within the batch, after the members before. */
interface Draft {
  expectedSeq: number;
  processId: string;
  modelId: string;
  title: string | null;
  state: InstanceState | null;
  seq: number;
  head: string;
  at: string;
}

/**
 * Computes a whole batch in memory: who is refused, what happens, and the rows to write. Pure but for lease
 * tokens and salts; both stores write what it returns.
 */
export function planBatch(
  view: BatchView,
  batch: readonly Addressed[],
  decide: Decide,
  handOver?: HandOver,
): Plan {
  const plan: Plan = { outcomes: [], faults: new Map(), writes: emptyWriteSet() };
  const run = new PlanRun(view, plan, decide, handOver);
  for (const [index, addressed] of batch.entries()) plan.outcomes.push(run.member(addressed, index));
  return plan;
}

class PlanRun {
  private readonly drafts = new Map<string, Draft>();
  private readonly done = new Map<string, number>();
  private readonly handedOver: ClaimedWork[] = [];

  constructor(
    private readonly view: BatchView,
    private readonly plan: Plan,
    private readonly decide: Decide,
    private readonly handOver: HandOver | undefined,
  ) {}

  /** One command against the instance as the members before left it. */
  member(addressed: Addressed, index: number): Outcome {
    try {
      const draft = this.draftOf(addressed);
      if (!draft) return unknownInstance(addressed.instanceId);
      const firstSeq = this.committedBefore(addressed.command.id);
      if (firstSeq !== undefined && draft.state) return repeated(addressed, draft.state, firstSeq);
      const at = draft.at;
      const refusal =
        this.checkRows(addressed) ?? (draft.state && (addressed.guard?.(draft.state, at) ?? null));
      if (refusal) return refusal;
      const transition = this.decide({ addressed, state: draft.state, at });
      return transition.ok ? this.accept(addressed, draft, transition) : transition;
    } catch (error) {
      this.plan.faults.set(index, error);
      const reason = error instanceof Error ? error.message : String(error);
      return { ok: false, code: 'invariant', message: `The step could not be computed: ${reason}` };
    }
  }

  private committedBefore(commandId: string): number | undefined {
    return this.done.get(commandId) ?? this.view.committed.get(commandId)?.firstSeq;
  }

  private draftOf({ instanceId, create }: Addressed): Draft | undefined {
    const known = this.drafts.get(instanceId);
    if (known) return known;
    const stored = this.view.instances.get(instanceId);
    if (!stored && !create) return undefined;
    const draft = stored ? loaded(stored, this.view.at) : fresh(create!, this.view.at);
    if (stored) this.drafts.set(instanceId, draft);
    return draft;
  }

  /** Are the leased work, the timer and the message that this command consumes still there for it? */
  private checkRows({ instanceId, workLease, timer, message }: Addressed): Refusal | null {
    const { writes } = this.plan;
    if (workLease) {
      const id = rowKey(instanceId, workLease.key);
      if (writes.work.has(id) || this.view.tokens.get(id) !== workLease.token) return STALE_LEASE;
    }
    if (timer) {
      const id = rowKey(instanceId, timer.key);
      if (writes.timers.has(id) || !this.view.timers.has(id)) return GONE;
    }
    if (message && (writes.messages.has(message.position) || !this.view.messages.has(message.position)))
      return CONSUMED;
    return null;
  }

  private accept(addressed: Addressed, draft: Draft, transition: Transition): Outcome {
    const { instanceId, command } = addressed;
    const { state, events } = transition;
    const firstSeq = draft.seq + 1;
    if (state.seq !== draft.seq + events.length)
      throw new Error(`Events ${firstSeq} to ${draft.seq + events.length} led to state ${state.seq}.`);
    const outcome = { ok: true as const, instanceId, state, firstSeq, events, repeated: false };
    if (events.length === 0) return { ...outcome, handedOver: [] };
    const firstNewKey = draft.state?.nextKey ?? 1;
    this.seal(command, draft, events, instanceId);
    Object.assign(draft, { state, seq: state.seq });
    this.drafts.set(instanceId, draft);
    this.done.set(command.id, firstSeq);
    const { writes } = this.plan;
    const { expectedSeq, processId, modelId, title, head, at } = draft;
    writes.instances.set(instanceId, {
      id: instanceId,
      expectedSeq,
      processId,
      modelId,
      title,
      state,
      text: JSON.stringify(state),
      head,
      at,
    });
    if (!addressed.once) writes.commands.push({ id: command.id, instanceId, firstSeq, at });
    for (const { hash, body } of addressed.content ?? []) writes.content.set(hash, body);
    this.consume(addressed, at);
    const context = {
      writes,
      addressed,
      state,
      firstNewKey,
      processId,
      at,
      firstSeq,
      handOver: this.handOver,
      handedOver: this.handedOver,
    };
    const handedOver = applyEffects(transition.effects, context);
    return { ...outcome, handedOver };
  }

  /** The message is used up and the call is on record in the commit that they cause. */
  private consume({ instanceId, command, message, create }: Addressed, at: string): void {
    const { writes } = this.plan;
    if (message) {
      const { position } = message;
      writes.messages.set(position, { position, receiver: instanceId, at });
    }
    if (command.input.type !== 'start' || !command.input.calledBy) return;
    const { instanceId: parentId, key: parentKey } = command.input.calledBy;
    writes.calls.push({ childId: instanceId, parentId, parentKey, depth: create?.depth ?? 1 });
  }

  private seal(command: Omit<Command, 'at'>, draft: Draft, events: readonly EngineEvent[], id: string): void {
    const row = sealRow({
      stream: streamOf(id),
      firstSeq: draft.seq + 1,
      at: draft.at,
      actor: command.actor,
      cause: command.id,
      prev: draft.head,
      events,
    });
    this.plan.writes.ledger.push(row);
    draft.head = row.leafHash;
  }
}

function loaded(stored: StoredInstance, now: string): Draft {
  const { seq, head, processId, updatedAt } = stored;
  // Clocks of servers are set back now and then; time within one instance never is.
  const at = updatedAt > now ? updatedAt : now;
  const state = stored.readState();
  return { expectedSeq: seq, processId, modelId: '', title: null, state, seq, head, at };
}

const fresh = (create: NonNullable<Addressed['create']>, at: string): Draft => ({
  expectedSeq: 0,
  processId: create.processId,
  modelId: create.modelId,
  title: create.title,
  state: null,
  seq: 0,
  head: GENESIS,
  at,
});

const repeated = (addressed: Addressed, state: InstanceState, firstSeq: number): Outcome => ({
  ok: true,
  instanceId: addressed.instanceId,
  state,
  firstSeq,
  events: [],
  repeated: true,
  handedOver: [],
});

const STALE_LEASE: Refusal = {
  ok: false,
  code: 'stale-lease',
  message: 'This work was given to another worker or is no longer wanted.',
};
const GONE: Refusal = { ok: false, code: 'gone', message: 'This timer has fired or was cancelled already.' };
const CONSUMED: Refusal = { ok: false, code: 'gone', message: 'This message has been received already.' };
const unknownInstance = (id: string): Refusal => ({
  ok: false,
  code: 'unknown-instance',
  message: `There is no instance ${id}.`,
});

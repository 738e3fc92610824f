import { routeOf, streamOf } from '../host/commit/ids';
import type { Delivery, NewDelivery, StartTarget } from '../host/delivery/kinds';
import type {
  Caller,
  DeliveryOutlook,
  DeliveryStore,
  DueStart,
  Finished,
  FiredStart,
  MessageStanding,
  NewMessage,
  PendingMessage,
  Question,
  Receivers,
  Waiting,
} from '../host/delivery/ports';
import type { MemoryDelivery, MemoryMessage, MemoryTables } from './memory-tables';

const PER_LANE = 20;

/** The delivery side of a store in memory; the same rules as the SQL, on plain rows. */
export class MemoryDeliveryStore implements DeliveryStore {
  private tokens = 0;

  constructor(
    private readonly tables: () => MemoryTables,
    private readonly clock: () => number,
  ) {}

  async outlook(): Promise<DeliveryOutlook> {
    const { outbox, messages, startTimers } = this.tables();
    const now = this.clock();
    const open = outbox.filter((row) => !row.quarantined).map((row) => row.availableAt);
    const pending = messages.filter((row) => row.pending && !row.consumed).map((row) => row.availableAt);
    const starts = startTimers.map((row) => Date.parse(row.dueAt));
    const due = (moments: readonly number[]) => moments.some((at) => at <= now);
    const next = Math.min(...open, ...pending, ...starts);
    return {
      deliveries: due(open),
      messages: due(pending),
      starts: due(starts),
      expired: due(messages.map((row) => row.expiresAt)),
      nextInMs: Number.isFinite(next) ? next - now : null,
    };
  }

  async claimDeliveries(max: number, leaseMs: number): Promise<Delivery[]> {
    const open = this.tables().outbox.filter((row) => !row.quarantined);
    return this.lease(open, (row) => row.lane, max, leaseMs).map((row) => structuredClone(asDelivery(row)));
  }

  /** The oldest row of a lane stands for it; one that failed before comes alone. Rows are in order of writing. */
  private lease<R extends { availableAt: number; claims: number; token: string }>(
    rows: readonly R[],
    laneOf: (row: R) => string,
    max: number,
    leaseMs: number,
  ): R[] {
    const lanes = new Map<string, R[]>();
    for (const row of rows) lanes.set(laneOf(row), [...(lanes.get(laneOf(row)) ?? []), row]);
    const free = [...lanes.values()]
      .filter(([head]) => head && head.availableAt <= this.clock())
      .slice(0, max);
    const taken = new Set(free.flatMap((lane) => lane.slice(0, lane[0]?.claims === 0 ? PER_LANE : 1)));
    this.tokens += 1;
    const token = `delivery-${this.tokens}`;
    return rows
      .filter((row) => taken.has(row))
      .map((row) =>
        Object.assign(row, { token, claims: row.claims + 1, availableAt: this.clock() + leaseMs }),
      );
  }

  async finish(finished: readonly Finished[]): Promise<boolean[]> {
    return Promise.all(finished.map((each) => this.finishOne(each)));
  }

  private async finishOne({ delivery, messages = [], deliveries = [] }: Finished): Promise<boolean> {
    const { id, token } = delivery;
    const tables = this.tables();
    if (!this.held(id, token)) return false;
    tables.outbox = tables.outbox.filter((row) => row.id !== id);
    for (const message of messages) await this.publish(message);
    await this.enqueue(deliveries);
    return true;
  }

  async putBack(
    { id, token }: Delivery,
    delayMs: number,
    error: string | null,
    uncounted: boolean,
  ): Promise<void> {
    const row = this.held(id, token);
    if (row) this.free(row, delayMs, error, uncounted);
  }

  private free(
    row: MemoryDelivery | MemoryMessage,
    delayMs: number,
    error: string | null,
    uncounted: boolean,
  ): void {
    const claims = Math.max(0, row.claims - (uncounted ? 1 : 0));
    Object.assign(row, { token: '', availableAt: this.clock() + delayMs, error: error ?? row.error, claims });
  }

  async quarantine({ id, token }: Delivery, error: string): Promise<void> {
    const row = this.held(id, token);
    if (row) Object.assign(row, { quarantined: true, error, token: '' });
  }

  private held(id: string, token: string): MemoryDelivery | undefined {
    return this.tables().outbox.find((row) => row.id === id && row.token === token);
  }

  async publish(message: NewMessage): Promise<boolean> {
    const tables = this.tables();
    const { name, messageId, timeToLiveMs, sender, ...rest } = message;
    const origin = tables.instances.get(sender ?? '')?.modelId ?? null;
    if (tables.messages.some((row) => row.name === name && row.messageId === messageId)) return false;
    const now = this.clock();
    const state = { pending: true, consumed: false, receiver: null, error: null, claims: 0, token: '' };
    const variables = structuredClone(message.variables);
    const position = tables.nextId();
    const times = { availableAt: now, expiresAt: now + timeToLiveMs };
    tables.messages.push({ ...rest, ...state, origin, ...times, position, name, messageId, variables });
    return true;
  }

  async enqueue(deliveries: readonly NewDelivery[]): Promise<void> {
    for (const row of deliveries)
      this.tables().deliver(structuredClone(row), new Date(this.clock()).toISOString());
  }

  async claimMessages(max: number, leaseMs: number, only?: Question): Promise<PendingMessage[]> {
    const route = only && routeOf('message', only.name, only.correlationKey);
    const pending = this.tables().messages.filter(
      (row) => row.pending && !row.consumed && (route === undefined || route === this.routeOf(row)),
    );
    return this.lease(pending, (row) => this.routeOf(row), max, leaseMs).map((row) => structuredClone(row));
  }

  private routeOf = (row: Question): string => routeOf('message', row.name, row.correlationKey);

  async receivers(questions: readonly Question[], max: number): Promise<Receivers[]> {
    return questions.map((question) => ({
      waiting: this.waiting(this.routeOf(question)).slice(0, max),
      starts: this.starts('message', question.name),
    }));
  }

  private waiting(route: string): Waiting[] {
    return [...this.tables().subscriptions.values()]
      .filter((row) => routeOf(row.kind, row.name, row.correlationKey) === route)
      .map(({ instanceId, key }) => ({ instanceId, key }));
  }

  private starts(kind: 'message' | 'signal', name: string): StartTarget[] {
    return this.tables()
      .startSubscriptions.filter((row) => row.kind === kind && row.name === name)
      .map(({ create, startElementId, index }) => ({ create, startElementId, index }));
  }

  async keepMessages(messages: readonly PendingMessage[]): Promise<void> {
    for (const message of messages) this.keep(message);
  }

  private keep({ position, token }: PendingMessage): void {
    const row = this.leased(position, token);
    if (!row) return;
    const wanted = this.waiting(this.routeOf(row)).length > 0 || this.starts('message', row.name).length > 0;
    Object.assign(row, { token: '', claims: 0, availableAt: this.clock(), pending: wanted });
  }

  async putBackMessage(
    { position, token }: PendingMessage,
    delayMs: number,
    error: string | null,
    uncounted: boolean,
  ): Promise<void> {
    const row = this.leased(position, token);
    if (row) this.free(row, delayMs, error, uncounted);
  }

  async quarantineMessage({ position, token }: PendingMessage, error: string): Promise<void> {
    const row = this.leased(position, token);
    if (row) Object.assign(row, { token: '', pending: false, consumed: true, error });
  }

  private leased(position: string, token: string): MemoryMessage | undefined {
    return this.tables().messages.find(
      (row) => row.position === position && row.token === token && !row.consumed,
    );
  }

  async seek(wanted: readonly { name: string; correlationKey?: string | null }[]): Promise<number> {
    return wanted.reduce((sum, { name, correlationKey }) => sum + this.seekOne(name, correlationKey), 0);
  }

  private seekOne(name: string, correlationKey?: string | null): number {
    const any = correlationKey === undefined;
    const route = routeOf('message', name, correlationKey);
    const found = this.tables()
      .messages.filter((row) => !row.consumed && row.expiresAt > this.clock())
      .filter((row) => (any ? row.name === name : this.routeOf(row) === route))
      .slice(0, any ? undefined : this.waiting(route).length);
    for (const row of found) Object.assign(row, { pending: true, availableAt: this.clock(), token: '' });
    return found.length;
  }

  async standing(name: string, messageId: string): Promise<MessageStanding | null> {
    const row = this.tables().messages.find((each) => each.name === name && each.messageId === messageId);
    return row ? { pending: row.pending && !row.consumed, receiver: row.receiver } : null;
  }

  async removeExpired(max: number): Promise<number> {
    const tables = this.tables();
    const over = tables.messages
      .filter((row) => row.expiresAt <= this.clock() && (!row.pending || row.consumed))
      .slice(0, max);
    tables.messages = tables.messages.filter((row) => !over.includes(row));
    return over.length;
  }

  async signalReceivers(name: string): Promise<{ waiting: Waiting[]; starts: StartTarget[] }> {
    return { waiting: this.waiting(routeOf('signal', name)), starts: this.starts('signal', name) };
  }

  async fireStarts(
    max: number,
    plan: (due: DueStart, now: string) => Promise<FiredStart | null>,
  ): Promise<number> {
    const tables = this.tables();
    const now = new Date(this.clock()).toISOString();
    const due = tables.startTimers.filter((row) => Date.parse(row.dueAt) <= this.clock()).slice(0, max);
    // Taken out while it is planned, as a lock would keep others from it.
    tables.startTimers = tables.startTimers.filter((row) => !due.includes(row));
    for (const row of due) {
      const fired = await plan({ ...row }, now);
      if (fired?.next) tables.startTimers.push({ ...row, ...fired.next });
      if (fired) await this.enqueue([fired.starts]);
      else tables.startTimers.push({ ...row, dueAt: new Date(this.clock() + 60_000).toISOString() });
    }
    return due.length;
  }

  async callers(instanceIds: readonly string[]): Promise<(Caller | null)[]> {
    const { instances, calls, ledger } = this.tables();
    return instanceIds.map((id) => {
      const row = instances.get(id);
      const first = ledger.get(streamOf(id))?.[0];
      if (!row || !first) return null;
      const depth = calls.get(id)?.depth ?? 0;
      return { state: JSON.parse(row.state), depth, startedBy: JSON.parse(first.canon).actor };
    });
  }

  async childrenOf(parentId: string, key: number): Promise<string[]> {
    const { calls, instances } = this.tables();
    return [...calls.values()]
      .filter((row) => row.parentId === parentId && row.parentKey === key)
      .map((row) => row.childId)
      .filter((id) => JSON.parse(instances.get(id)?.state ?? '{}').status === 'running');
  }
}

const asDelivery = ({ id, ref, lane, kind, payload, claims, token }: MemoryDelivery): Delivery =>
  ({ id, ref, lane, kind, payload, claims, token }) as Delivery;

import { Client } from 'pg';
import type { CommitSignals } from '../host/ports';
import { randomText } from '../host/random-pool';
import type { PostgresOptions } from './pool';

const CHANNEL = 'countersign_commits';
/** NOTIFY takes less than 8,000 bytes; what doesn't fit is sent as "some, unknown". */
const MAX_BYTES = 7_000;
/** At most twenty pings a second and process: NOTIFY takes a lock that all of them share. */
const INTERVAL_MS = 50;
/** Listeners in the process itself hear of what was committed together once, and need no round trip for it. */
const OWN_INTERVAL_MS = 5;
const RECONNECT_MS = 1_000;

/**
 * Pings between processes on one connection of its own, outside every transaction: NOTIFY inside hot transactions
 * would make their commits wait for each other. The connection opens with the first use and again when lost.
 */
export function createSignals(options: PostgresOptions): CommitSignals {
  return new Signals(options);
}

class Signals implements CommitSignals {
  private readonly name = randomText();
  private readonly handlers = new Set<(ids: readonly string[], mine: boolean) => void>();
  private pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private own = new Set<string>();
  private ownTimer: NodeJS.Timeout | undefined;
  private pingedAt = Number.NEGATIVE_INFINITY;
  private client: Promise<Client> | undefined;
  private closed = false;

  constructor(private readonly options: PostgresOptions) {}

  publish(instanceIds: readonly string[]): void {
    if (this.closed || instanceIds.length === 0) return;
    for (const id of instanceIds) {
      this.pending.add(id);
      if (this.handlers.size > 0) this.own.add(id);
    }
    const wait = Math.max(OWN_INTERVAL_MS, this.pingedAt + INTERVAL_MS - performance.now());
    this.timer ??= setTimeout(() => void this.flush(), wait);
    if (this.own.size > 0) this.ownTimer ??= setTimeout(() => this.deliverOwn(), OWN_INTERVAL_MS);
  }

  subscribe(handler: (instanceIds: readonly string[], mine: boolean) => void): () => void {
    this.handlers.add(handler);
    if (!this.closed) this.connection().catch(() => {});
    return () => void this.handlers.delete(handler);
  }

  async close(): Promise<void> {
    await this.flush();
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.ownTimer);
    const client = await this.client?.catch(() => undefined);
    await client?.end().catch(() => {});
  }

  private async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.pending.size === 0) return;
    const text = [...this.pending].join(' ');
    this.pending = new Set();
    this.pingedAt = performance.now();
    const overflow = Buffer.byteLength(text) > MAX_BYTES;
    try {
      const client = await this.connection();
      await client.query('SELECT pg_notify($1, $2)', [
        CHANNEL,
        overflow ? this.name : `${this.name} ${text}`,
      ]);
    } catch {
      // Pings only shorten waiting; whoever polls sees the commit anyway.
    }
  }

  private connection(): Promise<Client> {
    this.client ??= this.open().catch((error) => {
      this.client = undefined;
      this.reopenLater();
      throw error;
    });
    return this.client;
  }

  private async open(): Promise<Client> {
    const { connectionString, applicationName } = this.options;
    const name = `${applicationName ?? 'countersign-engine'}-notify`;
    const client = new Client({ connectionString, application_name: name, keepAlive: true, pipeline: true });
    client.on('notification', ({ payload = '' }) => {
      const [sender, ...ids] = payload.split(' ');
      if (sender !== this.name) this.deliver(ids);
    });
    client.on('error', () => {});
    client.on('end', () => this.lost());
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    return client;
  }

  private lost(): void {
    this.client = undefined;
    this.deliver([]); // something may have been missed
    this.reopenLater();
  }

  private reopenLater(): void {
    if (this.closed || this.handlers.size === 0) return;
    const timer = setTimeout(() => {
      if (!this.closed)
        this.connection().then(
          () => this.deliver([]),
          () => {},
        );
    }, RECONNECT_MS);
    timer.unref();
  }

  private deliverOwn(): void {
    const ids = [...this.own];
    this.own = new Set();
    this.ownTimer = undefined;
    this.deliver(ids, true);
  }

  private deliver(ids: readonly string[], mine = false): void {
    for (const handler of this.handlers) handler(ids, mine);
  }
}

import type { CommitSignals } from '../host/ports';
import { randomText } from '../host/random-pool';
import { Channel } from './channel';
import type { PostgresOptions } from './pool';

const CHANNEL = 'countersign_commits';
/** NOTIFY takes less than 8,000 bytes; what doesn't fit is sent as "some, unknown". */
const MAX_BYTES = 7_000;
/** At most twenty pings a second and process: NOTIFY takes a lock that all of them share. */
const INTERVAL_MS = 50;
/** Listeners in the process itself hear of what was committed together once, and need no round trip for it. */
const OWN_INTERVAL_MS = 5;

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
  private closed = false;
  private readonly channel: Channel;

  constructor({ connectionString, applicationName }: PostgresOptions) {
    this.channel = new Channel({
      connectionString,
      applicationName: `${applicationName ?? 'countersign-engine'}-notify`,
      channel: CHANNEL,
      onMessage: (payload) => {
        const [sender, ...ids] = payload.split(' ');
        if (sender !== this.name) this.deliver(ids);
      },
      onGap: () => this.deliver([]),
      wanted: () => this.handlers.size > 0,
    });
  }

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
    if (!this.closed) this.channel.listen();
    return () => void this.handlers.delete(handler);
  }

  async close(): Promise<void> {
    await this.flush();
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.ownTimer);
    await this.channel.close();
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
      await this.channel.send(overflow ? this.name : `${this.name} ${text}`);
    } catch {
      // Pings only shorten waiting; whoever polls sees the commit anyway.
    }
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

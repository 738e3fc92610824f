import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const LOOK_MS = 50;
const CALM_MS = 10_000;

/** Measures how long the work that a killed process held stays with it. */
export class Takeovers {
  /** Milliseconds from each kill until the last of its leases was somebody else's or done; only kills that held some. */
  readonly ms: number[] = [];
  private databaseKills = 0;
  private readonly watching: Promise<void>[] = [];

  constructor(private readonly url: string) {}

  /** A database that is away takes nothing over: kills it overlaps with do not count. */
  databaseKilled(): void {
    this.databaseKills++;
  }

  /** Begins to watch what a process held that was killed just now. */
  killed(worker: string): void {
    this.watching.push(this.watch(worker).catch(() => {})); // the database was killed meanwhile
  }

  /**
   * Resolves with one of these processes that holds work, once nothing has been waiting for more than a second: where
   * work piles up, that of the dead waits its turn like any other. After ten seconds of that any holder will do.
   */
  async holder(workers: () => readonly string[]): Promise<string> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      const text = `SELECT worker FROM work WHERE worker = ANY ($1) AND ($2 OR NOT EXISTS (
        SELECT 1 FROM work WHERE available_at < engine_now() - interval '1 second')) LIMIT 1`;
      for (const patience = performance.now() + CALM_MS; ; ) {
        const { rows } = await client.query(text, [workers(), performance.now() > patience]);
        if (rows[0]) return rows[0].worker;
        await delay(1);
      }
    } finally {
      await client.end();
    }
  }

  /** Resolves when every takeover is over. */
  async over(): Promise<void> {
    await Promise.all(this.watching);
  }

  private async watch(worker: string): Promise<void> {
    const begun = performance.now();
    const kills = this.databaseKills;
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => {});
    await client.connect();
    try {
      const held = async () =>
        (await client.query('SELECT count(*)::int AS n FROM work WHERE worker = $1', [worker])).rows[0].n;
      if ((await held()) === 0) return;
      while ((await held()) > 0) await delay(LOOK_MS);
      if (kills === this.databaseKills) this.ms.push(performance.now() - begun);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../migrate.mjs';
import { createDurableCluster } from '../test/cluster';
import { type Child, type ChildOptions, kill, startChild } from './children';
import { startEffectsServer } from './effects-server';
import { createLoad, type Load } from './load';
import { Takeovers } from './takeover';
import { findFaults } from './verify';

export interface ChaosOptions {
  workers: number;
  workerKills: number;
  postmasterKills: number;
  /** Instances at least; more are started while the storm lasts. */
  instances: number;
  /** How long to wait for the last instance after the storm, in milliseconds. */
  settleMs: number;
  log?: (text: string) => void;
}

export interface ChaosReport {
  workerKills: number;
  postmasterKills: number;
  instances: number;
  /** Messages and signals received, and instances that ran for others. */
  received: number;
  called: number;
  /** Calls that reached the outside system, and those that repeated an earlier key. */
  calls: number;
  repeatedCalls: number;
  /** Work that was claimed five times by workers that were killed, and that a person asked for again. */
  repaired: number;
  /** Kills after which leases had to be taken over while the database was there, and the longest time that took. */
  takeovers: number;
  longestTakeoverMs: number;
  seconds: number;
  faults: string[];
}

/** The lease of the product: how long the work of a dead process is left with it. */
const LEASE_MS = 8_000;

/**
 * Kills engine processes and the database at random while instances run, then lets them finish and looks whether
 * anything was lost, doubled or altered.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const begun = performance.now();
  const log = options.log;
  if (log)
    options = { ...options, log: (text) => log(`${Math.round(performance.now() - begun)} ms ${text}`) };
  const cluster = await createDurableCluster();
  const effects = await startEffectsServer();
  const url = cluster.url('chaos');
  await migrate(url);
  const load = createLoad(url);
  const child = { databaseUrl: url, effectsUrl: effects.url, leaseMs: LEASE_MS };
  const children = await Promise.all(Array.from({ length: options.workers }, () => startChild(child)));
  const takeovers = new Takeovers(url);
  try {
    await Promise.all(children.map((child) => child.ready));
    const storm = new Storm(child, children, takeovers, options, cluster);
    const [kills] = await Promise.all([storm.run(), keepStarting(url, load, options, storm)]);
    options.log?.('the storm is over');
    const repaired = await allEnded(url, options.settleMs, load.repair);
    await takeovers.over();
    options.log?.(`settled, ${repaired} quarantined pieces of work asked for again`);
    await Promise.all(children.map((child) => kill(child, 'SIGTERM')));
    const { faults, received, called } = await findFaults(url, load, effects);
    const all = [...effects.calls.values()];
    const calls = all.reduce((sum, bodies) => sum + bodies.length, 0);
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    return {
      ...kills,
      instances: load.acknowledged.size,
      received,
      called,
      calls,
      repeatedCalls: calls - all.length,
      repaired,
      takeovers: takeovers.ms.length,
      longestTakeoverMs: Math.round(Math.max(0, ...takeovers.ms)),
      seconds,
      faults,
    };
  } finally {
    await Promise.all(children.map((child) => kill(child, 'SIGKILL')));
    await load.close();
    await effects.close();
    await cluster.discard();
  }
}

class Storm {
  over = false;
  private workerKills = 0;
  private postmasterKills = 0;

  constructor(
    private readonly child: ChildOptions,
    private readonly children: Child[],
    private readonly takeovers: Takeovers,
    private readonly options: ChaosOptions,
    private readonly cluster: { kill9Postmaster(): Promise<void>; restart(): Promise<void> },
  ) {}

  async run(): Promise<{ workerKills: number; postmasterKills: number }> {
    const { workerKills, postmasterKills } = this.options;
    const rounds = Math.max(workerKills, postmasterKills);
    for (let round = 1; round <= rounds; round++) {
      await delay(50 + Math.random() * 400);
      if (this.workerKills < workerKills - 1) await this.killWorker();
      const due = Math.floor((round * postmasterKills) / rounds);
      if (this.postmasterKills < due) await this.killPostmaster();
    }
    await this.killHolder();
    this.over = true;
    await Promise.all(this.children.map((child) => child.ready));
    return { workerKills: this.workerKills, postmasterKills: this.postmasterKills };
  }

  /** One more, which holds work for certain, while the database stays: there is at least one takeover to measure. */
  private async killHolder(): Promise<void> {
    if (this.options.workerKills === 0) return;
    const name = await this.takeovers.holder(() => this.children.map((child) => child.name));
    await this.killWorker(this.children.findIndex((child) => child.name === name));
    await this.takeovers.over();
  }

  /** One that works; the one that takes its place is loading meanwhile. */
  private async killWorker(index = Math.floor(Math.random() * this.children.length)): Promise<void> {
    const victim = this.children[index]!;
    await victim.ready;
    await kill(victim, 'SIGKILL');
    this.takeovers.killed(victim.name);
    this.children[index] = await startChild(this.child);
    this.workerKills++;
    this.options.log?.(`worker kill ${this.workerKills}`);
  }

  private async killPostmaster(): Promise<void> {
    this.takeovers.databaseKilled();
    await this.cluster.kill9Postmaster();
    await delay(Math.random() * 300);
    await this.cluster.restart();
    this.postmasterKills++;
    this.options.log?.(`postmaster kill ${this.postmasterKills}`);
  }
}

/** Keeps instances coming as long as the storm lasts, but never more than the workers can keep up with. */
async function keepStarting(
  url: string,
  load: ReturnType<typeof createLoad>,
  options: ChaosOptions,
  storm: { over: boolean },
): Promise<void> {
  await load.start(options.instances);
  while (!storm.over) {
    if ((await running(url)) < options.instances) await load.start(20);
    await delay(250);
  }
}

/** Instances that have not ended; none can be counted while the database is down. */
async function running(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(`SELECT count(*)::int AS n FROM instance WHERE status = 'running'`)).rows[0].n;
  } catch {
    return Number.POSITIVE_INFINITY;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Polls counts, the one signal that processes which may be dead can't fail to give. Work that was quarantined because
 * its workers were killed five times in a row waits for a person: `repair` is that person. Answers what it repaired.
 */
export async function allEnded(
  url: string,
  patienceMs: number,
  repair: Load['repair'] = async () => 0,
): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let repaired = 0;
  try {
    for (const until = performance.now() + patienceMs; ; await delay(100)) {
      const { rows } = await client.query(
        `SELECT (SELECT count(*) FROM instance WHERE status = 'running')
          + (SELECT count(*) FROM outbox WHERE quarantined_at IS NULL)
          + (SELECT count(*) FROM message WHERE pending AND consumed_at IS NULL)
          + (SELECT count(*) FROM start_timer) AS open`,
      );
      if (Number(rows[0].open) === 0 || performance.now() > until) return repaired;
      const quarantined = await client.query(
        `SELECT instance_id AS "instanceId", incident_key AS "incidentKey" FROM incident
        WHERE code = 'quarantined' AND resolved_at IS NULL`,
      );
      repaired += await repair(quarantined.rows);
    }
  } finally {
    await client.end();
  }
}

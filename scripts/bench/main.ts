import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate } from '../migrate.mjs';
import { createDurableCluster } from '../test/database';
import { compiled } from './compiled';
import { rawCommitsPerSecond } from './raw';
import type { SequenceFigures } from './sequence';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '1' },
    'in-flight': { type: 'string', default: '64' },
  },
});

/** Measures the engine beside the bare commit rate of the same server, in one run: the machine wanders, the ratio counts. */
async function main(): Promise<void> {
  const seconds = Number(values.seconds);
  const levels = values['in-flight'].split(',').map(Number);
  const { benchSequence } = await compiled<typeof import('./sequence')>('sequence.ts');
  const cluster = await createDurableCluster();
  try {
    const url = cluster.url('bench');
    await migrate(url);
    const settings = await durability(url);
    const rounds = [];
    for (let round = 0; round < Number(values.rounds); round++) {
      const before = await rawCommitsPerSecond(url, seconds / 2);
      const rows: SequenceFigures[] = [];
      for (const inFlight of levels) rows.push(await benchSequence(url, inFlight, seconds));
      const after = await rawCommitsPerSecond(url, seconds / 2);
      rounds.push({ before, after, raw: (before + after) / 2, rows });
    }
    report(rounds, levels, settings);
  } finally {
    await cluster.discard();
  }
}

type Round = { before: number; after: number; raw: number; rows: SequenceFigures[] };

function report(rounds: readonly Round[], levels: readonly number[], settings: Record<string, string>): void {
  const raw = median(rounds.map((round) => round.raw));
  const sequence = levels.map((inFlight, index) => {
    const rows = rounds.map((round) => round.rows[index]!);
    const middle = (pick: (row: SequenceFigures) => number) => round1(median(rows.map(pick)));
    return {
      inFlight,
      instancesPerSecond: middle((row) => row.instancesPerSecond),
      tasksPerSecond: middle((row) => row.tasksPerSecond),
      p50Ms: middle((row) => row.p50Ms),
      p99Ms: middle((row) => row.p99Ms),
      commandsPerCommit: middle((row) => row.commandsPerCommit),
      ratioToRaw:
        Math.round(median(rounds.map((round) => round.rows[index]!.tasksPerSecond / round.raw)) * 100) / 100,
    };
  });
  console.log(`Five no-op service tasks in a row, each durable before the next (${describeMachine()})`);
  console.table(sequence);
  const [first] = rounds;
  console.log(
    `Raw: ${Math.round(raw)} commits/s of UPDATE and INSERT over 16 connections` +
      ` (before ${Math.round(first!.before)}, after ${Math.round(first!.after)}); ` +
      Object.entries(settings)
        .map(([name, value]) => `${name}=${value}`)
        .join(', '),
  );
  if (!values.json) return;
  const most = sequence.at(-1)!;
  const machine = { cpus: os.cpus().length, model: os.cpus()[0]?.model, node: process.version };
  const top = {
    tasksPerSecond: most.tasksPerSecond,
    rawCommitsPerSecond: round1(raw),
    machine,
    commit: commit(),
  };
  console.log(JSON.stringify({ ...top, settings, rounds: rounds.length, sequence }));
}

async function durability(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'server_version'];
  const { rows } = await client.query('SELECT name, setting FROM pg_settings WHERE name = ANY($1)', [names]);
  await client.end();
  const settings = Object.fromEntries(rows.map((row) => [row.name, row.setting]));
  if (settings.fsync !== 'on' || settings.synchronous_commit !== 'on')
    throw new Error('The benchmark needs fsync and synchronous_commit on.');
  return settings;
}

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};
const round1 = (value: number): number => Math.round(value * 10) / 10;
const describeMachine = (): string => `${os.cpus().length} CPUs, Node ${process.version}`;

function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

await main();

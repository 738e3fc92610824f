import pg from 'pg';
import { type BenchEngine, newName, openEngine } from '../engine';
import { atRate } from '../open-loop';
import { timerOf } from '../processes';
import type { Line, Row } from '../row';
import { latency, percentile, round1, round2 } from '../stats';

const AT_ONCE = Number(process.env.BENCH_TIMERS ?? 100_000);
/** New starts beside them, to see whether they are kept waiting. */
const STARTS_PER_SECOND = 50;
/** About as long as draining takes, so that both percentiles are of as many starts. */
const QUIET_SECONDS = 15;
const DUE_PER_SECOND = 1_000;

/**
 * Timers: 100,000 due at the same moment, drained beside new starts; then 1,000 due each second, and how late (or
 * early) they fire by the database's clock.
 */
export const run: Row = async ({ url, seconds, log }) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const engine = openEngine(url, timerOf('PT24H'));
  const startOne = (latencies: number[]) => async (plannedAt: number) => {
    await engine.start(newName());
    latencies.push(performance.now() - plannedAt);
  };
  await startMany(engine, AT_ONCE);
  await client.query('VACUUM ANALYZE');
  const quiet: number[] = [];
  await atRate(STARTS_PER_SECOND, Math.max(seconds, QUIET_SECONDS), startOne(quiet));
  log(`${AT_ONCE} timers are set`);
  const pending = await makeDue(client);
  await engine.host.start();
  const begun = performance.now();
  const busy: number[] = [];
  let draining = true;
  const starts = (async () => {
    while (draining) await atRate(STARTS_PER_SECOND, 0.5, startOne(busy));
  })();
  while (engine.host.stats().timersFired < pending) await new Promise((resolve) => setTimeout(resolve, 20));
  const drained = (performance.now() - begun) / 1_000;
  draining = false;
  await starts;
  await engine.close();
  const punctual = await punctuality(url, client, seconds);
  await client.end();
  const [before, during] = [latency(quiet), latency(busy)];
  const lines: Line[] = [
    {
      what: `${AT_ONCE} due at once`,
      firedPerSecond: round1(pending / drained),
      seconds: round1(drained),
      startP99QuietMs: before.p99Ms,
      startP99BusyMs: during.p99Ms,
      startP99Ratio: round2(during.p99Ms / before.p99Ms),
    },
    { what: `${DUE_PER_SECOND} due a second`, ...punctual },
  ];
  return lines;
};

/** As many as the engine takes at once, until all are started. */
async function startMany(engine: BenchEngine, count: number): Promise<void> {
  let begun = 0;
  const more = async () => {
    while (begun++ < count) await engine.start(newName());
  };
  await Promise.all(Array.from({ length: 1_000 }, more));
}

/** Makes every timer due now; snapshots and rows agree, as the core compares them. */
async function makeDue(client: pg.Client): Promise<number> {
  await client.query(`UPDATE instance i SET state = replace(i.state, n.was, n.now) FROM (
      SELECT instance_id, to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS was,
        to_char(engine_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now FROM timer) n
    WHERE n.instance_id = i.id`);
  const { rowCount } = await client.query('UPDATE timer SET due_at = engine_now()');
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT'); // of this update, which is the row's own and not what is measured
  return rowCount ?? 0;
}

/** Starts 1,000 a second, each with a timer of five seconds; reads how late each fired from the ledger. */
async function punctuality(url: string, client: pg.Client, seconds: number) {
  const engine = openEngine(url, timerOf('PT5S'));
  await engine.host.start();
  const ids: string[] = [];
  const ended: Promise<void>[] = [];
  await atRate(DUE_PER_SECOND, Math.max(seconds, 5), async () => {
    const id = newName();
    ids.push(id);
    ended.push(engine.ended(id));
    await engine.start(id);
  });
  await Promise.all(ended);
  await engine.close();
  const { rows } = await client.query(
    `SELECT extract(epoch FROM l.at - (l.data::jsonb -> 0 ->> 'dueAt')::timestamptz) * 1000 AS late
    FROM ledger l WHERE l.stream = ANY ($1) AND l.first_seq > 1`,
    [ids.map((id) => `instance:${id}`)],
  );
  const late = rows.map((row) => Number(row.late));
  return {
    fired: late.length,
    lateP99Ms: round1(percentile(late, 0.99)),
    earliestMs: round1(Math.min(...late)),
  };
}

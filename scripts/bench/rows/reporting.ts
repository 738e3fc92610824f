import pg from 'pg';
import { newName, openEngine } from '../engine';
import { atRate } from '../open-loop';
import { sequence } from '../processes';
import type { Line, Row } from '../row';
import { latency, round1 } from '../stats';

const SECONDS = Number(process.env.BENCH_REPORT_SECONDS ?? 120);
const PER_SECOND = Number(process.env.BENCH_REPORT_RATE ?? 200);
const PARTS = 4;

/**
 * A reporting query that holds its snapshot for two minutes keeps PostgreSQL from cleaning up the work that is done
 * meanwhile. Instances come at a steady rate: the queue must not grow and they must not get slower.
 */
export const run: Row = async ({ url, log }) => {
  const engine = openEngine(url, sequence);
  await engine.host.start();
  const report = new pg.Client({ connectionString: url });
  const look = new pg.Client({ connectionString: url });
  await report.connect();
  await look.connect();
  await atRate(PER_SECOND, 3, () => through(engine, []));
  await report.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await report.query('SELECT count(*) FROM instance');
  const lines: Line[] = [];
  for (let part = 1; part <= PARTS; part++) {
    const latencies: number[] = [];
    let waiting = 0;
    const watch = setInterval(async () => {
      const { rows } = await look.query('SELECT count(*)::int AS n FROM work');
      waiting = Math.max(waiting, rows[0].n);
    }, 1_000);
    await atRate(PER_SECOND, SECONDS / PARTS, (plannedAt) => through(engine, latencies, plannedAt));
    clearInterval(watch);
    const claim = performance.now();
    await engine.store.claimWork({
      workTypes: ['nobody', 'countersign:noop'],
      max: 1,
      leaseMs: 1,
      worker: 'x',
    });
    const claimMs = round1(performance.now() - claim);
    lines.push({ what: `quarter ${part}`, ...latency(latencies), mostWorkRows: waiting, claimMs });
    log(`quarter ${part} of ${SECONDS} s`);
  }
  await report.query('COMMIT');
  await report.end();
  await look.end();
  await engine.close();
  return lines;
};

async function through(engine: ReturnType<typeof openEngine>, latencies: number[], from = performance.now()) {
  const id = newName();
  const ended = engine.ended(id);
  await engine.start(id);
  await ended;
  latencies.push(performance.now() - from);
}

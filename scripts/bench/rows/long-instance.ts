import { newName, openEngine } from '../engine';
import { endless } from '../processes';
import type { Line, Row } from '../row';
import { latency, percentile, round1, round2 } from '../stats';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 100_000);
/** Steps over which the cost is taken, at both ends. */
const WINDOW = 500;
const SKIP_EVENTS = 100;

/** One instance that goes round and round: what a step costs after 100 events and after 100,000. */
export const run: Row = async ({ url, log }) => {
  // The process warms up on an instance that does not count, so that the early steps are not the slow ones.
  await rounds(url, Math.min(EVENTS, 20_000));
  const steps = await rounds(url, EVENTS);
  log(`${steps.length} steps`);
  const first = steps.findIndex((step) => step.seq >= SKIP_EVENTS);
  const early = steps.slice(first, first + WINDOW).map((step) => step.ms);
  const late = steps.slice(-WINDOW).map((step) => step.ms);
  const lines: Line[] = [
    { what: `after ${SKIP_EVENTS} events`, ...latency(early) },
    { what: `after ${EVENTS} events`, ...latency(late) },
    { what: 'late / early (medians)', ratio: round2(percentile(late, 0.5) / percentile(early, 0.5)) },
    { what: 'steps a second', perSecond: round1(steps.length / (sum(steps.map((step) => step.ms)) / 1_000)) },
  ];
  return lines;
};

/** Runs one instance until it has so many events; how long each step took. */
async function rounds(url: string, events: number): Promise<{ seq: number; ms: number }[]> {
  const engine = openEngine(url, endless);
  const steps: { seq: number; ms: number }[] = [];
  const id = newName();
  const enough = new Promise<void>((resolve) => {
    let last = performance.now();
    engine.host.onCommitted(({ instanceId, state }) => {
      if (instanceId !== id) return;
      const now = performance.now();
      steps.push({ seq: state.seq, ms: now - last });
      last = now;
      if (state.seq >= events) resolve();
    });
  });
  await engine.host.start();
  await engine.start(id);
  await enough;
  await engine.close();
  return steps;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

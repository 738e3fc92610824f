import { closedLoop } from '../closed-loop';
import { openEngine } from '../engine';
import { loadHistory } from '../history';
import { sequence, TASKS } from '../processes';
import type { Line, Row } from '../row';
import { round2 } from '../stats';

const SIZES = [1_000, 100_000];
/** The two sizes can't be measured in turn, for what was loaded stays: each is measured several times. */
const REPEATS = 3;

/** The cost of a task with 1,000 and with 100,000 finished instances in the database, in processor time. */
export const run: Row = async ({ url, inFlight, log, ...context }) => {
  const lines: Line[] = [];
  const measure = async (): Promise<Line> => {
    const engine = openEngine(url, sequence);
    await engine.host.start();
    const line = await closedLoop(engine, inFlight.at(-1) ?? 512, TASKS, context);
    await engine.close();
    return line;
  };
  await measure(); // what is not compiled yet would be blamed on the first size
  let loaded = 0;
  for (const size of SIZES) {
    await loadHistory(url, size - loaded, log);
    loaded = size;
    const measured: Line[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat++) measured.push(await measure());
    lines.push({ ...cheapest(measured), what: `${size} finished instances` });
  }
  const [few, many] = lines.map(microsPerTask);
  return [...lines, { what: 'many / few (processor time a task)', ratio: round2(many! / few!) }];
};

const microsPerTask = (line: Line): number =>
  Number(line.engineCpuMicrosPerTask) + Number(line.serverCpuMicrosPerTask);

const cheapest = (lines: readonly Line[]): Line =>
  lines.reduce((best, line) => (microsPerTask(line) < microsPerTask(best) ? line : best));

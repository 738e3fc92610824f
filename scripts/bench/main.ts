import { parseArgs } from 'node:util';
import { compiled } from '../compiled';
import { migrate } from '../migrate.mjs';
import { createDurableCluster } from '../test/database';
import { cpuTime, postmasterOf } from './cpu';
import { durability } from './durability';
import { print, type Round, summary } from './report';
import type { Line, Row } from './row';
import { DEFAULT_ROWS, ROWS, type RowName } from './rows';
import { rawCommitsPerSecond } from './rows/raw';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    row: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    'in-flight': { type: 'string', default: '1,64,512' },
    history: { type: 'string', default: '0' },
  },
});

/**
 * Measures the engine beside the bare commit rate of the same server, in one run on one machine. The machine wanders:
 * raw is measured before and after each round, every figure is the median of the rounds, and the ratio counts.
 */
async function main(): Promise<void> {
  const rows = wanted(values.row);
  const seconds = Number(values.seconds);
  const cluster = await createDurableCluster();
  try {
    const raw = cluster.url('raw');
    await migrate(raw);
    const settings = await durability(raw);
    const pid = await postmasterOf(raw);
    const rounds: Round[] = [];
    for (let round = 1; round <= Number(values.rounds); round++) {
      const before = await rawCommitsPerSecond(raw, seconds / 2);
      const lines: Record<string, Line[]> = {};
      for (const name of rows) {
        const log = (text: string) => console.error(`round ${round}, ${name}: ${text}`);
        const url = cluster.url(`${name.replaceAll('-', '_')}_${round}`);
        await migrate(url);
        const history = Number(values.history);
        await (await compiled<typeof import('./history')>('scripts/bench/history.ts')).loadHistory(
          url,
          history,
          log,
        );
        const { run } = await compiled<{ run: Row }>(`scripts/bench/rows/${ROWS[name].file}`);
        const cpu = () => cpuTime(pid);
        const inFlight = values['in-flight'].split(',').map(Number);
        lines[name] = await run({ url, seconds, inFlight, history, cpu, log });
        log('done');
      }
      const after = await rawCommitsPerSecond(raw, seconds / 2);
      rounds.push({ before, after, raw: (before + after) / 2, lines });
    }
    const result = summary(rounds, rows, { settings, history: Number(values.history), seconds });
    print(result);
    if (values.json) console.log(JSON.stringify(result));
  } catch (error) {
    console.error(error); // first, because what is open fails too when the server ends
    throw error;
  } finally {
    await cluster.discard();
  }
}

/** @throws for a name that is no row, saying which there are */
function wanted(names: readonly string[] | undefined): RowName[] {
  if (!names) return DEFAULT_ROWS;
  for (const name of names)
    if (!Object.hasOwn(ROWS, name))
      throw new Error(`There is no row “${name}”; there are ${Object.keys(ROWS).join(', ')}.`);
  return names as RowName[];
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

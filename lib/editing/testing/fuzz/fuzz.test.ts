import { afterAll, expect, it, vi } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import { allBpmnFiles, corpusFile } from '@/lib/bpmn/corpora';
import type { ProcessDocument } from '@/lib/document';
import { SEED } from '@/scripts/test/seed';
import { OPERATIONS } from './operations';
import { Random } from './random';
import { newTally, session } from './session';
import { starts } from './starts';

const DEEP = process.env.COUNTERSIGN_DEEP === '1';
const OPERATIONS_WANTED = DEEP ? 100_000 : 5_000;
/** Long enough to get far from the start, short enough that a failure can be read. */
const SESSION = 250;

/** Pools, lanes, sub-processes on planes of their own, data, groups and every event, drawn by other tools. */
const GROUP = 'core/01-miwg/';
const FILES = /(?:A\.4\.1|B\.[12]\.0|C\.[12456]\.0)\.bpmn$/;

/** None where the corpora are missing: the documents of ours are fuzzed all the same. */
function modelsOfOthers(): [string, ProcessDocument][] {
  const files = allBpmnFiles().filter((path) => path.startsWith(GROUP) && FILES.test(path));
  return files.flatMap((path): [string, ProcessDocument][] => {
    const read = importBpmn(corpusFile('', path));
    return read.ok ? [[path, read.document]] : [];
  });
}

afterAll(() => vi.restoreAllMocks());

it(`keeps documents sound through ${OPERATIONS_WANTED} random operations, undoes and redoes each`, () => {
  const models = starts(modelsOfOthers());
  const tally = newTally();
  const [began, used] = [performance.now(), process.cpuUsage()];
  for (let round = 0; tally.operations < OPERATIONS_WANTED; round++) {
    const seed = SEED + round;
    const random = new Random(seed);
    // New ids are random too: the seed repeats them.
    vi.spyOn(Math, 'random').mockImplementation(random.next);
    const [name, document] = models[Math.abs(seed) % models.length] as (typeof models)[number];
    const fault = session(document, random, SESSION, tally);
    if (fault) throw new Error(`COUNTERSIGN_SEED=${seed}, from ${name}: ${fault}`);
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  const rate = Math.round(tally.operations / ((user + system) / 1e6));
  console.log(
    `${tally.operations} operations (${tally.changes} changes, ${tally.roundTrips} round trips) from ${models.length} models in ${seconds.toFixed(1)} s; ${rate} a second of CPU, seed ${SEED}`,
  );
  const never = Object.keys(OPERATIONS).filter((name) => !tally.byName.get(name)?.[0]);
  // what is rarely possible may not come up in a short run
  expect(never.length, `never done: ${never.join(', ')}`).toBeLessThanOrEqual(DEEP ? 0 : 3);
  expect(tally.changes).toBeGreaterThan(tally.operations / 4);
  expect(tally.roundTrips).toBe(Math.floor(tally.operations / 100));
}, 1_200_000);

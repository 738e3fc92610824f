/**
 * How long after an edit the designer knows its problems, with rules and compiler in a thread of their own.
 * Run: `npm run bench:problems` (100, 1,000 and 3,000 nodes, or those given).
 */
import { Worker } from 'node:worker_threads';
import { Analysis, type AnalysisWorker } from '@/lib/analysis/analysis';
import { largeProcess } from '@/lib/analysis/testing/large-process';
import type { Request, Response } from '@/lib/analysis/types';
import type { ProcessDocument } from '@/lib/document';
import { isRefused, updateElement } from '@/lib/editing';
import { compile } from '../../compiled';

const EDITS = 40;
/** Rounds before it counts: code gets faster when it has run a while, as it has while somebody draws. */
const WARM = 10;

/** A thread that looks like a browser's worker, and what it cost. */
function thread(file: string): { worker: AnalysisWorker; post: number[] } {
  const made = new Worker(file, { execArgv: [] });
  const post: number[] = [];
  const worker: AnalysisWorker = {
    postMessage(request: Request) {
      const [, used] = timed(() => made.postMessage(request));
      post.push(used);
    },
    addEventListener(type: string, listener: (event: { data: Response }) => void) {
      if (type === 'message') made.on('message', (data: Response) => listener({ data }));
      else made.on(type, (error) => console.error(error));
    },
    terminate: () => void made.terminate(),
  };
  return { worker, post };
}

/** What a function answers and how long it took, in milliseconds. */
function timed<T>(run: () => T): [T, number] {
  const before = performance.now();
  return [run(), performance.now() - before];
}

const renamed = (document: ProcessDocument, index: number): ProcessDocument => {
  const id = `Left_${index % 10}`;
  const result = updateElement(document, id, { update: { [id]: { attrs: { name: `Step ${index}` } } } });
  if (isRefused(result)) throw new Error(result.refused);
  return result.document;
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

/** @param whole sends the whole document at each edit instead of what changed */
async function measure(file: string, nodes: number, whole: boolean): Promise<string> {
  let document = largeProcess(nodes);
  const { worker, post } = thread(file);
  const analysis = new Analysis({
    start: () => worker,
    here: () => Promise.reject(new Error('The thread died')),
  });
  const [waits, here, busy]: [number[], number[], number[]] = [[], [], []];
  for (let edit = 0; edit < WARM + EDITS; edit++) {
    document = whole ? { ...renamed(document, edit), elements: fresh(document) } : renamed(document, edit);
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const [asked, spent] = timed(() => analysis.problems(document));
    await asked;
    if (edit < WARM) continue;
    waits.push(performance.now() - began);
    here.push(spent);
    const { user, system } = process.cpuUsage(cpu);
    busy.push((user + system) / 1000);
  }
  analysis.stop();
  const text = [
    median(waits),
    p95(waits),
    Math.min(...waits),
    median(busy),
    median(here),
    median(post.slice(WARM)),
  ];
  return [nodes, whole ? 'whole' : 'change', ...text.map((value) => value.toFixed(1))].join(' | ');
}

/** Entries that are all other objects, so that every one of them counts as changed. */
const fresh = (document: ProcessDocument): ProcessDocument['elements'] =>
  Object.fromEntries(Object.entries(document.elements).map(([id, element]) => [id, { ...element }]));

const file = await compile('scripts/bench/problems/thread.ts');
const sizes = process.argv.slice(2).map(Number);
console.info(
  'nodes | sent | answer ms, median | p95 | least | processor ms, median | page ms, median | of it posting',
);
for (const nodes of sizes.length > 0 ? sizes : [100, 1000, 3000])
  for (const whole of [false, true]) console.info(await measure(file, nodes, whole));

// @ts-check
// The evaluation thread. Plain JavaScript, loaded by path: the same file runs beside sources under a TypeScript
// loader, in the test runner and beside the bundled server, none of which compile a thread's entry point alike.
import { parentPort } from 'node:worker_threads';
import { link } from '../../../engine/compile/feel/runtime.mjs';
import { decide } from '../../dmn/evaluate/decide.mjs';
import { Program } from '../../dmn/evaluate/program.mjs';

/** Linked expressions and programs by what they are made of; an old one is dropped when a thread has seen many. */
const linked = new Map();
const KEPT = 200;

/**
 * @template T
 * @param {string} key
 * @param {() => T} make
 * @returns {T}
 */
function kept(key, make) {
  const known = linked.get(key);
  if (known) return known;
  const made = make();
  if (linked.size >= KEPT) linked.delete(linked.keys().next().value);
  linked.set(key, made);
  return made;
}

/** @param {import('../evaluation-thread').EvaluationJob} job */
function evaluate(job) {
  try {
    if ('models' in job) {
      // the models are the key: two versions of one decision differ in them
      const program = kept(JSON.stringify(job.models), () => new Program(job.models));
      return decide(program, job.key, job.context, { now: job.context.now });
    }
    const { source, analysis, names } = job;
    const run = kept(JSON.stringify([source, names]), () =>
      link(source, analysis, { guarded: false, names }),
    );
    return run(job.context);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    return { ok: false, code: 'evaluation', message: `It could not be computed: ${reason}.`, missing: [] };
  }
}

// the first evaluation of a thread costs tens of milliseconds; it must not be taken from somebody's limit
link(
  '1 + 1',
  { variables: [], ambiguous: [], calls: [], tested: [], places: {}, paths: {}, readsOwnEntries: false },
  { guarded: false },
)({ variables: {}, now: '2026-01-01T00:00:00Z' });

parentPort?.on('message', (job) => parentPort?.postMessage({ answer: evaluate(job) }));
parentPort?.postMessage({ ready: true });

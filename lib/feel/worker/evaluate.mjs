// The evaluation thread. Plain JavaScript, loaded by path: the same file runs beside sources under a TypeScript
// loader, in the test runner and beside the bundled server, none of which compile a thread's entry point alike.
import { parentPort } from 'node:worker_threads';
import { link } from '../../../engine/compile/feel/runtime.mjs';

/** Linked expressions by source; an old one is dropped when a thread has seen many. */
const linked = new Map();
const KEPT = 200;

/** @param {{ source: string, analysis: import('../../../engine/compile/feel/analyse').Analysis, names: string[] }} job */
function linkedFor({ source, analysis, names }) {
  const key = JSON.stringify([source, names]);
  const known = linked.get(key);
  if (known) return known;
  const made = link(source, analysis, { guarded: false, names });
  if (linked.size >= KEPT) linked.delete(linked.keys().next().value);
  linked.set(key, made);
  return made;
}

function evaluate(job) {
  try {
    return linkedFor(job)(job.context);
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

parentPort?.on('message', (job) => parentPort.postMessage({ answer: evaluate(job) }));
parentPort?.postMessage({ ready: true });

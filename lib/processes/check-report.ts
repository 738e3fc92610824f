/**
 * How long checking a draft takes, for the largest models of the corpora: everything, and the search for soundness
 * alone. Run: `npx tsx lib/processes/check-report.ts` (reads `CORPORA_DIR`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flowModel } from '@/engine/compile/flow-model';
import { lint } from '@/engine/compile/lint/lint';
import { soundnessRules } from '@/engine/compile/soundness/problems';
import { importBpmn } from '@/lib/bpmn';
import { allBpmnFiles, CORPORA_DIR } from '@/lib/bpmn/corpora';
import type { ProcessDocument } from '@/lib/document';
import { checkDocument } from './check';

const MODELS = 8;
const ROUNDS = 5;

const documents = allBpmnFiles().flatMap((file) => {
  const read = () => importBpmn(readFileSync(join(CORPORA_DIR, file)));
  const imported = read();
  return imported.ok ? [{ file, nodes: flowModel(imported.document).nodes.size, read }] : [];
});

/** Processor time in milliseconds, first and median of several rounds; each round gets a document nobody has looked at. */
function timed(
  read: (typeof documents)[number]['read'],
  check: (document: ProcessDocument) => unknown,
): string {
  const times = Array.from({ length: ROUNDS }, () => {
    const imported = read();
    const before = process.cpuUsage();
    if (imported.ok) check(imported.document);
    return process.cpuUsage(before).user / 1000;
  });
  const [first] = times;
  const median = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  return `${first?.toFixed(0)} / ${median?.toFixed(0)}`;
}

console.info('nodes | check, first / median CPU ms | soundness, first / median CPU ms | model');
for (const { file, nodes, read } of documents.sort((a, b) => b.nodes - a.nodes).slice(0, MODELS)) {
  const soundness = timed(read, (document) => lint(document, soundnessRules));
  console.info(`${nodes} | ${timed(read, checkDocument)} | ${soundness} | ${file}`);
}

/**
 * Prints what import and export keep of the models whose manifests count their facts, kind by kind: the MIWG
 * interchange models and the realistic ones.
 * Run: `npx tsx lib/bpmn/miwg-report.ts` (reads `CORPORA_DIR`).
 */
import { corporaMissing, corpusFile, corpusModels } from './corpora';
import { exportBpmn } from './export';
import { compareFacts, factsOf } from './facts';
import { importBpmn } from './import';
import { decodeXml } from './xml/decode';
import { readXml } from './xml/read';

const GROUPS = ['core/01-miwg', 'core/02-realistic'];

function report(group: string): void {
  const totals = { kept: 0, facts: 0 };
  for (const model of corpusModels(group)) {
    if (!model.roundTripFacts) continue;
    const bytes = corpusFile(group, model.file);
    const read = importBpmn(bytes);
    if (!read.ok) {
      console.log(`${model.file}  REFUSED ${read.message}`);
      continue;
    }
    const kept = compareFacts(
      factsOf(readXml(decodeXml(bytes)).root),
      factsOf(readXml(exportBpmn(read.document)).root),
    );
    const columns = Object.entries(model.roundTripFacts).map(([kind, expected]) => {
      const found = [...kept].find(([name]) => name === kind)?.[1];
      const count = (found?.total ?? 0) - (found?.lost.length ?? 0);
      totals.kept += Math.min(count, expected);
      totals.facts += expected;
      return `${kind} ${count}/${expected}`;
    });
    console.log(`${model.file.padEnd(12)} ${columns.join('  ')}`);
  }
  console.log(`${totals.kept} of ${totals.facts} facts of ${group} kept`);
}

if (corporaMissing) console.log(`Skipped: ${corporaMissing}`);
else for (const group of GROUPS) report(group);

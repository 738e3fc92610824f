import { afterAll, describe, expect, it } from 'vitest';
import { type Verdict, verdict } from '@/engine/compile/soundness/verdict';
import { importBpmn } from '@/lib/bpmn';
import { corporaMissing, corpusFile, corpusModels } from '@/lib/bpmn/corpora';

interface CheckedModel {
  id: string;
  file: string;
  verdict: Verdict;
}

const GROUP = 'extended/14-soundness';
const models = corpusModels(GROUP) as unknown as CheckedModel[];
const skipped = corporaMissing ? ` (skipped: ${corporaMissing})` : '';

describe.skipIf(corporaMissing)(`verdicts that a model checker gave${skipped}`, () => {
  const agreed: Record<keyof Verdict, number> = { safe: 0, sound: 0, messageRelaxedSound: 0 };
  afterAll(() => {
    const parts = Object.entries(agreed).map(([name, count]) => `${name} ${count}/${models.length}`);
    console.info(`${GROUP}: ${parts.join(', ')}`);
  });

  it.each(models.length > 0 ? models : [{ id: 'none' } as CheckedModel])(
    '$id',
    ({ file, verdict: expected }) => {
      const imported = importBpmn(corpusFile(GROUP, file));
      if (!imported.ok) throw new Error(imported.message);
      const outcome = verdict(imported.document);
      if (!outcome.decided) throw new Error(`not decided within ${outcome.bound} states`);
      for (const name of Object.keys(agreed) as (keyof Verdict)[])
        if (outcome.verdict[name] === expected[name]) agreed[name] += 1;
      expect(outcome.verdict).toEqual(expected);
    },
  );
});

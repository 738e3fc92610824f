import { afterAll, describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import { corporaMissing, corpusFile, corpusModels } from '@/lib/bpmn/corpora';
import { checkDocument } from './check';

interface ConstraintCase {
  constraint: string;
  file: string;
  expectedValid: boolean;
}

const GROUP = 'extended/13-validation';
const cases = corpusModels(GROUP) as unknown as ConstraintCase[];
const skipped = corporaMissing ? ` (skipped: ${corporaMissing})` : '';

/** The constraints that the problems of a file name. */
function brokenBy(file: string): string[] {
  const imported = importBpmn(corpusFile(GROUP, file));
  if (!imported.ok) throw new Error(imported.message);
  return [...new Set(checkDocument(imported.document).flatMap(({ constraints = [] }) => constraints))].sort();
}

describe.skipIf(corporaMissing)(`constraints of the standard${skipped}`, () => {
  let agreed = 0;
  afterAll(() => console.info(`${GROUP}: ${agreed}/${cases.length} files judged as expected`));

  it.each(cases.filter((each) => !each.expectedValid))('$constraint is broken by $file', (each) => {
    expect(brokenBy(each.file)).toContain(each.constraint);
    agreed += 1;
  });

  it.each(cases.filter((each) => each.expectedValid))('none is broken by $file', (each) => {
    expect(brokenBy(each.file)).toEqual([]);
    agreed += 1;
  });
});

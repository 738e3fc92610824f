import { describe, expect, it } from 'vitest';
import type { Problem } from '@/engine/compile/problem';
import { fixtures } from '@/engine/compile/testing/verify-rule';
import { importBpmn } from '@/lib/bpmn';
import { corporaMissing, corpusFile, corpusModels } from '@/lib/bpmn/corpora';
import { get, hash, type ProcessDocument } from '@/lib/document';
import { isRefused, newHistory, record, redo, undo } from '@/lib/editing';
import { checkDocument } from '@/lib/processes/check';
import { FIXERS, fixesOf } from './registry';
import { EXAMPLES } from './testing/examples';
import { withDiagram } from './testing/with-diagram';

const key = ({ code, elementId, field = '', message }: Problem) =>
  [code, elementId, field, message].join('\n');
const errors = (problems: readonly Problem[]) =>
  problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, elementId }) => `${code} ${elementId}`);

const mended = new Set<string>();

/** Problems of one code in a large model are alike: a few of them show what there is to show. */
const MOST = 2;

/** Everything that is wrong with what the fixes of a document do. */
function failures(document: ProcessDocument): string[] {
  const before = checkDocument(document);
  const tried = before.filter(
    (problem, index) => before.slice(0, index).filter(({ code }) => code === problem.code).length < MOST,
  );
  return tried.flatMap((problem) =>
    fixesOf(document, problem).flatMap((fix) => {
      const result = fix.apply();
      if (isRefused(result)) return [`${fix.label}: refused, ${result.refused}`];
      const history = record(newHistory(document), result.document, result.announce);
      const after = checkDocument(history.present);
      mended.add(problem.code);
      return [
        ...after
          .filter((one) => key(one) === key(problem))
          .map((one) => `${fix.label}: still ${one.message}`),
        ...errors(after)
          .filter((one) => !errors(before).includes(one))
          .map((one) => `${fix.label}: new ${one}`),
        ...(history.past.length === 1 ? [] : [`${fix.label}: ${history.past.length} steps`]),
        ...(hash(undo(history).present) === hash(document) ? [] : [`${fix.label}: undone otherwise`]),
        ...(hash(redo(undo(history)).present) === hash(result.document)
          ? []
          : [`${fix.label}: redone otherwise`]),
        ...result.select.filter((id) => !get(result.document, id)).map((id) => `${fix.label}: selects ${id}`),
      ];
    }),
  );
}

describe('every fix of every invalid example', async () => {
  const modules = import.meta.glob('../../engine/compile/lint/*.test.ts');
  for (const load of Object.values(modules)) await load();
  const all = [...fixtures, ...EXAMPLES];

  it('removes its problem, adds no error, is one step and can be undone', () => {
    expect(all.length).toBeGreaterThan(150);
    const found = all.flatMap(([name, document]) =>
      failures(withDiagram(document)).map((failure) => `${name}: ${failure}`),
    );
    expect(found).toEqual([]);
  });

  it('was tried', () => expect(Object.keys(FIXERS).filter((code) => !mended.has(code))).toEqual([]));
});

const skipped = corporaMissing ? ` (skipped: ${corporaMissing})` : '';

// each fix is followed by a check of the whole model, of which some are large
describe.skipIf(corporaMissing)(`every fix of the models of others${skipped}`, () => {
  it.each(['core/01-miwg', 'extended/13-validation', 'extended/15-edge'])(
    '%s',
    (group) => {
      const found = corpusModels(group).flatMap(({ file }) => {
        const imported = importBpmn(corpusFile(group, file));
        return imported.ok ? failures(imported.document).map((failure) => `${file}: ${failure}`) : [];
      });
      expect(found).toEqual([]);
    },
    120_000,
  );
});

describe('a problem of an element that is gone', () => {
  it('has no fix', () => {
    const [[, document]] = EXAMPLES as [[string, ProcessDocument]];
    const problem: Problem = { severity: 'error', code: 'ai-schema', message: '', elementId: 'Gone' };
    expect(fixesOf(document, problem)).toEqual([]);
    expect(fixesOf(document, { ...problem, code: 'toString', elementId: 'X' })).toEqual([]);
  });
});

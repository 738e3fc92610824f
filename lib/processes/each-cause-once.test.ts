import { describe, expect, it } from 'vitest';
import type { Problem } from '@/engine/compile/problem';
import { fixtures } from '@/engine/compile/testing/verify-rule';
import { importBpmn } from '@/lib/bpmn';
import { corporaMissing, corpusFile, corpusModels } from '@/lib/bpmn/corpora';
import type { ProcessDocument } from '@/lib/document';
import { checkDocument } from './check';

/** What the findings of one line are about: an element has one of them at most. */
const ABOUT: readonly (readonly string[])[] = [
  ['event-trigger', 'not-executable', 'choreography'],
  ['event-trigger', 'event-sub-process', 'dead-element'],
  ['cancel-event', 'dead-element'],
  ['script-language', 'script-empty', 'executable-details EXT.053'],
  ['message-name', 'executable-details EXT.127'],
  ['condition', 'executable-details EXT.123'],
  ['lack-of-synchronisation', 'implicit-join'],
  ['event-gateway', 'superfluous-gateway'],
  ['multi-instance-size', 'loop-count', 'endless-loop'],
  ['link-events', 'event-trigger'],
  ['gateway-conditions', 'lone-condition'],
  ['decision-missing', 'no-implementation'],
  ['disconnected', 'dead-element'],
  ['end-reachable', 'missing-end'],
];

/** Rules whose findings on one element are about different things of it, which only their words name. */
const SEVERAL = new Set(['data-sets', 'flow-references', 'message-flow-ends', 'executable-details']);

const isAbout = ({ code, constraints = [] }: Problem, name: string): boolean =>
  name === code || constraints.some((constraint) => name === `${code} ${constraint}`);

function alike(one: Problem, other: Problem): boolean {
  if (one.code === other.code)
    return (
      one.field === other.field &&
      !SEVERAL.has(one.code) &&
      (one.constraints?.join() === other.constraints?.join() || one.constraints === undefined)
    );
  return ABOUT.some(
    (names) =>
      names.some((name) => isAbout(one, name)) &&
      names.some((name) => isAbout(other, name)) &&
      // beside each other they would be two findings of one place
      (one.field === other.field || one.field === undefined || other.field === undefined),
  );
}

/** Pairs of findings of one element that have the same cause. */
function repeated(document: ProcessDocument): string[] {
  const problems = checkDocument(document);
  return problems.flatMap((one, index) =>
    problems
      .slice(index + 1)
      .filter((other) => other.elementId === one.elementId && alike(one, other))
      .map((other) => `${one.elementId}: ${one.code} “${one.message}”, ${other.code} “${other.message}”`),
  );
}

const GROUPS = ['extended/12-token-simulation', 'extended/13-validation', 'extended/15-edge'];
const skipped = corporaMissing ? ` (skipped: ${corporaMissing})` : '';

describe('no cause is told twice of one element', async () => {
  const modules = import.meta.glob('../../engine/compile/lint/*.test.ts');
  for (const load of Object.values(modules)) await load();
  it('of the fixtures of all rules', () => {
    expect(fixtures.length).toBeGreaterThan(150);
    const found = fixtures.flatMap(([name, document]) =>
      repeated(document).map((pair) => `${name}: ${pair}`),
    );
    expect(found).toEqual([]);
  });
});

describe.skipIf(corporaMissing)(`no cause is told twice in models of others${skipped}`, () => {
  it.each(GROUPS)('%s', (group) => {
    const found = corpusModels(group).flatMap(({ file }) => {
      const imported = importBpmn(corpusFile(group, file));
      return imported.ok ? repeated(imported.document).map((pair) => `${file}: ${pair}`) : [];
    });
    expect(found).toEqual([]);
  });
});

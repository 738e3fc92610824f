import { afterAll, describe, expect, it } from 'vitest';
import { corporaMissing } from '@/lib/bpmn/corpora';
import { asExpected, type BetsyCase, betsyCases, runBetsy } from '@/lib/testing/conformance/betsy';
import { DISPUTED, disputed } from '@/lib/testing/conformance/betsy-disputed';

const all = betsyCases();
const passed = new Set<string>();

const sorted = (words: readonly string[]) => [...words].sort();

/** Runs a case, which must keep the laws of the engine; its trace in the words of its expectation. */
function run(each: BetsyCase): string[] {
  const { trace, violations } = runBetsy(each);
  expect(violations).toEqual([]);
  const got = asExpected(trace, each.expectedTrace);
  if (JSON.stringify(got) === JSON.stringify(sorted(each.expectedTrace))) passed.add(each.name);
  return got;
}

const named = (cases: readonly BetsyCase[]) => cases.map((each) => [each.name, each] as const);
const backed = all.filter(({ test }) => !disputed(test));
const claimed = all.filter(({ test }) => disputed(test)?.standard);
const open = all.filter(({ test }) => disputed(test) && !disputed(test)?.standard);

const score = (cases: readonly BetsyCase[]) =>
  `${cases.filter(({ name }) => passed.has(name)).length} of ${cases.length}`;

describe.skipIf(corporaMissing)('engine conformance cases that nobody here wrote', () => {
  afterAll(() => {
    const others = score([...claimed, ...open]);
    console.info(`betsy: ${score(backed)} cases the standard backs; ${others} disputed ones as they want`);
  });

  it('are found', () => expect(all).not.toEqual([]));
  it.each(named(backed))('%s', (_name, each) => expect(run(each)).toEqual(sorted(each.expectedTrace)));
  it.each(named(claimed))('%s, as the standard has it', (_name, each) =>
    expect(run(each)).toEqual(sorted(disputed(each.test)?.standard ?? [])),
  );
  // what these want is neither right nor wrong, so only the laws are checked: see the reasons
  it.each(named(open))('%s, disputed', (_name, each) => void run(each));
  it.each(DISPUTED.map((each) => [each.test, each.reason]))('%s is disputed for a reason', (_test, reason) =>
    expect(reason).toMatch(/\.$/),
  );
});

import { afterAll, describe, expect, it } from 'vitest';
import { textOf } from '@/engine/compile/feel/standard/index.mjs';
import { corporaMissing } from '@/lib/bpmn/corpora';
import { type TckCase, tckCases, tckDirectories } from './testing/tck';
import exceptions from './testing/tck-exceptions.json' with { type: 'json' };
import { answerOf, programOf } from './testing/tck-run';
import { scoreLine } from './testing/tck-score';
import { matches } from './testing/tck-values';

const KNOWN: Readonly<Record<string, string>> = exceptions;
const passed = new Map<string, { passed: number; all: number }>();

function check(tested: TckCase): void {
  const score = passed.get(tested.directory) ?? { passed: 0, all: 0 };
  passed.set(tested.directory, score);
  score.all += 1;
  const answer = answerOf(programOf(tested), tested);
  const right = matches(tested.expected, answer);
  if (right) score.passed += 1;
  const reason = KNOWN[`${tested.directory} ${tested.name}`];
  if (reason !== undefined) expect(right, `passes now; take it off the list: ${reason}`).toBe(false);
  else if (!right) expect(textOf(answer)).toBe(textOf(tested.expected));
}

describe.skipIf(corporaMissing)(`DMN technology compatibility kit ${corporaMissing ?? ''}`, () => {
  afterAll(() => console.log(scoreLine(passed)));

  for (const directory of tckDirectories()) {
    describe(directory, () => {
      for (const tested of tckCases(directory)) it(tested.name, () => check(tested));
    });
  }

  it('lists no exception that is no case', () => {
    const names = tckDirectories().flatMap((directory) =>
      tckCases(directory).map(({ name }) => `${directory} ${name}`),
    );
    expect(Object.keys(KNOWN).filter((name) => !names.includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(2_000);
  });

  it('reaches the bar: 95 % of level 2, 88 % of both as the mean of the directories', () => {
    const of = (level: string) =>
      [...passed].filter(([name]) => name.startsWith(level)).map(([, score]) => score.passed / score.all);
    const mean = (shares: number[]) => shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(mean(of('compliance-level-2'))).toBeGreaterThan(0.95);
    expect(mean(of('compliance-level-'))).toBeGreaterThan(0.88);
  });
});

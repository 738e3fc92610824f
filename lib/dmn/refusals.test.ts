import { describe, expect, it } from 'vitest';
import { compileDecision, describeDmnProblem } from './index';
import { decision, literal, model, table } from './testing/build';

function refusal(source: string, id = 'd'): string {
  const result = compileDecision(source, id);
  return result.ok ? 'accepted' : result.problems.map(describeDmnProblem).join(' ');
}

const chain = (length: number) =>
  model(
    ...Array.from({ length }, (_, n) =>
      decision(n === 0 ? 'd' : `d${n}`, literal('1'), n === length - 1 ? {} : { requires: [`d${n + 1}`] }),
    ),
  );

describe('what is refused', () => {
  it.each<[string, string, RegExp]>([
    [
      'a document type declaration',
      `<!DOCTYPE definitions [<!ENTITY a "b">]>${model(decision('d', literal('1')))}`.replace(
        /<\?xml.*?\?>\n/,
        '',
      ),
      /document type declaration/,
    ],
    ['no XML', 'hello', /not well-formed|no XML/],
    ['XML that ends early', model(decision('d', literal('1'))).slice(0, -20), /not well-formed/],
    [
      'another kind of file',
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>',
      /not a DMN model/,
    ],
    [
      '50,000 nested elements',
      model(decision('d', '<context><contextEntry>'.repeat(25_000))),
      /nested deeper than 50 levels/,
    ],
    [
      '50,000 nested brackets',
      model(decision('d', literal(`${'('.repeat(50_000)}1${')'.repeat(50_000)}`))),
      /too large: it has more than 10240 characters/,
    ],
    [
      '5,000 nested brackets',
      model(decision('d', literal(`${'('.repeat(5_000)}1${')'.repeat(5_000)}`))),
      /brackets nested more than 40 levels/,
    ],
    [
      'a decision that requires itself',
      model(decision('d', literal('1'), { requires: ['d'] })),
      /The decision “d” requires itself\./,
    ],
    [
      'decisions in a circle',
      model(
        decision('d', literal('1'), { requires: ['e'] }),
        decision('e', literal('1'), { requires: ['f'] }),
        decision('f', literal('1'), { requires: ['d'] }),
      ),
      /“d”, “e”, “f” require each other in a circle/,
    ],
    ['a chain of 3,000 decisions', chain(3_000), /More than 50 decisions require each other in a row/],
    [
      'a requirement that is missing',
      model(decision('d', literal('1'), { requires: ['nowhere'] })),
      /“d” requires “nowhere”, which does not exist/,
    ],
    [
      'two elements of one id',
      model(decision('d', literal('1')), decision('d', literal('2'))),
      /Two elements of the model have the id “d”/,
    ],
    ['an unknown decision', model(decision('other', literal('1'))), /no decision “d”; it has “other”/],
    [
      'an unknown hit policy',
      model(decision('d', table({ hitPolicy: 'BEST', inputs: [], outputs: [{}], rules: [] }))),
      /hit policy “BEST”/,
    ],
    [
      'an unknown aggregator',
      model(
        decision(
          'd',
          table({ hitPolicy: 'COLLECT', aggregation: 'MEAN', inputs: [], outputs: [{}], rules: [] }),
        ),
      ),
      /collects by “MEAN”/,
    ],
    [
      'a table without results',
      model(decision('d', table({ inputs: ['1'], outputs: [], rules: [] }))),
      /no output column/,
    ],
    [
      'a rule of the wrong length',
      model(decision('d', table({ inputs: ['1'], outputs: [{}], rules: [['1']] }))),
      /Rule 1 of the table of “d” has 1 conditions and 0 results/,
    ],
    [
      'another language',
      model(
        decision(
          'd',
          '<literalExpression expressionLanguage="http://www.ecma.org/js"><text>1</text></literalExpression>',
        ),
      ),
      /language “http:\/\/www.ecma.org\/js”/,
    ],
    [
      'a huge file',
      model(decision('d', literal('1')), `<!--${'x'.repeat(2_000_000)}-->`),
      /longer than 2,000,000 characters/,
    ],
  ])('%s', (_, source, message) => {
    expect(refusal(source)).toMatch(message);
  });

  it('accepts what is just within the limits', () => {
    expect(refusal(chain(40))).toBe('accepted');
  });
});

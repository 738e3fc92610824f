import { describe, expect, it } from 'vitest';
import type { BoxedTable } from '../model';
import { lintTable } from '.';

/** A table of columns `A`, `B`…; each rule is its conditions, then one result. */
function table(
  hitPolicy: BoxedTable['hitPolicy'],
  rules: string[][],
  values: (string | undefined)[] = [],
): BoxedTable {
  const width = (rules[0]?.length ?? 1) - 1;
  return {
    ...{ kind: 'table', hitPolicy, outputs: [{ name: 'out' }], annotations: [] },
    inputs: Array.from({ length: width }, (_, i) => ({
      text: 'ABC'[i] ?? '',
      ...(values[i] !== undefined && { values: values[i] }),
    })),
    rules: rules.map((cells) => ({
      tests: cells.slice(0, width),
      outputs: cells.slice(width),
      annotations: [],
    })),
  };
}
const said = (of: BoxedTable) => lintTable(of).map(({ message }) => message);

describe('gaps', () => {
  it.each([
    [
      'between numbers',
      [
        ['< 2', '1'],
        ['> 2', '2'],
      ],
      ['No rule matches when A is 2.'],
    ],
    [
      'beyond the ends',
      [
        ['[0..10]', '1'],
        ['> 10', '2'],
      ],
      ['No rule matches when A is -1.'],
    ],
    [
      'between fractions',
      [
        ['<= 2', '1'],
        ['>= 3', '2'],
      ],
      ['No rule matches when A is 2.5.'],
    ],
    ['of a boolean', [['true', '1']], ['No rule matches when A is false.']],
    ['of texts without a list of them', [['"a"', '1']], ['No rule matches when A is any other text.']],
    [
      'of texts that are excluded',
      [
        ['not("a", "b")', '1'],
        ['"a"', '2'],
      ],
      ['No rule matches when A is "b".'],
    ],
    [
      'of two columns',
      [
        ['true', '< 5', '1'],
        ['false', '-', '2'],
      ],
      ['No rule matches when A is true and B is 5.'],
    ],
    [
      'none between days that follow',
      [
        ['<= date("2026-02-28")', '1'],
        ['>= date("2026-03-01")', '2'],
      ],
      [],
    ],
    [
      'none when everything is covered',
      [
        ['< 5', '1'],
        ['>= 5', '2'],
      ],
      [],
    ],
    [
      'none with open ends that meet',
      [
        [']0..5[', '1'],
        ['5', '2'],
        ['> 5', '3'],
        ['<= 0', '4'],
      ],
      [],
    ],
  ])('%s', (_, rules, messages) => expect(said(table('UNIQUE', rules))).toEqual(messages));

  it('respects the values a column allows', () => {
    expect(said(table('UNIQUE', [['"a"', '1']], ['"a","b"']))).toEqual(['No rule matches when A is "b".']);
    expect(said(table('UNIQUE', [['<= 5', '1']], ['[0..5]']))).toEqual([]);
  });

  it('are no matter where there is a default, or a list is the result', () => {
    const gap = table('UNIQUE', [['true', '1']]);
    expect(said({ ...gap, outputs: [{ defaultEntry: '0' }] })).toEqual([]);
    expect(said({ ...gap, hitPolicy: 'COLLECT' })).toEqual([]);
  });
});

describe('overlaps', () => {
  it('of Unique are told with the rules and an example', () => {
    const remarks = lintTable(
      table('UNIQUE', [
        ['<= 5', '1'],
        ['>= 5', '2'],
      ]),
    );
    expect(remarks).toEqual([
      {
        ...{ kind: 'overlap', severity: 'error', rules: [1, 2] },
        message: 'Rules 1 and 2 both match when A is 5. The hit policy Unique allows one.',
      },
    ]);
  });

  it('of Any are told where results differ', () => {
    expect(
      said(
        table('ANY', [
          ['-', '1'],
          ['-', '1'],
        ]),
      ),
    ).toEqual([]);
    expect(
      said(
        table('ANY', [
          ['-', '1'],
          ['-', '2'],
        ]),
      ),
    ).toEqual([
      'Rules 1 and 2 both match any data. Their results differ; the hit policy Any allows that for none.',
    ]);
  });

  it('of First hide a rule only when nothing is left of it', () => {
    expect(
      said(
        table('FIRST', [
          ['< 5', '1'],
          ['< 3', '2'],
          ['-', '3'],
        ]),
      ),
    ).toEqual(['Rule 2 is never used: rules above it match everything it matches.']);
    expect(
      said(
        table('FIRST', [
          ['< 3', '1'],
          ['< 5', '2'],
          ['-', '3'],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('what can’t be told without data', () => {
  it('is named and doubted in no way', () => {
    expect(
      said(
        table('UNIQUE', [
          ['> limit', '1'],
          ['5', '2'],
        ]),
      ),
    ).toEqual(['Rule 1 has conditions that depend on data; whether they overlap others was not checked.']);
    expect(
      said(
        table('FIRST', [
          ['> limit', '1'],
          ['-', '2'],
        ]),
      ),
    ).toEqual(['Rule 1 has conditions that depend on data; whether they overlap others was not checked.']);
  });

  it('includes a column of texts beside numbers', () => {
    expect(
      said(
        table('UNIQUE', [
          ['"a"', '1'],
          ['5', '2'],
        ]),
      ),
    ).toEqual([
      'Rules 1 and 2 have conditions that depend on data; whether they overlap others was not checked.',
    ]);
  });

  it('hides nothing about the other rules', () => {
    expect(
      said(
        table('UNIQUE', [
          ['> limit', '1'],
          ['5', '2'],
          ['[5..6]', '3'],
        ]),
      )[0],
    ).toContain('Rules 2 and 3');
  });
});

it('ends within its budget on a table of many columns', () => {
  const wide: BoxedTable = {
    ...table('UNIQUE', []),
    inputs: Array.from({ length: 14 }, (_, i) => ({ text: `c${i}` })),
    rules: Array.from({ length: 60 }, (_, rule) => ({
      tests: Array.from(
        { length: 14 },
        (_each, i) => `[${(rule * 7 + i) % 50}..${((rule * 7 + i) % 50) + 20}]`,
      ),
      outputs: ['1'],
      annotations: [],
    })),
  };
  const started = performance.now();
  expect(said(wide)).toContain('The table is too large to look for every gap.');
  expect(performance.now() - started).toBeLessThan(5_000);
});

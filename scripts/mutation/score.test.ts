import { expect, it } from 'vitest';
import { scoreLine, scoreTable } from './score.mjs';

const mutants = (...statuses: string[]) => ({ mutants: statuses.map((status) => ({ status })) });
const files = {
  'core/decide/a.ts': mutants('Killed', 'Killed', 'Timeout', 'NoCoverage'),
  'core/decide/b.ts': mutants('Ignored', 'RuntimeError'),
  'core/c.ts': mutants('Killed', 'Survived'),
};

it('counts what no test runs as unnoticed, and what can make no difference not at all', () => {
  expect(scoreLine(files, 85)).toBe(
    'mutation score 66.67 % of 6 mutants (at least 85 %): 3 killed, 1 timed out, 1 survived, 1 without a test',
  );
});

it('shows each folder and the whole', () => {
  const rows = scoreTable(files)
    .split('\n')
    .map((line) => line.split(/ {2,}/));
  expect(rows).toEqual([
    ['folder', 'score', 'killed', 'timeout', 'survived', 'no test'],
    ['core', '50.00', '1', '0', '1', '0'],
    ['core/decide', '75.00', '2', '1', '0', '1'],
    ['all', '66.67', '3', '1', '1', '1'],
  ]);
});

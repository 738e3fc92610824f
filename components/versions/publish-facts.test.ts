import { expect, it } from 'vitest';
import { runningWords } from './publish-facts';

it('says what becomes of what runs', () => {
  expect(runningWords([], 3)).toBe('Nothing runs now. New instances start on v3.');
  expect(runningWords([{ version: 2, count: 1 }], 3)).toBe(
    '1 running instance stays on v2. New instances start on v3.',
  );
  expect(
    runningWords(
      [
        { version: 2, count: 3 },
        { version: 1, count: 2 },
      ],
      3,
    ),
  ).toBe('5 running instances stay on their versions (3 on v2, 2 on v1). New instances start on v3.');
});

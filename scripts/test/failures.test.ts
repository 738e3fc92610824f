import { expect, test } from 'vitest';
import { playwrightFailures, vitestFailures } from './failures.mjs';

test('failed unit tests are named with their file and the first lines of why', () => {
  const report = JSON.stringify({
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'good' },
          { status: 'failed', fullName: 'bad', failureMessages: ['expected 1\n\nto be 2'] },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ],
  });
  expect(vitestFailures(report)).toEqual([
    'a.test.ts › bad\n    expected 1\n    to be 2',
    'b.test.ts › the file\n    no such module',
  ]);
});

test('browser tests that failed or passed only when repeated are named', () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'x.spec.ts',
    line: 3,
    tests: [{ status, results: [{ error: { message: 'timed out' } }] }],
  });
  const report = JSON.stringify({
    suites: [{ suites: [{ specs: [spec('a', 'expected'), spec('b', 'flaky'), spec('c', 'unexpected')] }] }],
  });
  expect(playwrightFailures(report)).toEqual([
    'x.spec.ts:3 › b\n    timed out',
    'x.spec.ts:3 › c\n    timed out',
  ]);
});

test('a report that is missing or broken names nothing', () => {
  expect(vitestFailures(undefined)).toEqual([]);
  expect(playwrightFailures('{')).toEqual([]);
});

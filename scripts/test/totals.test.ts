import { describe, expect, it } from 'vitest';
import {
  addTotals,
  countListed,
  exitCodeFor,
  oneCheck,
  playwrightTotals,
  totalsLine,
  vitestTotals,
} from './totals.mjs';

const vitest = (more: object = {}) =>
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [],
    ...more,
  });
const playwright = (more: object = {}) =>
  JSON.stringify({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 2, ...more } });

describe('totals of a test run', () => {
  it.each([
    ['counts passed, skipped and to-do tests', vitest(), 0, '5 passed, 0 failed, 2 skipped'],
    ['counts failed tests', vitest({ numFailedTests: 2 }), 1, '5 passed, 2 failed, 2 skipped'],
    [
      'counts a file that does not load as a failure',
      vitest({ testResults: [{ status: 'failed', assertionResults: [] }] }),
      1,
      '5 passed, 1 failed, 2 skipped',
    ],
    [
      'counts a file with a failed test once',
      vitest({
        numFailedTests: 1,
        testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
      }),
      1,
      '5 passed, 1 failed, 2 skipped',
    ],
    ['counts an error outside every test', vitest(), 1, '5 passed, 1 failed, 2 skipped'],
    ['counts a run without report as failed', undefined, 0, '0 passed, 1 failed, 0 skipped'],
    ['counts a run with half a report as failed', '{"numPassed', 1, '0 passed, 1 failed, 0 skipped'],
  ])('Vitest: %s', (_, report, code, line) => {
    expect(totalsLine(vitestTotals(report, code))).toBe(line);
  });

  it.each([
    ['counts passed and skipped tests', playwright(), 0, '4 passed, 0 failed, 2 skipped'],
    [
      'counts a test that passed only when repeated as failed',
      playwright({ flaky: 1 }),
      0,
      '4 passed, 1 failed, 2 skipped',
    ],
    ['counts a server that did not start', playwright({ expected: 0 }), 1, '0 passed, 1 failed, 2 skipped'],
    ['counts a run without report as failed', undefined, null, '0 passed, 1 failed, 0 skipped'],
  ])('Playwright: %s', (_, report, code, line) => {
    expect(totalsLine(playwrightTotals(report, code))).toBe(line);
  });

  it('counts the tests of nested suites in a listing', () => {
    const inner = { specs: [{ tests: [{}, {}] }] };
    expect(countListed(JSON.stringify({ suites: [{ specs: [{ tests: [{}] }], suites: [inner] }] }))).toBe(3);
    expect(countListed(undefined)).toBe(0);
  });

  it('is good only when something passed and nothing failed', () => {
    expect(exitCodeFor(addTotals([oneCheck(0), oneCheck(0)]))).toBe(0);
    expect(exitCodeFor(addTotals([oneCheck(0), oneCheck(1)]))).toBe(1);
    expect(exitCodeFor(addTotals([]))).toBe(1);
    expect(exitCodeFor({ passed: 0, failed: 0, skipped: 9 })).toBe(1);
  });
});

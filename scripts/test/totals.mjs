/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @type {Totals} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * A check that passes or fails as a whole (lint, types, build) counts as one test.
 * @param {number | null} exitCode
 * @returns {Totals}
 */
export const oneCheck = (exitCode) =>
  exitCode === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };

/**
 * Counts what Vitest's JSON reporter wrote. A file that could not be loaded has no tests but failed; so
 * did a run that reports no failure yet ends with an error (an unhandled rejection, a crash).
 * @param {string | undefined} report
 * @param {number | null} exitCode
 * @returns {Totals}
 */
export function vitestTotals(report, exitCode) {
  const data = parse(report);
  if (!data) return oneCheck(exitCode || 1);
  const unloaded = (data.testResults ?? []).filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      !file.assertionResults?.some((/** @type {any} */ test) => test.status === 'failed'),
  ).length;
  const failed = (data.numFailedTests ?? 0) + unloaded;
  return {
    passed: data.numPassedTests ?? 0,
    failed: failed || (exitCode === 0 ? 0 : 1),
    skipped: (data.numPendingTests ?? 0) + (data.numTodoTests ?? 0),
  };
}

/**
 * Counts what Playwright's JSON reporter wrote. A test that passed only when repeated did not pass.
 * @param {string | undefined} report
 * @param {number | null} exitCode
 * @returns {Totals}
 */
export function playwrightTotals(report, exitCode) {
  const stats = parse(report)?.stats;
  if (!stats) return oneCheck(exitCode || 1);
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: failed || (exitCode === 0 ? 0 : 1), skipped: stats.skipped };
}

/**
 * The number of tests in a `playwright test --list` report.
 * @param {string | undefined} report
 */
export function countListed(report) {
  const count = (/** @type {any} */ suite) =>
    (suite.specs ?? []).reduce(
      (/** @type {number} */ sum, /** @type {any} */ spec) => sum + spec.tests.length,
      0,
    ) +
    (suite.suites ?? []).reduce(
      (/** @type {number} */ sum, /** @type {any} */ inner) => sum + count(inner),
      0,
    );
  return count(parse(report) ?? {});
}

/**
 * @param {Totals[]} parts
 * @returns {Totals}
 */
export function addTotals(parts) {
  return parts.reduce(
    (sum, part) => ({
      passed: sum.passed + part.passed,
      failed: sum.failed + part.failed,
      skipped: sum.skipped + part.skipped,
    }),
    NOTHING,
  );
}

/** @param {Totals} totals */
export const totalsLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * A run is good when something was tested and nothing failed.
 * @param {Totals} totals
 */
export const exitCodeFor = ({ passed, failed }) => (failed === 0 && passed > 0 ? 0 : 1);

/** @param {string | undefined} text */
function parse(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The failed tests of a Vitest JSON report, each as file, name and the first line of why.
 * @param {string | undefined} report
 * @returns {string[]}
 */
export function vitestFailures(report) {
  return (parse(report)?.testResults ?? []).flatMap((/** @type {any} */ file) => {
    const tests = (file.assertionResults ?? []).filter((/** @type {any} */ test) => test.status === 'failed');
    if (file.status === 'failed' && tests.length === 0) return [named(file.name, 'the file', file.message)];
    return tests.map((/** @type {any} */ test) => named(file.name, test.fullName, test.failureMessages?.[0]));
  });
}

/**
 * The tests of a Playwright JSON report that failed, or passed only when repeated.
 * @param {string | undefined} report
 * @returns {string[]}
 */
export function playwrightFailures(report) {
  const within = (/** @type {any} */ suite) => [
    ...(suite.specs ?? []).filter((/** @type {any} */ spec) => spec.tests.some(isBad)).map(describe),
    ...(suite.suites ?? []).flatMap(within),
  ];
  return within(parse(report) ?? {});
}

const isBad = (/** @type {any} */ test) => test.status === 'unexpected' || test.status === 'flaky';

function describe(/** @type {any} */ spec) {
  const results = spec.tests.flatMap((/** @type {any} */ test) => test.results ?? []);
  const failed = results.find((/** @type {any} */ result) => result.error);
  return named(`${spec.file}:${spec.line}`, spec.title, failed?.error?.message);
}

/**
 * @param {string} file
 * @param {string} name
 * @param {string | undefined} reason
 */
function named(file, name, reason) {
  const lines = (reason ?? '').split('\n').filter((line) => line.trim());
  return [`${file} › ${name}`, ...lines.slice(0, 12).map((line) => `    ${line}`)].join('\n');
}

/** @param {string | undefined} text */
function parse(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

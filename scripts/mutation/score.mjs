import path from 'node:path';

/** @typedef {{ status: string }} Mutant */
/** @typedef {Record<string, { mutants: Mutant[] }>} Files the files of a Stryker report */
/** @typedef {{ killed: number, timeout: number, survived: number, uncovered: number }} Tally */

/** Mutants of these states are no change of behaviour that a test could notice, so they count for nothing. */
const UNCOUNTED = new Set(['Ignored', 'CompileError', 'RuntimeError', 'Pending']);

/**
 * @param {Mutant[]} mutants
 * @returns {Tally}
 */
function tally(mutants) {
  const counted = mutants.filter(({ status }) => !UNCOUNTED.has(status));
  const of = (/** @type {string} */ wanted) => counted.filter(({ status }) => status === wanted).length;
  return {
    killed: of('Killed'),
    timeout: of('Timeout'),
    survived: of('Survived'),
    uncovered: of('NoCoverage'),
  };
}

/** Percent of the mutants that a test noticed; what no test runs counts as unnoticed. */
const percent = (/** @type {Tally} */ { killed, timeout, survived, uncovered }) =>
  (100 * (killed + timeout)) / Math.max(1, killed + timeout + survived + uncovered);

const every = (/** @type {Files} */ files) => Object.values(files).flatMap(({ mutants }) => mutants);

const folderOf = (/** @type {string} */ file) => path.posix.dirname(file);

const inside = (/** @type {Files} */ files, /** @type {string} */ folder) =>
  Object.fromEntries(Object.entries(files).filter(([file]) => folderOf(file) === folder));

/**
 * A line a folder, then one for all of them.
 * @param {Files} files
 */
export function scoreTable(files) {
  const folders = [...new Set(Object.keys(files).map(folderOf))].sort();
  const rows = folders.map((folder) => row(folder, every(inside(files, folder))));
  const head = ['folder', 'score', 'killed', 'timeout', 'survived', 'no test'];
  const lines = [head, ...rows, row('all', every(files))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/**
 * @param {string} name
 * @param {Mutant[]} mutants
 */
function row(name, mutants) {
  const counts = tally(mutants);
  const { killed, timeout, survived, uncovered } = counts;
  return [name, percent(counts).toFixed(2), ...[killed, timeout, survived, uncovered].map(String)];
}

/**
 * The score in one line.
 * @param {Files} files
 * @param {number} threshold percent
 */
export function scoreLine(files, threshold) {
  const counts = tally(every(files));
  const { killed, timeout, survived, uncovered } = counts;
  const all = killed + timeout + survived + uncovered;
  return `mutation score ${percent(counts).toFixed(2)} % of ${all} mutants (at least ${threshold} %): ${killed} killed, ${timeout} timed out, ${survived} survived, ${uncovered} without a test`;
}

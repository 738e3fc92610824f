// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { add, equal, isNumber, order } from '../../../engine/compile/feel/standard/index.mjs';

/**
 * @typedef {readonly unknown[]} Row the results of one rule
 * @typedef {{ row: Row | null } | { rows: readonly Row[] } | { value: unknown } | { problem: string }} Outcome
 */

/**
 * What a table answers from the rules that matched (DMN 1.5, 8.2.10).
 * @param {import('../model').BoxedTable} table
 * @param {readonly Row[]} rows
 * @param {readonly number[]} hits the rules of those rows, from 0
 * @param {(() => Row) | undefined} fallback the default results
 * @param {(row: Row) => readonly number[]} ranks the priority of each result, 0 the highest
 * @returns {Outcome}
 */
export function applyHitPolicy({ hitPolicy, aggregation }, rows, hits, fallback, ranks) {
  if (rows.length === 0 && fallback) return { row: fallback() };
  switch (hitPolicy) {
    case 'UNIQUE':
      return rows.length > 1 ? { problem: `${named(hits)} match, but only one rule may.` } : single(rows);
    case 'ANY':
      return rows.every((row) => equal(row, rows[0]) === true)
        ? single(rows)
        : { problem: `${named(hits)} match, but give different results.` };
    case 'FIRST':
      return single(rows);
    case 'PRIORITY':
      return single(byPriority(rows, ranks));
    case 'RULE ORDER':
      return { rows };
    case 'OUTPUT ORDER':
      return { rows: byPriority(rows, ranks) };
    default:
      return aggregation ? collect(aggregation, rows) : { rows };
  }
}

/**
 * @param {readonly Row[]} rows
 * @returns {Outcome}
 */
const single = (rows) => ({ row: rows[0] ?? null });

/** @param {readonly number[]} hits */
function named(hits) {
  const numbers = hits.map((hit) => String(hit + 1));
  return `Rules ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

/**
 * @param {readonly Row[]} rows
 * @param {(row: Row) => readonly number[]} ranks
 */
function byPriority(rows, ranks) {
  const ranked = rows.map((row) => ({ row, rank: ranks(row) }));
  const compare = (/** @type {readonly number[]} */ a, /** @type {readonly number[]} */ b) => {
    const at = a.findIndex((rank, column) => rank !== b[column]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
  };
  return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ row }) => row);
}

/**
 * @param {import('../model').Aggregation} aggregation
 * @param {readonly Row[]} rows
 * @returns {Outcome}
 */
function collect(aggregation, rows) {
  if (aggregation === 'COUNT') return { value: rows.length };
  if (rows.some((row) => row.length > 1))
    return { problem: `A table of several output columns cannot collect by ${aggregation}.` };
  const values = rows.map(([value]) => value);
  if (values.length === 0) return { value: null };
  if (aggregation === 'SUM') {
    if (!values.every(isNumber)) return { problem: 'Only numbers can be summed up.' };
    return { value: /** @type {any[]} */ (values).reduce((a, b) => (a === null ? null : add(a, b))) };
  }
  const direction = aggregation === 'MAX' ? 1 : -1;
  let best = values[0];
  for (const value of values) {
    const compared = order(value, best);
    if (compared === null) return { problem: 'The results cannot be compared with each other.' };
    if (compared * direction > 0) best = value;
  }
  return { value: best };
}

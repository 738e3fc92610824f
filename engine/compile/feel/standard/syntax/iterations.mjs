// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { dateOfDays } from '../values/calendar.mjs';
import { kindOf } from '../values/kinds.mjs';
import { add, compare, isInteger, isNumber } from '../values/numbers.mjs';
import { FeelRange } from '../values/range.mjs';
import { FeelDate } from '../values/temporal.mjs';

/**
 * @typedef {import('./compiler.mjs').Node} Node
 * @typedef {import('./compiler.mjs').Compiler} Compiler
 * @typedef {import('./scope.mjs').Scope} Scope
 * @typedef {{ name: string, items: (scope: Scope) => Iterable<unknown> | null }} Clause
 */

/** @type {Record<string, import('./compiler.mjs').Handler>} */
export const ITERATIONS = {
  ForExpression: (node, compiler) => {
    const { clauses, body } = iteration(node, compiler);
    return (scope) => {
      /** @type {unknown[]} */
      const results = [];
      const start = scope.inner({ partial: results });
      const complete = each(clauses, 0, start, (inner) => {
        results.push(body(inner));
        return true;
      });
      return complete === null ? null : results;
    };
  },
  QuantifiedExpression: (node, compiler) => {
    const { clauses, body } = iteration(node, compiler);
    const deciding = node.firstChild?.name === 'some';
    return (scope) => {
      let outcome = /** @type {boolean | null} */ (!deciding);
      const complete = each(clauses, 0, scope, (inner) => {
        const value = body(inner);
        if (value === deciding) outcome = deciding;
        else if (value !== !deciding) outcome = null;
        return value !== deciding;
      });
      return complete === null ? null : outcome;
    };
  },
};

/**
 * @param {Node} node
 * @param {Compiler} compiler
 */
function iteration(node, compiler) {
  const children = compiler.children(node);
  const list = children.find(({ name }) => name === 'InExpressions');
  const body = children.at(-1);
  if (!list || !body) throw new Error('an iteration is incomplete');
  return {
    clauses: compiler.children(list).map((clause) => compileClause(clause, compiler)),
    body: compiler.compile(body),
  };
}

/**
 * @param {Node} node
 * @param {Compiler} compiler
 * @returns {Clause}
 */
function compileClause(node, compiler) {
  const [name, , domain] = compiler.children(node);
  if (!name || !domain) throw new Error('an iteration is incomplete');
  const [from, to] = compiler.parts(domain).map((part) => compiler.compile(part));
  if (!from) throw new Error('an iteration is incomplete');
  const items = to
    ? (/** @type {Scope} */ scope) => count(from(scope), to(scope))
    : (/** @type {Scope} */ scope) => itemsOf(from(scope));
  return { name: compiler.name(name), items };
}

/**
 * Visits all combinations, the last clause fastest.
 * @param {readonly Clause[]} clauses
 * @param {number} index
 * @param {Scope} scope
 * @param {(scope: Scope) => boolean} visit false stops
 * @returns {boolean | null} null when a clause has nothing to iterate over
 */
function each(clauses, index, scope, visit) {
  const clause = clauses[index];
  if (!clause) return visit(scope);
  const items = clause.items(scope);
  if (items === null) return null;
  for (const item of items) {
    scope.run.spend?.(1);
    const outcome = each(clauses, index + 1, scope.inner({ [clause.name]: item }), visit);
    if (outcome !== true) return outcome;
  }
  return true;
}

/**
 * What can be iterated over: a list, the integers or dates of a range, any other value as a list of it.
 * @param {unknown} value
 * @returns {Iterable<unknown> | null}
 */
export function itemsOf(value) {
  if (Array.isArray(value))
    return value.length === 1 && value[0] instanceof FeelRange ? itemsOf(value[0]) : value;
  if (value instanceof FeelRange) return itemsOfRange(value);
  return value === null ? null : [value];
}

/** @param {FeelRange} range */
function itemsOfRange({ startIncluded, start, end, endIncluded }) {
  const all = count(start ?? null, end ?? null);
  if (all === null) return null;
  return skipEnds(all, startIncluded ? undefined : start, endIncluded ? undefined : end);
}

/**
 * @param {Iterable<any>} items
 * @param {any} first
 * @param {any} last
 */
function* skipEnds(items, first, last) {
  for (const item of items) {
    const isEnd = [first, last].some((end) => end !== undefined && String(end) === String(item));
    if (!isEnd) yield item;
  }
}

/**
 * The integers or dates from one end to the other, both included, upwards or downwards.
 * @param {any} from
 * @param {any} to
 * @returns {Iterable<unknown> | null}
 */
function count(from, to) {
  if (isNumber(from) && isNumber(to)) return countNumbers(from, to);
  if (kindOf(from) === 'date' && kindOf(to) === 'date') return countDates(from.days, to.days);
  return null;
}

/**
 * @param {any} from
 * @param {any} to
 */
function countNumbers(from, to) {
  if (!isInteger(from) || !isInteger(to)) return null;
  return numbers(from, to);
}

/**
 * @param {any} from
 * @param {any} to
 */
function* numbers(from, to) {
  const step = compare(from, to) <= 0 ? 1 : -1;
  for (let at = from; compare(at, to) * step <= 0; at = add(at, step)) yield at;
}

/**
 * @param {number} from
 * @param {number} to
 */
function* countDates(from, to) {
  const step = from <= to ? 1 : -1;
  for (let at = from; (at - to) * step <= 0; at += step) {
    const { year, month, day } = dateOfDays(at);
    yield new FeelDate(year, month, day);
  }
}

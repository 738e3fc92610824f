// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { coerce, emptyContext, equal, kindOf } from '../../../engine/compile/feel/standard/index.mjs';
import { applyHitPolicy } from './hit-policy.mjs';
import { fromJson } from './json.mjs';
import { tell } from './place.mjs';

/**
 * @typedef {import('./place.mjs').Place} Place
 * @typedef {import('./place.mjs').Code} Code
 * @typedef {import('./place.mjs').Scope} Scope
 * @typedef {import('../model').BoxedTable} BoxedTable
 * @typedef {{ label: string, read: (scope: Scope) => unknown | typeof REFUSED }} Input
 * @typedef {{ name: string, fit: (value: unknown, scope: Scope, rule: number) => unknown, rank: (value: unknown, scope: Scope) => number }} Output
 */

/** A value that the column does not allow; the table then has no result. */
const REFUSED = Symbol('refused');

/**
 * Compiles a decision table (DMN 1.5, chapter 8).
 * @param {BoxedTable} table
 * @param {Place} outer
 * @returns {Code}
 */
export function compileTable(table, outer) {
  const place = outer.at(table.id === undefined ? {} : { table: table.id });
  const inputs = table.inputs.map((input, index) => compileInput(input, index, place));
  const outputs = table.outputs.map((output, index) => compileOutput(output, index, place));
  const rules = table.rules.map((rule, index) => compileRule(rule, index, table, place));
  const defaults = table.outputs.map(({ defaultEntry }) =>
    defaultEntry === undefined ? undefined : place.compile(defaultEntry),
  );
  return (scope) => {
    const values = inputs.map(({ read }) => read(scope));
    if (values.includes(REFUSED)) return null;
    const hits = [];
    for (const [index, { tests }] of rules.entries()) {
      if (!tests.every((test, column) => test(scope.inner({ '?': values[column] })) === true)) continue;
      hits.push(index);
      if (table.hitPolicy === 'FIRST') break;
    }
    record(scope, place, hits, table);
    const rows = hits.map((index) => rowOf(index, rules, outputs, scope));
    const fallback = defaults.some(Boolean) ? () => defaults.map((code) => code?.(scope) ?? null) : undefined;
    const outcome = applyHitPolicy(table, rows, hits, fallback, (row) =>
      row.map((value, column) => outputs[column]?.rank(value, scope) ?? 0),
    );
    if ('problem' in outcome) {
      tell(scope, place.problem(outcome.problem));
      return null;
    }
    const assemble = (/** @type {readonly unknown[]} */ row) => assembleRow(row, outputs);
    return 'row' in outcome
      ? outcome.row && assemble(outcome.row)
      : 'rows' in outcome
        ? outcome.rows.map(assemble)
        : outcome.value;
  };
}

/**
 * @param {import('../model').TableInput} input
 * @param {number} index
 * @param {Place} outer
 * @returns {Input}
 */
function compileInput({ label, text, typeRef, values }, index, outer) {
  const name = label ?? (text.trim() || `input ${index + 1}`);
  const place = outer.at({ column: name });
  const code = text.trim() === '' ? () => null : place.compile(text);
  const type = place.type(typeRef);
  const allowed =
    values === undefined || values.trim() === '' ? undefined : place.compile(values, 'unaryTests');
  return {
    label: name,
    read: (scope) => {
      // a process variable that no element declares is JSON, where a date is a text
      const value = fromJson(code(scope), type);
      const coerced = type ? coerce(value, type) : { ok: true, value };
      const fits =
        coerced.ok &&
        (allowed === undefined ||
          coerced.value === null ||
          allowed(scope.inner({ '?': coerced.value })) === true);
      if (fits && coerced.ok) return coerced.value;
      tell(scope, place.problem(`The input value (${kindOf(value)}) is not one the column allows.`));
      return REFUSED;
    },
  };
}

/**
 * @param {import('../model').TableOutput} output
 * @param {number} index
 * @param {Place} outer
 * @returns {Output}
 */
function compileOutput({ name, label, typeRef, values }, index, outer) {
  const title = name ?? label ?? `output ${index + 1}`;
  const place = outer.at({ column: title });
  const type = place.type(typeRef);
  const listed = values === undefined || values.trim() === '' ? undefined : values;
  const allowed = listed && place.compile(listed, 'unaryTests');
  // the order of the values is the priority; tests that are no values have none
  const order = listed && place.parse(`[${listed}]`, 'expression');
  return {
    name: title,
    fit: (value, scope, rule) => {
      const coerced = type ? coerce(value, type) : { ok: true, value };
      const fits =
        coerced.ok &&
        (!allowed || coerced.value === null || allowed(scope.inner({ '?': coerced.value })) === true);
      if (fits && coerced.ok) return coerced.value;
      tell(
        scope,
        place.at({ rule: rule + 1 }).problem(`The result (${kindOf(value)}) is not one the column allows.`),
      );
      return null;
    },
    rank: (value, scope) => {
      const all = order ? order(scope) : [];
      const at = Array.isArray(all) ? all.findIndex((candidate) => equal(candidate, value) === true) : -1;
      return at < 0 ? Number.MAX_SAFE_INTEGER : at;
    },
  };
}

/**
 * @param {import('../model').TableRule} rule
 * @param {number} index
 * @param {BoxedTable} table
 * @param {Place} place
 */
function compileRule({ tests, outputs }, index, table, place) {
  const at = (/** @type {string | undefined} */ column) =>
    place.at({ rule: index + 1, ...(column !== undefined && { column }) });
  return {
    tests: tests.map((text, column) => {
      const input = table.inputs[column];
      return isEmpty(text) ? () => true : at(input?.label ?? input?.text).compile(text, 'unaryTests');
    }),
    outputs: outputs.map((text, column) => {
      const output = table.outputs[column];
      return isEmpty(text) ? () => null : at(output?.name ?? output?.label).compile(text);
    }),
  };
}

/** An empty cell, or one with a dash, says nothing. @param {string} text */
const isEmpty = (text) => text.trim() === '' || text.trim() === '-';

/**
 * @param {number} index
 * @param {readonly { outputs: readonly Code[] }[]} rules
 * @param {readonly Output[]} outputs
 * @param {Scope} scope
 */
function rowOf(index, rules, outputs, scope) {
  const codes = rules[index]?.outputs ?? [];
  return codes.map((code, column) => outputs[column]?.fit(code(scope) ?? null, scope, index) ?? null);
}

/**
 * One column gives its value, several a context.
 * @param {readonly unknown[]} row
 * @param {readonly Output[]} outputs
 */
function assembleRow(row, outputs) {
  if (outputs.length === 1) return row[0] ?? null;
  const context = emptyContext();
  outputs.forEach(({ name }, column) => {
    context[name] = row[column] ?? null;
  });
  return context;
}

/**
 * Notes which rules matched, for the audit trail.
 * @param {Scope} scope
 * @param {Place} place
 * @param {readonly number[]} hits
 * @param {BoxedTable} table
 */
function record(scope, { path }, hits, { rules, id }) {
  const matched = hits.map((index) => {
    const { id: rule, annotations = [] } = rules[index] ?? {};
    const notes = annotations.filter((note) => note.trim() !== '');
    return {
      rule: index + 1,
      ...(rule !== undefined && { id: rule }),
      ...(notes.length > 0 && { annotations: notes }),
    };
  });
  /** @type {{ tables?: object[] }} */ (scope.run).tables?.push({
    decision: path.decision,
    ...(id !== undefined && { table: id }),
    matched,
  });
}

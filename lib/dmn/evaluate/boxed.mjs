// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import {
  callNamed,
  coerce,
  emptyContext,
  FeelFunction,
  isFunction,
  itemScope,
  itemsOf,
  kindOf,
} from '../../../engine/compile/feel/standard/index.mjs';
import { tell } from './place.mjs';
import { compileTable } from './table.mjs';

/**
 * @typedef {import('./place.mjs').Place} Place
 * @typedef {import('./place.mjs').Code} Code
 * @typedef {import('../model').Boxed} Boxed
 */

/** @type {{ [K in Boxed['kind']]: (boxed: any, place: Place) => Code }} */
const COMPILERS = {
  literal: compileLiteral,
  table: compileTable,
  context: compileContext,
  list: ({ items }, place) => {
    const codes = items.map((/** @type {Boxed} */ item) => compileBoxed(item, place));
    return (scope) => codes.map((/** @type {Code} */ code) => code(scope));
  },
  relation: compileRelation,
  function: compileFunction,
  invocation: compileInvocation,
  conditional: ({ condition, whenTrue, whenFalse }, place) => {
    const [test, yes, no] = [condition, whenTrue, whenFalse].map((part) => compileBoxed(part, place));
    return (scope) => (test?.(scope) === true ? yes?.(scope) : no?.(scope));
  },
  filter: compileFilter,
  for: compileIteration,
  some: compileIteration,
  every: compileIteration,
};

/**
 * Compiles an expression with its boxes; its value is one of the type it names, or null.
 * @param {Boxed} boxed
 * @param {Place} place
 * @returns {Code}
 */
export function compileBoxed(boxed, place) {
  const code = COMPILERS[boxed.kind](boxed, place);
  return boxed.kind === 'function' ? code : typed(code, boxed.typeRef, place);
}

/**
 * @param {Code} code
 * @param {string | undefined} typeRef
 * @param {Place} place
 * @returns {Code}
 */
export function typed(code, typeRef, place) {
  const type = place.type(typeRef);
  if (!type) return code;
  const problem = (/** @type {unknown} */ value) =>
    place.problem(`The result is of type ${kindOf(value)}, which is not allowed as ${typeRef}.`);
  return (scope) => {
    const value = code(scope) ?? null;
    const coerced = coerce(value, type);
    if (coerced.ok) return coerced.value;
    tell(scope, problem(value));
    return null;
  };
}

/**
 * @param {import('../model').BoxedLiteral} literal
 * @param {Place} place
 */
function compileLiteral({ text, language }, place) {
  if (language === undefined) return place.compile(text);
  const problem = place.problem(`Expressions in the language “${language}” cannot be evaluated; write FEEL.`);
  place.report(problem);
  return (/** @type {import('./place.mjs').Scope} */ scope) => {
    tell(scope, problem);
    return null;
  };
}

/**
 * @param {import('../model').BoxedContext} context
 * @param {Place} place
 * @returns {Code}
 */
function compileContext({ entries }, place) {
  let inner = place;
  const codes = entries.map(({ name, typeRef, value }) => {
    const code = typed(
      compileBoxed(value, inner.at(name === undefined ? {} : { column: name })),
      typeRef,
      inner,
    );
    if (name !== undefined) inner = inner.knowing({ [name]: inner.shape(typeRef) ?? shapeOfBoxed(value) });
    return { name, code };
  });
  return (scope) => {
    const context = emptyContext();
    const names = scope.inner(context);
    for (const { name, code } of codes) {
      const value = code(names) ?? null;
      if (name === undefined) return value;
      context[name] = value;
    }
    return context;
  };
}

/**
 * The names inside a value that no type tells.
 * @param {Boxed} boxed
 * @returns {Record<string, unknown> | null}
 */
export function shapeOfBoxed(boxed) {
  if (boxed.kind === 'context' && boxed.entries.every(({ name }) => name !== undefined)) {
    return Object.fromEntries(boxed.entries.map(({ name, value }) => [name, shapeOfBoxed(value)]));
  }
  if (boxed.kind === 'relation') return Object.fromEntries(boxed.columns.map((name) => [name, null]));
  if (boxed.kind === 'table' && boxed.outputs.length > 1) {
    return Object.fromEntries(boxed.outputs.map(({ name }) => [name ?? '', null]));
  }
  return null;
}

/**
 * @param {import('../model').BoxedRelation} relation
 * @param {Place} place
 * @returns {Code}
 */
function compileRelation({ columns, rows }, place) {
  const codes = rows.map((row) => row.map((cell) => compileBoxed(cell, place)));
  return (scope) =>
    codes.map((row) => {
      const context = emptyContext();
      columns.forEach((name, index) => {
        context[name] = row[index]?.(scope) ?? null;
      });
      return context;
    });
}

/**
 * @param {import('../model').BoxedFunction} definition
 * @param {Place} place
 * @returns {(scope: import('./place.mjs').Scope) => FeelFunction | null}
 */
export function compileFunction({ language, parameters, body, typeRef }, place) {
  if (language !== 'FEEL' || !body) {
    const problem = place.problem(
      body ? `Functions in ${language} cannot be called; write FEEL.` : 'The function has no body.',
    );
    return (scope) => {
      tell(scope, problem);
      return null;
    };
  }
  const names = parameters.map(({ name, typeRef: ref }) => [name, place.shape(ref)]);
  const code = compileBoxed(body, place.knowing(Object.fromEntries(names)));
  const formal = parameters.map(({ name, typeRef: ref }) => ({ name, type: place.type(ref) }));
  const type = place.type(typeRef);
  return (scope) =>
    new FeelFunction(
      formal,
      (args) => {
        scope.run.spend?.(1);
        return code(
          scope.inner(Object.fromEntries(formal.map(({ name }, index) => [name, args[index] ?? null]))),
        );
      },
      type?.kind === 'function' ? type.result : type,
    );
}

/**
 * @param {import('../model').BoxedInvocation} invocation
 * @param {Place} place
 * @returns {Code}
 */
function compileInvocation({ callee, bindings }, place) {
  const find = compileBoxed(callee, place);
  const args = bindings.map(({ name, value }) => /** @type {const} */ ([name, compileBoxed(value, place)]));
  const problem = place.problem('What is called here is not a function.');
  return (scope) => {
    const target = find(scope);
    if (!isFunction(target)) {
      tell(scope, problem);
      return null;
    }
    return callNamed(
      /** @type {any} */ (target),
      new Map(args.map(([name, code]) => [name, code(scope)])),
      scope.run,
    );
  };
}

/**
 * @param {import('../model').BoxedFilter} boxed
 * @param {Place} place
 * @returns {Code}
 */
function compileFilter({ list, match }, place) {
  const read = compileBoxed(list, place);
  const shape = shapeOfBoxed(list);
  const test = compileBoxed(match, place.knowing({ ...shape, item: shape }));
  return (scope) => {
    const value = read(scope);
    const items = Array.isArray(value) ? value : value === null ? null : [value];
    if (items === null) return null;
    const outcomes = items.map((item) => test(itemScope(item, scope)));
    if (outcomes.some((outcome) => typeof outcome !== 'boolean' && outcome !== null)) return null;
    return items.filter((_, index) => outcomes[index] === true);
  };
}

/**
 * @param {import('../model').BoxedIteration} boxed
 * @param {Place} place
 * @returns {Code}
 */
function compileIteration({ kind, variable, list, body }, place) {
  const read = compileBoxed(list, place);
  const code = compileBoxed(body, place.knowing({ [variable]: shapeOfBoxed(list), partial: null }));
  return (scope) => {
    const items = itemsOf(read(scope));
    if (items === null) return null;
    /** @type {unknown[]} */
    const results = [];
    for (const item of items) {
      scope.run.spend?.(1);
      results.push(code(scope.inner({ [variable]: item, partial: results })) ?? null);
    }
    return kind === 'for' ? results : quantified(results, kind === 'some');
  };
}

/**
 * @param {readonly unknown[]} outcomes
 * @param {boolean} deciding
 */
function quantified(outcomes, deciding) {
  if (outcomes.includes(deciding)) return deciding;
  return outcomes.every((outcome) => outcome === !deciding) ? !deciding : null;
}

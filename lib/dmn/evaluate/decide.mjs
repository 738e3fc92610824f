// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { toJson } from '../../../engine/compile/feel/to-json.mjs';
import { Evaluation } from './evaluation.mjs';
import { fromJson } from './json.mjs';

/**
 * @typedef {import('./program.mjs').Program} Program
 * @typedef {import('./program.mjs').Placed} Placed
 * @typedef {import('./place.mjs').Problem} Problem
 * @typedef {import('../types').DecisionResult} DecisionResult
 */

/**
 * Decides one decision or decision service over process variables.
 * @param {Program} program
 * @param {string} key of the decision or the service
 * @param {import('../../../engine/compile/feel/types').FeelContext} context
 * @param {import('../../../engine/compile/feel/standard/index.mjs').Run} run
 * @returns {DecisionResult}
 */
export function decide(program, key, { variables }, run) {
  const placed = /** @type {Placed} */ (program.nodes.get(key));
  const tables = /** @type {any[]} */ ([]);
  const problems = /** @type {Problem[]} */ ([]);
  const { data, missing } = readInputs(program, variables);
  const evaluation = new Evaluation(
    program,
    data,
    { ...run, problems, tables },
    givenTo(program, placed, variables),
  );
  const told = { decisions: {}, tables, missing: [...missing] };
  try {
    const { node } = placed;
    const value = toJson(node.kind === 'service' ? evaluation.outputsOf(node) : evaluation.valueOf(placed));
    told.decisions = decisionsOf(program, evaluation);
    told.missing = missing.filter((name) => evaluation.asked.has(name));
    return problems.length > 0 ? { ok: false, problems, ...told } : { ok: true, value, ...told };
  } catch (error) {
    const message =
      error instanceof RangeError
        ? 'It calls itself without end, or its data is nested too deeply.'
        : reasonOf(error);
    return { ok: false, problems: [...problems, { decision: placed.node.name, message }], ...told };
  }
}

/** @param {unknown} error */
const reasonOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * @param {Program} program
 * @param {Readonly<Record<string, unknown>>} variables
 */
function readInputs(program, variables) {
  /** @type {Record<string, unknown>} */
  const data = Object.assign(Object.create(null), variables);
  const missing = [];
  for (const { node, type } of program.nodes.values()) {
    if (node.kind !== 'input') continue;
    if (Object.hasOwn(variables, node.name)) data[node.name] = fromJson(variables[node.name], type);
    else missing.push(node.name);
  }
  return { data, missing };
}

/**
 * The values of a service's input decisions are given, not decided.
 * @param {Program} program
 * @param {Placed} placed
 * @param {Readonly<Record<string, unknown>>} variables
 */
function givenTo(program, { node }, variables) {
  const given = new Map();
  for (const key of node.kind === 'service' ? node.inputDecisions : []) {
    const input = program.nodes.get(key);
    if (input) given.set(key, fromJson(variables[input.node.name], input.type));
  }
  return given;
}

/**
 * What each decision on the way decided. Functions are no results.
 * @param {Program} program
 * @param {Evaluation} evaluation
 */
function decisionsOf(program, evaluation) {
  /** @type {Record<string, import('../../../engine/compile/feel/types').Json>} */
  const decisions = {};
  for (const [key, value] of evaluation.values) {
    const node = program.nodes.get(key)?.node;
    if (node?.kind !== 'decision') continue;
    try {
      decisions[node.name] = toJson(value);
    } catch {
      // a function or a range may well be what another decision needs
    }
  }
  return decisions;
}

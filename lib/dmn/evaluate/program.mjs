// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import {
  coerce,
  emptyContext,
  entryOf,
  FeelFunction,
  isContext,
  kindOf,
  normaliseName,
  Scope,
} from '../../../engine/compile/feel/standard/index.mjs';
import { compileBoxed, compileFunction, shapeOfBoxed, typed } from './boxed.mjs';
import { Place } from './place.mjs';
import { Types } from './types.mjs';

/**
 * @typedef {import('../model').DmnModel} DmnModel
 * @typedef {import('../model').DmnNode} DmnNode
 * @typedef {import('./place.mjs').Problem} Problem
 * @typedef {import('./evaluation.mjs').Evaluation} Evaluation
 * @typedef {{ key: string, node: DmnNode, namespace: string, type: import('./types.mjs').FeelType | undefined }} Placed
 * @typedef {{ name: string, prefix: string, placed: Placed }} Requirement
 */

/** Compiled models: closures for each element, made when it is first needed. */
export class Program {
  /**
   * @param {readonly DmnModel[]} models that import each other
   * @param {import('./place.mjs').Explain} [explain]
   */
  constructor(models, explain) {
    this.models = models;
    this.explain = explain;
    this.types = new Types(models);
    /** @type {Map<string, Placed>} */
    this.nodes = new Map();
    /** What is wrong with the expressions of each element compiled so far. @type {Map<string, Problem[]>} */
    this.problems = new Map();
    /** @type {Map<string, (scope: Scope) => unknown>} */
    this.codes = new Map();
    /** The names that mean an element. @type {Set<string>} */
    this.declared = new Set();
    for (const { namespace, nodes } of models) {
      for (const node of nodes) {
        this.declared.add(normaliseName(node.name));
        const key = `${namespace}#${node.id}`;
        this.nodes.set(key, { key, node, namespace, type: this.types.find(node.typeRef, namespace) });
      }
    }
  }

  /**
   * What an element requires, by the names its expressions use.
   * @param {Placed} placed
   * @returns {Requirement[]}
   */
  requirements({ node, namespace }) {
    if (!('requires' in node)) return [];
    return node.requires.flatMap((key) => {
      const placed = this.nodes.get(key);
      return placed
        ? [{ name: placed.node.name, prefix: this.prefix(placed.namespace, namespace), placed }]
        : [];
    });
  }

  /**
   * How one model names another: empty for itself and for imports without a name.
   * @param {string} namespace
   * @param {string} from
   */
  prefix(namespace, from) {
    if (namespace === from) return '';
    const model = this.models.find((candidate) => candidate.namespace === from);
    return model?.imports.find((candidate) => candidate.namespace === namespace)?.name ?? '';
  }

  /**
   * The variables that no element of the models declares.
   * @param {Record<string, unknown>} data
   */
  undeclaredIn(data) {
    const found = emptyContext();
    for (const name of Object.keys(data)) if (!this.declares(name)) found[name] = data[name];
    return found;
  }

  /** @param {string} name */
  declares(name) {
    return this.declared.has(normaliseName(name));
  }

  /**
   * Names a result as Camunda's models do: by the decision's id and by its output columns.
   * @param {import('../model').Decision} decision
   * @param {unknown} value
   * @param {Record<string, unknown>} results
   */
  nameResult({ id, logic }, value, results) {
    if (!this.declares(id)) results[id] = value;
    if (logic?.kind !== 'table') return;
    for (const { name } of logic.outputs) {
      if (name === undefined || this.declares(name)) continue;
      if (logic.outputs.length === 1) results[name] = value;
      else if (isContext(value)) results[name] = entryOf(value, name) ?? null;
    }
  }

  /**
   * The logic of a decision or a knowledge model.
   * @param {Placed} placed
   * @returns {(scope: Scope) => unknown}
   */
  codeOf(placed) {
    const known = this.codes.get(placed.key);
    if (known) return known;
    const made = this.compile(placed);
    this.codes.set(placed.key, made);
    return made;
  }

  /**
   * @param {Placed} placed
   * @returns {(scope: Scope) => unknown}
   */
  compile(placed) {
    const { node, namespace } = placed;
    const place = new Place({
      types: this.types,
      namespace,
      names: this.shapes(placed),
      path: { decision: node.name },
      report: (problem) => this.problems.set(placed.key, [...(this.problems.get(placed.key) ?? []), problem]),
      ...(this.explain && { explain: this.explain }),
    });
    if (node.kind === 'knowledge') {
      return node.logic
        ? compileFunction({ ...node.logic, typeRef: node.typeRef ?? node.logic.typeRef }, place)
        : () => null;
    }
    if (node.kind !== 'decision' || !node.logic) return () => null;
    return typed(compileBoxed(node.logic, place), node.typeRef, place);
  }

  /** @param {Placed} placed */
  shapes(placed) {
    /** @type {Record<string, any>} */
    const shapes = {};
    for (const { name, prefix, placed: required } of this.requirements(placed)) {
      const { node, namespace } = required;
      const place = new Place({
        types: this.types,
        namespace,
        names: {},
        path: { decision: '' },
        report: () => {},
      });
      const shape =
        place.shape(node.typeRef) ??
        (node.kind === 'decision' && node.logic ? shapeOfBoxed(node.logic) : null);
      if (prefix === '') shapes[name] = shape;
      else shapes[prefix] = { ...shapes[prefix], [name]: shape };
    }
    return shapes;
  }
}

/**
 * A value for an input or a parameter, with what is wrong with it.
 * @param {Placed} placed
 * @param {unknown} value
 * @returns {{ value: unknown, problem?: Problem }}
 */
export function fitTo({ node, type }, value) {
  if (!type) return { value };
  const coerced = coerce(value ?? null, type);
  if (coerced.ok) return { value: coerced.value };
  const message = `The value of “${node.name}” is of type ${kindOf(value)}, which is not allowed as ${node.typeRef}.`;
  return { value: null, problem: { decision: node.name, message } };
}

/**
 * A decision service as a function: its parameters are its input data, then its input decisions.
 * @param {Program} program
 * @param {Placed} placed
 * @param {(given: Map<string, unknown>) => Evaluation} start an evaluation that takes these values as they are
 */
export function serviceFunction(program, placed, start) {
  const service = /** @type {import('../model').DecisionService} */ (placed.node);
  const inputs = [...service.inputData, ...service.inputDecisions].flatMap(
    (key) => program.nodes.get(key) ?? [],
  );
  const parameters = inputs.map(({ node, type }) => ({ name: node.name, type }));
  return new FeelFunction(
    parameters,
    (args) => start(new Map(inputs.map(({ key }, index) => [key, args[index] ?? null]))).outputsOf(service),
    placed.type?.kind === 'function' ? placed.type.result : placed.type,
  );
}

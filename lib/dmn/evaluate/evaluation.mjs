// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { emptyContext, entryOf, isContext, Scope } from '../../../engine/compile/feel/standard/index.mjs';
import { fitTo, serviceFunction } from './program.mjs';

/**
 * @typedef {import('./program.mjs').Placed} Placed
 * @typedef {import('./program.mjs').Program} Program
 * @typedef {import('./place.mjs').Problem} Problem
 * @typedef {import('../../../engine/compile/feel/standard/index.mjs').Run} FeelRun
 * @typedef {FeelRun & { problems: Problem[], tables: object[] }} Run
 */

/** One evaluation: each decision is decided at most once, and only when something requires it. */
export class Evaluation {
  /**
   * @param {Program} program
   * @param {Record<string, unknown>} data the input data by name
   * @param {Run} run
   * @param {ReadonlyMap<string, unknown>} [given] values that are taken as they are, by element
   */
  constructor(program, data, run, given = new Map()) {
    this.program = program;
    this.data = data;
    this.run = run;
    /** @type {Map<string, unknown>} */
    this.values = new Map(given);
    /** Input data that was read, by name. @type {Set<string>} */
    this.asked = new Set();
    /** @type {Record<string, unknown> | undefined} */
    this.undeclared = undefined;
  }

  /**
   * The value of an element: of input data, of a decision, or a function.
   * @param {Placed} placed
   * @returns {unknown}
   */
  valueOf(placed) {
    if (this.values.has(placed.key)) return this.values.get(placed.key);
    const value = this.compute(placed) ?? null;
    this.values.set(placed.key, value);
    return value;
  }

  /** @param {Placed} placed */
  compute(placed) {
    switch (placed.node.kind) {
      case 'input': {
        this.asked.add(placed.node.name);
        const { value, problem } = fitTo(placed, this.inputOf(placed));
        if (problem) this.run.problems.push(problem);
        return value;
      }
      case 'service':
        return serviceFunction(
          this.program,
          placed,
          (given) => new Evaluation(this.program, this.data, this.run, given),
        );
      default:
        return this.program.codeOf(placed)(new Scope(this.namesOf(placed), this.openScope(placed), this.run));
    }
  }

  /**
   * What lies below the names of the standard: models of Camunda declare no input data and read process variables
   * as they are, and the results of required decisions by id or output column. A name the model declares is never
   * found here.
   * @param {Placed} placed
   */
  openScope(placed) {
    this.undeclared ??= this.program.undeclaredIn(this.data);
    const variables = new Scope(this.undeclared, null, this.run);
    const results = emptyContext();
    for (const { placed: required } of this.program.requirements(placed)) {
      if (required.node.kind === 'decision')
        this.program.nameResult(required.node, this.valueOf(required), results);
    }
    return new Scope(results, variables, this.run);
  }

  /**
   * Input data of an imported model may be given below the name of the import.
   * @param {Placed} placed
   */
  inputOf({ node, namespace }) {
    for (const { name } of this.program.models.flatMap(({ imports }) =>
      imports.filter((one) => one.namespace === namespace),
    )) {
      const imported = name === '' ? undefined : entryOf(this.data, name);
      const value = isContext(imported) ? entryOf(imported, node.name) : undefined;
      if (value !== undefined) return value;
      const dotted = name === '' ? undefined : entryOf(this.data, `${name}.${node.name}`);
      if (dotted !== undefined) return dotted;
    }
    return entryOf(this.data, node.name) ?? null;
  }

  /** @param {Placed} placed */
  namesOf(placed) {
    const names = emptyContext();
    for (const { name, prefix, placed: required } of this.program.requirements(placed)) {
      if (prefix === '') this.define(names, name, required);
      else {
        const inner = /** @type {Record<string, unknown>} */ (names[prefix] ?? emptyContext());
        names[prefix] = inner;
        this.define(inner, name, required);
      }
    }
    return names;
  }

  /**
   * A knowledge model may call itself, so functions are found when they are called.
   * @param {Record<string, unknown>} names
   * @param {string} name
   * @param {Placed} required
   */
  define(names, name, required) {
    const isFunction = required.node.kind === 'knowledge' || required.node.kind === 'service';
    if (!isFunction) names[name] = this.valueOf(required);
    else Object.defineProperty(names, name, { get: () => this.valueOf(required), enumerable: true });
  }

  /**
   * What a decision service answers: the value of its output decision, of several a context.
   * @param {import('../model').DecisionService} service
   */
  outputsOf({ outputs }) {
    const placed = outputs.flatMap((key) => this.program.nodes.get(key) ?? []);
    if (placed.length === 1 && placed[0]) return this.valueOf(placed[0]);
    const context = emptyContext();
    for (const output of placed) context[output.node.name] = this.valueOf(output);
    return context;
  }
}

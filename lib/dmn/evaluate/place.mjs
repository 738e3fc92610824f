// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { compileFeel } from '../../../engine/compile/feel/standard/index.mjs';
import { shapeOf } from './types.mjs';

/**
 * @typedef {import('./types.mjs').FeelType} FeelType
 * @typedef {import('../../../engine/compile/feel/standard/index.mjs').Scope} Scope
 * @typedef {(scope: Scope) => unknown} Code
 * @typedef {(text: string, kind: 'expression' | 'unaryTests', names: readonly string[]) => string} Explain why a text is
 *   not FEEL, in words
 * @typedef {{ decision: string, table?: string, rule?: number, column?: string, message: string }} Problem
 */

/** Where in a model an expression stands: what it can name, and how a problem with it is told. */
export class Place {
  /**
   * @param {object} where
   * @param {import('./types.mjs').Types} where.types
   * @param {string} where.namespace
   * @param {Record<string, unknown>} where.names
   * @param {Omit<Problem, 'message'>} where.path
   * @param {(problem: Problem) => void} where.report
   * @param {Explain} [where.explain]
   */
  constructor({ types, namespace, names, path, report, explain }) {
    this.types = types;
    this.namespace = namespace;
    this.names = names;
    this.path = path;
    this.report = report;
    this.explain = explain;
  }

  /**
   * The same place with more names.
   * @param {Record<string, unknown>} names
   */
  knowing(names) {
    return new Place({ ...this, names: { ...this.names, ...names } });
  }

  /**
   * A more precise place.
   * @param {Partial<Problem>} path
   */
  at(path) {
    return new Place({ ...this, path: { ...this.path, ...path } });
  }

  /** @param {string | undefined} typeRef */
  type(typeRef) {
    return this.types.find(typeRef, this.namespace);
  }

  /** @param {string | undefined} typeRef */
  shape(typeRef) {
    return shapeOf(this.type(typeRef));
  }

  /** @param {string} message */
  problem(message) {
    return { ...this.path, message };
  }

  /**
   * @param {string} text
   * @param {'expression' | 'unaryTests'} [kind]
   * @returns {Code}
   */
  compile(text, kind = 'expression') {
    const compiled = this.parse(text, kind);
    if (compiled) return compiled;
    const reason = this.explain?.(text, kind, Object.keys(this.names)) ?? 'It is not FEEL.';
    const problem = this.problem(`“${shortened(text)}”: ${reason}`);
    this.report(problem);
    return (scope) => {
      tell(scope, problem);
      return null;
    };
  }

  /**
   * @param {string} text
   * @param {'expression' | 'unaryTests'} kind
   */
  parse(text, kind) {
    const types = (/** @type {string} */ name) => this.types.find(name, this.namespace);
    const compiled = compileFeel(text, { kind, names: this.names, types });
    return 'error' in compiled ? undefined : compiled.code;
  }
}

/** @param {string} text */
const shortened = (text) => (text.length > 80 ? `${text.slice(0, 80).trim()}…` : text.trim());

/**
 * Adds a problem to those of the evaluation that a scope belongs to.
 * @param {Scope} scope
 * @param {Problem} problem
 */
export function tell(scope, problem) {
  /** @type {{ problems?: Problem[] }} */ (scope.run).problems?.push(problem);
}

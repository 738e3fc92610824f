// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { entryOf } from '../values/kinds.mjs';

/**
 * What an evaluation is told from outside and tells.
 * @typedef {object} Run
 * @property {string} now RFC 3339, what `now()` and `today()` read
 * @property {(type: 'variable' | 'entry' | 'call' | 'operand', from: number, to: number) => void} [report] told where
 *   FEEL gives null because something does not exist or does not fit
 * @property {(steps: number) => void} [spend] told before work that grows with the data; may throw to stop it
 * @property {(name: string, args: readonly unknown[]) => void} [before] told each call of a function of the language;
 *   may throw
 * @property {(value: unknown) => void} [check] told each answer of such a function; may throw
 */

/**
 * Names and their values, the inner ones first.
 */
export class Scope {
  /**
   * @param {Record<string, unknown>} names
   * @param {Scope | null} parent
   * @param {Run} run
   */
  constructor(names, parent, run) {
    this.names = names;
    this.parent = parent;
    this.run = run;
  }

  /**
   * @param {string} name
   * @returns {unknown} undefined when no scope has the name
   */
  find(name) {
    for (let scope = /** @type {Scope | null} */ (this); scope; scope = scope.parent) {
      const value = entryOf(scope.names, name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** @param {Record<string, unknown>} names */
  inner(names) {
    return new Scope(names, this, this.run);
  }
}

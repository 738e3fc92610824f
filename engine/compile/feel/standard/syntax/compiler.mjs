// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { ACCESS } from './access.mjs';
import { CONDITIONS } from './conditions.mjs';
import { FUNCTIONS } from './functions.mjs';
import { ITERATIONS } from './iterations.mjs';
import { LITERALS } from './literals.mjs';
import { OPERATORS } from './operators.mjs';
import { TESTS } from './tests.mjs';

/**
 * A node of the parser's tree. @typedef {import('@lezer/common').SyntaxNode} Node
 * @typedef {(scope: import('./scope.mjs').Scope) => unknown} Code
 * @typedef {(node: Node, compiler: Compiler) => Code} Handler
 */

/** @type {Record<string, Handler>} */
const HANDLERS = {
  ...LITERALS,
  ...ACCESS,
  ...OPERATORS,
  ...CONDITIONS,
  ...FUNCTIONS,
  ...ITERATIONS,
  ...TESTS,
};

/** Turns a syntax tree into closures, one handler for each kind of node. */
export class Compiler {
  /**
   * @param {string} source
   * @param {(name: string) => import('../values/types.mjs').FeelType | undefined} types
   * @param {ReadonlySet<number>} rangeTypes where the source names a range type
   */
  constructor(source, types, rangeTypes) {
    this.source = source;
    this.types = types;
    this.rangeTypes = rangeTypes;
  }

  /**
   * @param {Node} node
   * @returns {Code}
   */
  compile(node) {
    const handler = HANDLERS[node.name];
    if (!handler) throw new Error(`“${this.text(node)}” is not supported`);
    return handler(node, this);
  }

  /** @param {Node} node */
  text(node) {
    return this.source.slice(node.from, node.to);
  }

  /**
   * The name a node stands for: single spaces, no backticks.
   * @param {Node} node
   */
  name(node) {
    return this.text(node).replaceAll('`', '').replace(/\s+/g, ' ').trim();
  }

  /**
   * The children without comments.
   * @param {Node} node
   * @returns {Node[]}
   */
  children(node) {
    const found = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (!child.type.isSkipped) found.push(child);
    }
    return found;
  }

  /**
   * The children that are not signs or words of the grammar.
   * @param {Node} node
   */
  parts(node) {
    return this.children(node).filter((child) => Object.hasOwn(HANDLERS, child.name));
  }
}

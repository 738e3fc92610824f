/** Size caps of expressions and their answers. Above them an expression is refused, never slowed down. */
export const FEEL_LIMITS = {
  /** UTF-16 units of source text. */
  sourceLength: 10_240,
  /** Syntax nodes of any expression. */
  nodes: 2_000,
  /** Syntax nodes of a bounded expression: keeps its work below a few hundred passes over the variables. */
  boundedNodes: 500,
  /** Words and signs of the text. */
  tokens: 1_200,
  /** Nesting of brackets in the text. */
  brackets: 40,
  /** Nesting of the syntax tree. */
  depth: 100,
  /** Characters of a result as JSON text, about its bytes. */
  resultSize: 1_048_576,
} as const;

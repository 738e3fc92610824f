import type { parseExpression } from 'feelin';

/** The concrete syntax tree of feelin's parser. */
export type Tree = ReturnType<typeof parseExpression>;
export type SyntaxNode = Tree['topNode'];

/** The name a VariableName, PathName, Name or ParameterName node stands for: single spaces, no backticks. */
export function nameText(source: string, node: SyntaxNode): string {
  return source.slice(node.from, node.to).replaceAll('`', '').replace(/\s+/g, ' ').trim();
}

/** The children of a node without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isSkipped) children.push(child);
  }
  return children;
}

/** Conditions of filters that most likely are a position: they are evaluated until the first number, then once. */
export function isIndex(condition: SyntaxNode): boolean {
  if (condition.name !== 'ParenthesizedExpression') return INDEX_NODES.has(condition.name);
  const inner = childrenOf(condition)[1];
  return inner !== undefined && isIndex(inner);
}

const INDEX_NODES = new Set([
  'NumericLiteral',
  'VariableName',
  'PathExpression',
  'ArithmeticExpression',
  'FunctionInvocation',
  'FilterExpression',
]);

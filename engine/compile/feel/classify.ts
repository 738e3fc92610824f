import { type Analysis, analyse } from './analyse';
import { isLinearFunction } from './function-names.mjs';
import { FEEL_LIMITS } from './limits';
import { parseFeel } from './parse';
import { childrenOf, isIndex, nameText, type SyntaxNode, type Tree } from './tree';
import type { Classification, FeelKind, FeelOptions } from './types';

/**
 * Whether an expression's work is bounded by its own size and its variables', so that it may run inside a
 * transition. What is not on the list below is unbounded; a source that does not parse is, too.
 */
export function classify(
  source: string,
  kind: FeelKind = 'expression',
  options: Omit<FeelOptions, 'kind'> = {},
): Classification {
  const parsed = parseFeel(source, { ...options, kind });
  if (!parsed.ok) return unbounded(parsed.message);
  return classifyTree(source, parsed.tree, analyse(source, parsed.tree));
}

/** {@link classify} for a source that is already parsed and analysed. */
export function classifyTree(source: string, tree: Tree, analysis: Analysis): Classification {
  if (analysis.readsOwnEntries) {
    // each entry could double the one before: thirty entries would fill the memory
    return unbounded('an entry of a context reads an earlier entry');
  }
  const because = reasonWithin(source, tree);
  return because === undefined ? { kind: 'bounded' } : unbounded(because);
}

/** Syntax whose work is one pass over its operands. */
const BOUNDED = new Set(
  (
    'Expression Expressions UnaryTests Wildcard ? Conjunction Disjunction Comparison CompareOp in between and or not ' +
    'ArithmeticExpression ArithOp NumericLiteral StringLiteral BooleanLiteral null VariableName Identifier ' +
    'BacktickIdentifier PathExpression PathName ParenthesizedExpression IfExpression if then else List Context ' +
    'ContextEntry Key Name FilterExpression FunctionInvocation PositionalParameters NamedParameters NamedParameter ' +
    'ParameterName Parameters DateTimeLiteral DateTimeConstructor AtLiteral PositiveUnaryTests PositiveUnaryTest ' +
    'SimplePositiveUnaryTest Interval SpecialFunctionName date time duration years months ( ) [ ] { } . .. , :'
  ).split(' '),
);

const REASONS: Readonly<Record<string, string>> = {
  ForExpression: 'it repeats with “for”',
  QuantifiedExpression: 'it searches a list with “some” or “every”',
  FunctionDefinition: 'it defines a function',
  InstanceOfExpression: 'it asks for a type with “instance of”',
};

function reasonWithin(source: string, tree: Tree): string | undefined {
  let nodes = 0;
  let because: string | undefined;
  tree.iterate({
    enter({ type, node }) {
      if (because !== undefined || type.isSkipped) return false;
      nodes += 1;
      if (nodes > FEEL_LIMITS.boundedNodes) because = `it has more than ${FEEL_LIMITS.boundedNodes} parts`;
      else because = reasonOf(source, node);
      return because === undefined;
    },
  });
  return because;
}

function reasonOf(source: string, node: SyntaxNode): string | undefined {
  if (!BOUNDED.has(node.name))
    return REASONS[node.name] ?? `it uses “${source.slice(node.from, node.to).slice(0, 30)}”`;
  if (node.name === 'FunctionInvocation') return reasonOfCall(source, node);
  if (node.name === 'FilterExpression') {
    const condition = childrenOf(node)[2];
    return condition && isIndex(condition) ? undefined : 'it filters a list by a condition';
  }
  return undefined;
}

function reasonOfCall(source: string, node: SyntaxNode): string | undefined {
  const callee = node.firstChild;
  if (callee?.name !== 'VariableName' && callee?.name !== 'SpecialFunctionName')
    return 'it calls a computed function';
  const name = nameText(source, callee);
  return isLinearFunction(name) ? undefined : `it calls ${name}()`;
}

function unbounded(because: string): Classification {
  return { kind: 'unbounded', because };
}

import { parseFeel } from '@/engine/compile/feel';
import { childrenOf, type SyntaxNode } from '@/engine/compile/feel/tree';
import { ALL, type Interval, type Passing, point } from './sets';

type Atom =
  | { readonly of: 'number' | 'date'; readonly interval: Interval }
  | { readonly of: 'string' | 'boolean'; readonly value: string };

/**
 * What unary tests let pass; undefined when it depends on more than the value: variables, functions, durations.
 * @param source a cell or the allowed values of a column; empty and `-` let everything pass
 */
export function readTests(source: string): Passing | undefined {
  if (source.trim() === '' || source.trim() === '-') return ALL;
  const parsed = parseFeel(source, { kind: 'unaryTests' });
  if (!parsed.ok) return undefined;
  const [root] =
    parsed.tree.topNode.name === 'UnaryTests' ? [parsed.tree.topNode] : childrenOf(parsed.tree.topNode);
  if (!root) return undefined;
  const children = childrenOf(root);
  const tests = children.find(({ name }) => name === 'PositiveUnaryTests');
  if (!tests) return undefined;
  const not = children[0]?.name === 'not';
  const atoms = childrenOf(tests).map((test) => atomOf(source, test));
  return joined(atoms, not);
}

function joined(atoms: readonly (Atom | undefined)[], not: boolean): Passing | undefined {
  const [first] = atoms;
  if (!first || atoms.some((atom) => atom?.of !== first.of)) return undefined;
  const known = atoms.filter((atom) => atom !== undefined);
  if (first.of === 'number' || first.of === 'date')
    return {
      ...{ kind: 'intervals', of: first.of, not },
      intervals: known.flatMap((atom) => ('interval' in atom ? [atom.interval] : [])),
    };
  const values = known.flatMap((atom) => ('value' in atom ? [atom.value] : []));
  return { kind: 'values', of: first.of, values, not };
}

function atomOf(source: string, test: SyntaxNode): Atom | undefined {
  const [inner] = childrenOf(test);
  if (inner?.name !== 'SimplePositiveUnaryTest') return inner && single(literalOf(source, inner));
  const parts = childrenOf(inner);
  const [first, second] = parts;
  if (first?.name === 'Interval') return intervalOf(source, first);
  if (first?.name !== 'CompareOp' || !second) return undefined;
  return comparison(source.slice(first.from, first.to), literalOf(source, second));
}

type Literal =
  | { readonly of: 'number' | 'date'; readonly number: number }
  | { readonly of: 'string' | 'boolean'; readonly value: string };

function single(literal: Literal | undefined): Atom | undefined {
  if (!literal || 'value' in literal) return literal;
  return { of: literal.of, interval: point(literal.number) };
}

function comparison(operator: string, literal: Literal | undefined): Atom | undefined {
  if (operator === '=') return single(literal);
  if (!literal || 'value' in literal) return undefined;
  const { of, number } = literal;
  const low = { from: Number.NEGATIVE_INFINITY, withFrom: false, to: number };
  const high = { from: number, to: Number.POSITIVE_INFINITY, withTo: false };
  const intervals: Record<string, Interval> = {
    '<': { ...low, withTo: false },
    '<=': { ...low, withTo: true },
    '>': { ...high, withFrom: false },
    '>=': { ...high, withFrom: true },
  };
  const interval = intervals[operator];
  return interval && { of, interval };
}

function intervalOf(source: string, node: SyntaxNode): Atom | undefined {
  const [open, low, , high, close] = childrenOf(node);
  const [from, to] = [low && literalOf(source, low), high && literalOf(source, high)];
  if (!open || !close || !from || !to || !('number' in from) || !('number' in to) || from.of !== to.of)
    return undefined;
  const interval = {
    ...{ from: from.number, to: to.number },
    withFrom: source.slice(open.from, open.to) === '[',
    withTo: source.slice(close.from, close.to) === ']',
  };
  return { of: from.of, interval };
}

function literalOf(source: string, node: SyntaxNode): Literal | undefined {
  const text = source.slice(node.from, node.to).trim();
  if (node.name === 'NumericLiteral') {
    const number = Number(text.replace(/\s+/g, ''));
    return Number.isFinite(number) ? { of: 'number', number } : undefined;
  }
  if (node.name === 'BooleanLiteral') return { of: 'boolean', value: text };
  if (node.name === 'StringLiteral') return stringOf(text);
  if (node.name === 'DateTimeLiteral') return dateOf(text);
  return undefined;
}

function stringOf(text: string): Literal | undefined {
  try {
    return { of: 'string', value: JSON.parse(text) as string };
  } catch {
    return undefined;
  }
}

const DAY_MS = 86_400_000;

function dateOf(text: string): Literal | undefined {
  const date = /^(?:date\(\s*|@)"(\d{4}-\d{2}-\d{2})"\s*\)?$/.exec(text)?.[1];
  const time = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : { of: 'date', number: time / DAY_MS };
}

/** A day as FEEL writes it. */
export const dayText = (day: number): string =>
  `date("${new Date(day * DAY_MS).toISOString().slice(0, 10)}")`;

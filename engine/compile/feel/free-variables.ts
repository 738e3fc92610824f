import { analyse } from './analyse';
import { isBuiltinName } from './function-names.mjs';
import { parseFeel } from './parse';
import type { FeelOptions } from './types';

/**
 * The variables an expression needs from outside, each once, in reading order. Works for unbounded expressions
 * too. Names inside a filter condition are left out: they may be properties of the filtered items. A source that
 * does not parse has none.
 */
export function freeVariables(source: string, options: FeelOptions = {}): readonly string[] {
  const parsed = parseFeel(source, options);
  if (!parsed.ok) return [];
  const { variables, calls } = analyse(source, parsed.tree);
  return variables.filter((name) => !(isBuiltinName(name) && calls.includes(name)));
}

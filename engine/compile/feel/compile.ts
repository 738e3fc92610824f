import { analyse } from './analyse';
import { classifyTree } from './classify';
import { isBuiltinName } from './function-names.mjs';
import { parseFeel } from './parse';
import { link } from './runtime.mjs';
import type { CompiledExpression, FeelOptions } from './types';

/**
 * Compiles a bounded expression to closures: microseconds an evaluation, in the browser too, and without `eval`.
 * @throws {Error} when the source does not parse or is not bounded: ask {@link classify} first
 */
export function compileBounded(source: string, options: Omit<FeelOptions, 'kind'> = {}): CompiledExpression {
  const parsed = parseFeel(source, options);
  if (!parsed.ok) throw new Error(`not FEEL: ${parsed.message}`);
  const analysis = analyse(source, parsed.tree);
  const classification = classifyTree(source, parsed.tree, analysis);
  if (classification.kind === 'unbounded')
    throw new Error(`not a bounded expression: ${classification.because}`);
  const { variables, calls } = analysis;
  return {
    source,
    variables: variables.filter((name) => !(isBuiltinName(name) && calls.includes(name))),
    evaluate: link(source, analysis, { guarded: true, names: options.names ?? [] }),
  };
}

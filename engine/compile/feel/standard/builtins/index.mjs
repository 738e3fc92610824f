// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { AGGREGATES } from './aggregates.mjs';
import { CONTEXT_FUNCTIONS } from './contexts.mjs';
import { EXTRA } from './extra.mjs';
import { LIST_FUNCTIONS } from './lists.mjs';
import { LOGIC_FUNCTIONS } from './logic.mjs';
import { NUMERIC_FUNCTIONS } from './numeric.mjs';
import { RANGE_FUNCTIONS } from './ranges.mjs';
import { STRING_FUNCTIONS } from './strings.mjs';
import { TEMPORAL_FUNCTIONS } from './temporal.mjs';

/** @type {Map<string, import('../values/function.mjs').BuiltinFunction>} */
const ALL = new Map(
  [
    ...[...STRING_FUNCTIONS, ...NUMERIC_FUNCTIONS, ...LOGIC_FUNCTIONS, ...LIST_FUNCTIONS, ...AGGREGATES],
    ...[...CONTEXT_FUNCTIONS, ...TEMPORAL_FUNCTIONS, ...RANGE_FUNCTIONS, ...EXTRA],
  ].map((made) => [made.name, made]),
);

/**
 * The function of the language with a name.
 * @param {string} name
 */
export const builtin = (name) => ALL.get(name);

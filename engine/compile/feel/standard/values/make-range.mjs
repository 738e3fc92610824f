// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { order } from './compare.mjs';
import { kindOf } from './kinds.mjs';
import { FeelRange } from './range.mjs';

/**
 * A range when its ends are in order; an end that is null is open.
 * @param {boolean} startIncluded
 * @param {unknown} start
 * @param {unknown} end
 * @param {boolean} endIncluded
 * @returns {FeelRange | null}
 */
export function makeRange(startIncluded, start, end, endIncluded) {
  if (start === null && end === null) return null;
  if (start === null || end === null) return new FeelRange(startIncluded, start, end, endIncluded);
  const compared = kindOf(start) === kindOf(end) ? order(start, end) : null;
  if (compared === null || compared > 0) return null;
  return new FeelRange(startIncluded, start, end, endIncluded);
}

// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.

/** A FEEL range. An end that is `undefined` is open to infinity, as in `> 5`. */
export class FeelRange {
  /**
   * @param {boolean} startIncluded
   * @param {unknown} start
   * @param {unknown} end
   * @param {boolean} endIncluded
   * @param {string} [operator] of a test like `(< 5)`, which compares as the operator does
   */
  constructor(startIncluded, start, end, endIncluded, operator) {
    this.startIncluded = startIncluded;
    this.start = start;
    this.end = end;
    this.endIncluded = endIncluded;
    this.operator = operator;
  }
}

// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.

/** A FEEL range. An end that is `undefined` is open to infinity, as in `> 5`. */
export class FeelRange {
  /**
   * @param {boolean} startIncluded
   * @param {unknown} start
   * @param {unknown} end
   * @param {boolean} endIncluded
   * @param {'!=' | undefined} operator the range of `(!= 5)` is everything but its ends
   */
  constructor(startIncluded, start, end, endIncluded, operator = undefined) {
    this.startIncluded = startIncluded;
    this.start = start;
    this.end = end;
    this.endIncluded = endIncluded;
    this.operator = operator;
  }
}

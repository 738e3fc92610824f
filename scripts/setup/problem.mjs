/**
 * Something the person at the console can put right. `message` is one sentence saying what is wrong,
 * `advice` says what to do. Anything else that is thrown is a bug and is shown with its stack.
 */
export class SetupProblem extends Error {
  /**
   * @param {string} code stable name, e.g. `port-taken`
   * @param {string} message
   * @param {string} [advice]
   */
  constructor(code, message, advice) {
    super(message);
    this.name = 'SetupProblem';
    this.code = code;
    this.advice = advice;
  }
}

/**
 * The text for the console: plain words for a {@link SetupProblem}, the stack for a bug.
 * @param {unknown} error
 * @returns {string}
 */
export function describeProblem(error) {
  if (error instanceof SetupProblem)
    return error.advice ? `${error.message}\n${error.advice}` : error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

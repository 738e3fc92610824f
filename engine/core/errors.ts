/** A bug or a corrupted history, never an expected failure: roll back, quarantine the instance, alert. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

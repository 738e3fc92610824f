/** Carries a refusal out of reading or compiling; the public functions turn it into a value. */
export class DmnRefused extends Error {
  constructor(
    message: string,
    readonly line?: number,
  ) {
    super(message);
    this.name = 'DmnRefused';
  }
}

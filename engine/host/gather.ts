interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/** Gathers what arrives while the last round is under way, so that many share one round trip. */
export class Gather<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private running = false;

  constructor(
    private readonly together: (items: readonly T[]) => Promise<readonly R[]>,
    private readonly max = 200,
  ) {}

  /** Resolves with the item's own result; rejects with the error of the round it was in. */
  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.running) return;
      this.running = true;
      setImmediate(() => void this.run());
    });
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const round = this.waiting.splice(0, this.max);
      try {
        const results = await this.together(round.map((each) => each.item));
        for (const [index, each] of round.entries()) each.resolve(results[index]!);
      } catch (error) {
        for (const each of round) each.reject(error);
      }
    }
    this.running = false;
  }
}

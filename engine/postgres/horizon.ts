/** How long a row may become visible after the moment it was written for: more than a transaction may take. */
const MARGIN_MS = 30_000;
/** How often to look at everything all the same. */
const EVERYTHING_AFTER_MS = 1_000;
const MAX_KEYS = 1_000;

/** What a look found: the database's clock, and whether it took all there was. */
interface Look {
  now: string;
  complete: boolean;
}

/**
 * How far back to look for what is due. Rows that were consumed stay in the index until nobody can see them any
 * more; beside a transaction that lasts for minutes that is every row since it began, and a look from the beginning
 * would wade through all of them. A look that found all there was need not be repeated from the beginning: what came
 * since is due later. Once a second the whole index is looked at, for rows that were locked or came late.
 */
export class Horizon {
  private readonly looks = new Map<string, { from: string; at: number }>();

  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** The earliest moment to look at for this question, as PostgreSQL reads it. */
  from(key: string): string {
    const last = this.looks.get(key);
    return last && this.clock() - last.at < EVERYTHING_AFTER_MS ? last.from : '-infinity';
  }

  /** Notes what a look beginning at `from` has found. */
  looked(key: string, from: string, { now, complete }: Look): void {
    if (from !== '-infinity') return;
    if (this.looks.size >= MAX_KEYS) this.looks.clear();
    const margin = new Date(Date.parse(now) - MARGIN_MS).toISOString();
    if (complete) this.looks.set(key, { from: margin, at: this.clock() });
    else this.looks.delete(key);
  }
}

/** Something that happens at a time unless it is withdrawn. */
interface Entry {
  id: string;
  at: string;
  order: number;
  run(): void;
}

/** What is due when, in order of due time and then of setting. Times are RFC 3339 UTC with milliseconds. */
export class Agenda {
  private entries: Entry[] = [];
  private orders = 0;

  set(id: string, at: string, run: () => void): void {
    this.orders += 1;
    this.entries.push({ id, at, order: this.orders, run });
    this.entries.sort((a, b) => a.at.localeCompare(b.at) || a.order - b.order);
  }

  drop(id: string): void {
    this.entries = this.entries.filter((entry) => entry.id !== id);
  }

  /** When the next thing is due; undefined when nothing is. */
  get next(): string | undefined {
    return this.entries[0]?.at;
  }

  /** Removes and answers what is due first. */
  take(): Entry | undefined {
    return this.entries.shift();
  }
}

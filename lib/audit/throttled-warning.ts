/** Says once that something is wrong, and again only after a while, with how often it happened meanwhile. */
export interface ThrottledWarning {
  failed(error: unknown): void;
  /** Says that it works again, if it was said that it didn't. */
  worked(): void;
}

interface Options {
  failing: string;
  working: string;
  /** Least time between two messages, in milliseconds. */
  everyMs?: number;
  now?: () => number;
  write?: (line: string) => void;
}

/** The first line of what went wrong, never a stack. */
const short = (error: unknown): string =>
  ((error instanceof Error && (error.message || (error as { code?: string }).code)) || String(error))
    .trim()
    .split('\n')
    .at(-1)
    ?.slice(0, 200) ?? '';

/** One line of JSON when it begins, one a minute while it lasts, one when it is over. */
export function throttledWarning({
  failing,
  working,
  everyMs = 60_000,
  now = Date.now,
  write = console.error,
}: Options): ThrottledWarning {
  let saidAt: number | null = null;
  let times = 0;
  return {
    failed(error) {
      times += 1;
      if (saidAt !== null && now() - saidAt < everyMs) return;
      saidAt = now();
      write(JSON.stringify({ level: 'warn', message: failing, times, error: short(error) }));
    },
    worked() {
      if (saidAt === null) return;
      write(JSON.stringify({ level: 'info', message: working, failures: times }));
      saidAt = null;
      times = 0;
    },
  };
}

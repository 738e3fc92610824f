/**
 * What one look at the database found: more than one look takes in, so that the next follows at once; something; or
 * nothing, so that the next may take its time.
 */
export type Found = 'flood' | 'more' | 'nothing';

export interface PollOptions {
  busyMs: number;
  idleMs: number;
}

export const DEFAULT_POLL: PollOptions = { busyMs: 20, idleMs: 500 };

/**
 * Looks again and again: soon while there is something to do, ever later while there is not, at once when told.
 * Never two looks at a time. What a look throws is reported and the rhythm goes on.
 */
export class Poller {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private wokenWhileLooking = false;
  private stopped = true;
  private pause: number;
  /** When the next look is planned, in milliseconds of the process's clock. */
  private plannedAt = 0;

  constructor(
    private readonly look: () => Promise<Found>,
    private readonly options: PollOptions,
    private readonly onError: (error: unknown) => void,
  ) {
    this.pause = options.busyMs;
  }

  start(): void {
    this.stopped = false;
    this.schedule(0);
  }

  /** Something may have become due. */
  wake(): void {
    this.pause = this.options.busyMs;
    if (this.looking) this.wokenWhileLooking = true;
    else if (!this.stopped) this.schedule(0);
  }

  /** Looks no later than this many milliseconds from now. */
  noLaterThan(ms: number): void {
    this.pause = Math.max(1, Math.min(this.pause, ms));
    if (!this.looking && !this.stopped && this.plannedAt > performance.now() + ms) this.schedule(ms);
  }

  /** Resolves when the current look, if any, is over. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.plannedAt = performance.now() + ms;
    this.timer = setTimeout(() => {
      this.looking = this.once().finally(() => {
        this.looking = undefined;
      });
    }, ms);
  }

  private async once(): Promise<void> {
    this.wokenWhileLooking = false;
    this.pause = Math.min(Math.max(this.pause, this.options.busyMs / 2) * 2, this.options.idleMs);
    try {
      const found = await this.look();
      if (found !== 'nothing') this.pause = found === 'flood' ? 0 : this.options.busyMs;
    } catch (error) {
      this.onError(error);
    }
    if (this.stopped) return;
    this.schedule(this.wokenWhileLooking ? Math.min(this.options.busyMs, this.pause) : this.pause);
  }
}

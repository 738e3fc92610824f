/** How many periods a limit waits at most for a process that gets hardly any processor time. */
const PATIENCE = 10;

/**
 * A time limit for a thread of this process. On a machine that is overloaded by others a thread may not have run at
 * all when the time is over; then killing it would blame the expression. The limit therefore fires when the process
 * has used processor time worth half the limit since the start, and after ten periods in any case.
 */
export class StarvationAwareLimit {
  private timer: NodeJS.Timeout | undefined;
  private immediate: NodeJS.Immediate | undefined;
  private periods = 0;
  private readonly start = process.cpuUsage();

  constructor(
    private readonly milliseconds: number,
    private readonly onExceeded: () => void,
  ) {
    this.arm();
  }

  /** Ends the limit: what it guarded has answered. */
  clear(): void {
    clearTimeout(this.timer);
    clearImmediate(this.immediate);
  }

  private arm(): void {
    this.timer = setTimeout(() => {
      // an answer that arrived while this thread was busy is delivered before the next immediate
      this.immediate = setImmediate(() => this.decide());
    }, this.milliseconds);
  }

  private decide(): void {
    this.periods += 1;
    const { user, system } = process.cpuUsage(this.start);
    const used = (user + system) / 1_000;
    if (used >= this.milliseconds / 2 || this.periods >= PATIENCE) this.onExceeded();
    else this.arm();
  }
}

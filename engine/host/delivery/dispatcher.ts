import { failpoint } from '../failpoints';
import { Gather } from '../gather';
import { DEFAULT_POLL, type Found, Poller } from '../poller';
import { failCall } from './calls';
import { type DeliveryContext, type DeliveryParts, deliveryContext } from './context';
import { Correlator } from './correlator';
import { deliver } from './deliver';
import { gaveUp, MAX_ATTEMPTS, pauseAfter } from './failures';
import { groupBy } from './group-by';
import type { Delivery } from './kinds';
import type { Finished, Question } from './ports';
import { fireStartTimers } from './start-timers';

const EXPIRED_AT_ONCE = 1_000;

/**
 * Delivers what instances have sent, in every process that runs the engine, with no leader: rows are taken with a
 * lease, delivered at least once, and removed. What a delivery causes is named after it, so that a repeat is harmless.
 */
export class Dispatcher {
  delivered = 0;
  readonly correlator: Correlator;
  private readonly poller: Poller;
  private stopping = false;

  private readonly context: DeliveryContext;
  private readonly finish: Gather<Finished, boolean>;

  constructor(parts: DeliveryParts) {
    const context = deliveryContext(parts);
    this.context = context;
    this.finish = new Gather((finished) => context.store.delivery.finish(finished));
    this.correlator = new Correlator(context);
    this.poller = new Poller(
      () => this.look(),
      { ...DEFAULT_POLL, ...context.options.poll },
      (error) =>
        context.onAlert({
          code: 'storage',
          message: 'The database could not be asked for deliveries.',
          error,
        }),
    );
  }

  start(): void {
    this.stopping = false;
    this.poller.start();
  }

  /** Ends what is in hand and gives the rest back. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.poller.stop();
  }

  /** There is something to deliver. */
  wake(): void {
    this.poller.wake();
  }

  /** Looks for receivers of messages of one name and key now, also where nothing was started. */
  correlate(question: Question): Promise<number> {
    return this.correlator.correlate(question);
  }

  /** One look at the database. */
  async look(): Promise<Found> {
    const { store } = this.context;
    const outlook = await store.delivery.outlook();
    let found = 0;
    if (outlook.starts) found += await fireStartTimers(this.context);
    if (outlook.deliveries || found > 0) found += await this.deliverDue();
    if (outlook.messages || found > 0) found += await this.correlator.correlate();
    if (outlook.expired) found += await store.delivery.removeExpired(EXPIRED_AT_ONCE);
    if (found > 0) return 'more';
    if (outlook.nextInMs !== null && outlook.nextInMs > 0) this.poller.noLaterThan(outlook.nextInMs);
    return 'nothing';
  }

  private async deliverDue(): Promise<number> {
    const { store, options } = this.context;
    const due = await store.delivery.claimDeliveries(options.max, options.leaseMs);
    if (due.length === 0) return 0;
    failpoint('delivery:claimed');
    const lanes = groupBy(due, (delivery) => delivery.lane);
    await Promise.all([...lanes.values()].map((lane) => this.lane(lane)));
    return due.length;
  }

  /** One after the other; what was not delivered holds up the rest of its lane, and no other. */
  private async lane(rows: readonly Delivery[]): Promise<void> {
    const finishing: Promise<unknown>[] = [];
    for (const [index, row] of rows.entries()) {
      if (!this.stopping && (await this.one(row, finishing))) continue;
      const rest = rows.slice(this.stopping ? index : index + 1);
      for (const left of rest) await this.context.store.delivery.putBack(left, 0, null, true);
      break;
    }
    await Promise.all(finishing);
  }

  /**
   * The row is removed with others when it comes to it: should this process die first, it is delivered again.
   * @returns whether the lane can go on
   */
  private async one(row: Delivery, finishing: Promise<unknown>[]): Promise<boolean> {
    try {
      if (row.claims > MAX_ATTEMPTS)
        throw new Error('It was begun again and again and never came to an end.');
      const becomes = await deliver(this.context, row);
      failpoint('delivery:done');
      finishing.push(this.finished({ delivery: row, ...becomes }));
      return true;
    } catch (error) {
      return await this.failed(row, error);
    }
  }

  private async finished(finished: Finished): Promise<void> {
    try {
      if (await this.finish.add(finished)) this.delivered += 1;
    } catch {
      // The database is away: the row is still there, and is delivered again when its lease is over.
    }
  }

  private async failed(row: Delivery, error: unknown): Promise<boolean> {
    const { store, options } = this.context;
    const { over, uncounted, message } = gaveUp(row.claims, error);
    if (!over) {
      await store.delivery.putBack(row, pauseAfter(row.claims, options.retryMs), message, uncounted);
      return false;
    }
    await this.setAside(row, message, error);
    return true;
  }

  /** A caller is told, and asks a person; anything else waits for one here. */
  private async setAside(row: Delivery, message: string, error: unknown): Promise<void> {
    const { store, onAlert } = this.context;
    if (row.kind === 'start-call') {
      await failCall(this.context, row, row.payload.parent, `It could not be started: ${message}`).catch(
        () => {},
      );
    }
    await store.delivery.quarantine(row, message);
    const from = row.lane === row.ref ? {} : { instanceId: row.lane };
    onAlert({
      code: 'delivery',
      message: `A delivery (${row.kind} ${row.ref}) was set aside: ${message}`,
      error,
      ...from,
    });
  }
}

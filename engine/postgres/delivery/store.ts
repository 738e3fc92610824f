import type { Pool } from 'pg';
import type { DeliveryOutlook, DeliveryStore } from '../../host/delivery/ports';
import { run, type Statement } from '../pool';
import * as calls from './calls';
import { finish } from './finish';
import * as messages from './messages';
import * as outbox from './outbox';
import * as receivers from './receivers';
import { fireStarts } from './start-timers';

const OUTLOOK: Statement = {
  name: 'delivery-outlook',
  text: `SELECT o.at <= n.now AS deliveries, m.at <= n.now AS messages, s.at <= n.now AS starts, x.at <= n.now AS expired,
      extract(epoch FROM least(o.at, m.at, s.at) - n.now)::float8 * 1000 AS next_in_ms
    FROM (SELECT engine_now() AS now) n,
      (SELECT min(available_at) AS at FROM outbox WHERE quarantined_at IS NULL) o,
      (SELECT min(available_at) AS at FROM message WHERE pending AND consumed_at IS NULL) m,
      (SELECT min(due_at) AS at FROM start_timer) s,
      (SELECT min(expires_at) AS at FROM message) x`,
};

interface OutlookRow {
  deliveries: boolean | null;
  messages: boolean | null;
  starts: boolean | null;
  expired: boolean | null;
  next_in_ms: number | null;
}

async function outlook(pool: Pool): Promise<DeliveryOutlook> {
  const row = (await run<OutlookRow>(pool, OUTLOOK, [])).rows[0]!;
  const { deliveries, messages: pending, starts, expired } = row;
  return {
    deliveries: deliveries === true,
    messages: pending === true,
    starts: starts === true,
    expired: expired === true,
    nextInMs: row.next_in_ms,
  };
}

/** What crosses the border of instances, on the connections of the engine's store. */
export function createDeliveryStore(pool: Pool): DeliveryStore {
  return {
    outlook: () => outlook(pool),
    claimDeliveries: (max, leaseMs) => outbox.claimDeliveries(pool, max, leaseMs),
    finish: (finished) => finish(pool, finished),
    putBack: (delivery, delayMs, error, uncounted) =>
      outbox.putBack(pool, delivery, delayMs, error, uncounted),
    quarantine: (delivery, error) => outbox.quarantine(pool, delivery, error),
    publish: (message) => messages.publish(pool, message),
    enqueue: (deliveries) => outbox.enqueue(pool, deliveries),
    claimMessages: (max, leaseMs, only) => messages.claimMessages(pool, max, leaseMs, only),
    receivers: (questions, max) => receivers.receivers(pool, questions, max),
    keepMessages: (kept) => messages.keepMessages(pool, kept),
    putBackMessage: (message, delayMs, error, uncounted) =>
      messages.putBackMessage(pool, message, delayMs, error, uncounted),
    quarantineMessage: (message, error) => messages.quarantineMessage(pool, message, error),
    seek: (wanted) => messages.seek(pool, wanted),
    standing: (name, messageId) => messages.standing(pool, name, messageId),
    removeExpired: (max) => messages.removeExpired(pool, max),
    signalReceivers: (name) => receivers.signalReceivers(pool, name),
    fireStarts: (max, plan) => fireStarts(pool, max, plan),
    callers: (ids) => calls.callers(pool, ids),
    childrenOf: (parentId, key) => calls.childrenOf(pool, parentId, key),
  };
}

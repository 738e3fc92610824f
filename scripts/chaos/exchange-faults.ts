import type pg from 'pg';
import type { EngineEvent } from '@/engine/core/events';
import type { RecordedTransition } from '@/engine/host/ports';
import type { Load } from './load';

type Histories = ReadonlyMap<string, readonly RecordedTransition[]>;

/** What crossed the border of instances and did not arrive, or arrived twice; and how much did. */
export async function findExchangeFaults(
  client: pg.Client,
  histories: Histories,
  { rings, firings }: Pick<Load, 'rings' | 'firings'>,
): Promise<{ faults: string[]; received: number; called: number }> {
  const events = [...histories.values()].flat().flatMap((row) => row.events);
  const of = <T extends EngineEvent['type']>(type: T) =>
    events.filter((event): event is Extract<EngineEvent, { type: T }> => event.type === type);
  const started = of('instance.started').map((event) => event.data);
  const count = (processKey: string) => started.filter((each) => each.processKey === processKey).length;
  const called = started.filter((each) => each.calledBy).length;
  const messages = of('message.received').map((event) => event.data.messageId);
  const faults = [
    ...(await leftOver(client)),
    ...receivedOnce(senders(histories), messages),
    ...differs('instances started by the bell', rings, count('Rung')),
    ...differs('instances started by a clock', firings, count('Clocked')),
    ...differs('calls answered', of('call.started').length, of('call.returned').length),
    ...differs('instances called', of('call.started').length, called),
  ];
  return { faults, received: messages.length + of('signal.received').length, called };
}

/** Who sent a message, once for each. */
const senders = (histories: Histories): string[] =>
  [...histories].flatMap(([id, rows]) =>
    rows.flatMap(({ events }) => events.flatMap((event) => (event.type === 'message.sent' ? [id] : []))),
  );

/** Each message was sent once and received once; its id begins with its sender. */
function receivedOnce(sentBy: readonly string[], received: readonly string[]): string[] {
  const found = received.map((ref) => ref.split(':')[0]);
  const twice = received.filter((ref, index) => received.indexOf(ref) !== index);
  const same = [...sentBy].sort().join() === [...found].sort().join();
  const missing = same ? [] : [`${sentBy.length} messages were sent and ${found.length} received`];
  return [...missing, ...twice.map((ref) => `message ${ref} was received twice`)];
}

const differs = (what: string, wanted: number, found: number): string[] =>
  wanted === found ? [] : [`${found} ${what}, not ${wanted}`];

async function leftOver(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Record<string, string>>(
    `SELECT (SELECT count(*) FROM outbox WHERE quarantined_at IS NULL) AS deliveries,
      (SELECT count(*) FROM outbox WHERE quarantined_at IS NOT NULL) AS "deliveries set aside",
      (SELECT count(*) FROM subscription) AS subscriptions,
      (SELECT count(*) FROM message) AS messages,
      (SELECT count(*) FROM start_timer) AS clocks`,
  );
  return Object.entries(rows[0] ?? {}).flatMap(([what, left]) =>
    left === '0' ? [] : [`${left} ${what} are left over`],
  );
}

import { randomText } from '../random-pool';

/** Streams, rows and commands are named after the instance they belong to, so that no lookup is needed. */

/** Ledger stream of an instance. */
export const streamOf = (instanceId: string): string => `instance:${instanceId}`;

/** Id of a task row: the instance and the key of the activation that waits for it. */
export const taskIdOf = (instanceId: string, key: number): string => `${instanceId}:${key}`;

/** Id of an incident row. */
export const incidentIdOf = (instanceId: string, incidentKey: number): string =>
  `${instanceId}:${incidentKey}`;

/** Key of a row that belongs to one activation of one instance, within a batch. */
export const rowKey = (instanceId: string, key: number): string => `${instanceId}:${key}`;

/** What every external call of one activation carries, constant over retries and restarts. */
export const idempotencyKeyOf = (instanceId: string, key: number): string => `${instanceId}:${key}`;

let sequence = 0;

/**
 * A lease token (and the command ids made of it) that nobody can guess. It begins with the time, because rows of
 * neighbouring keys share index pages, and random ones make the log of the database many times larger.
 */
export function newToken(): string {
  sequence = (sequence + 1) % 46_656;
  const order = Date.now().toString(36) + sequence.toString(36).padStart(3, '0');
  return `${order}-${randomText()}`;
}

/** Names one effect for good: the transition it belongs to and its place in it. */
export const deliveryRefOf = (instanceId: string, firstSeq: number, index: number): string =>
  `${instanceId}:${firstSeq}:${index}`;

/** What a message or signal must fit to be received: kind, name and correlation key in one text. */
export const routeOf = (
  kind: 'message' | 'signal',
  name: string,
  correlationKey: string | null = null,
): string => JSON.stringify([kind, name, correlationKey]);

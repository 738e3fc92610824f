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

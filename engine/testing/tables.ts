import type { Effect } from '../core/effects';

type Work = Extract<Effect, { type: 'run-work' }>;

/** The rows that effects leave behind; refuses what a store's keys would refuse. */
export class Tables {
  readonly work = new Map<number, Work>();
  readonly timers = new Map<number, string>();
  readonly tasks = new Map<number, 'open' | 'claimed'>();
  readonly incidents = new Map<number, string>();
  readonly subscriptions = new Map<number, 'message' | 'signal'>();
  /** What leaves the instance, in order. */
  readonly outbox: Effect[] = [];

  /** Throws when a row is opened twice, or changed without being there. */
  apply(effects: readonly Effect[]): void {
    for (const effect of effects) this.write(effect);
  }

  private write(effect: Effect): void {
    const writer = WRITERS[effect.type] as (tables: Tables, effect: Effect) => void;
    writer(this, effect);
  }
}

type Writers = { [T in Effect['type']]: (tables: Tables, effect: Extract<Effect, { type: T }>) => void };

const WRITERS: Writers = {
  'run-work': (tables, effect) => insert(tables.work, effect.key, effect),
  'reschedule-work': ({ work }, { key, attempt }) => replace(work, key, { ...required(work, key), attempt }),
  'drop-work': (tables, { key }) => remove(tables.work, key),
  'set-timer': (tables, { key, dueAt }) => insert(tables.timers, key, dueAt),
  'drop-timer': (tables, { key }) => remove(tables.timers, key),
  'await-message': (tables, { key }) => insert(tables.subscriptions, key, 'message' as const),
  'await-signal': (tables, { key }) => insert(tables.subscriptions, key, 'signal' as const),
  'drop-subscription': (tables, { key }) => remove(tables.subscriptions, key),
  'publish-message': send,
  'broadcast-signal': send,
  'start-call': send,
  'cancel-call': send,
  'answer-call': send,
  'escalate-call': send,
  'open-task': (tables, { key }) => insert(tables.tasks, key, 'open' as const),
  'update-task': (tables, { key, state }) => replace(tables.tasks, key, state),
  'remind-task': (tables, { key }) => replace(tables.tasks, key, tables.tasks.get(key) ?? 'open'),
  'close-task': (tables, { key }) => remove(tables.tasks, key),
  'open-incident': (tables, { incidentKey, code }) => insert(tables.incidents, incidentKey, code),
  'close-incident': (tables, { incidentKey }) => remove(tables.incidents, incidentKey),
};

function send(tables: Tables, effect: Effect): void {
  tables.outbox.push(effect);
}

function required<V>(table: ReadonlyMap<number, V>, key: number): V {
  const row = table.get(key);
  if (row === undefined) throw new Error(`I4 no row ${key}`);
  return row;
}

function insert<V>(table: Map<number, V>, key: number, row: V): void {
  if (table.has(key)) throw new Error(`I4 row ${key} opened twice`);
  table.set(key, row);
}

function replace<V>(table: Map<number, V>, key: number, row: V): void {
  required(table, key);
  table.set(key, row);
}

function remove<V>(table: Map<number, V>, key: number): void {
  if (!table.delete(key)) throw new Error(`I4 no row ${key} to remove`);
}

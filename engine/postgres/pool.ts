import { Pool, type PoolClient, type PoolConfig, type QueryResult, type QueryResultRow } from 'pg';

export interface PostgresOptions {
  connectionString: string;
  /** Connections for commits and claims; a few suffice, because commits are batched. */
  connections?: number;
  applicationName?: string;
  /** Longest time one statement may take, lock waits included, in milliseconds. */
  statementTimeoutMs?: number;
  /** How long a commit keeps trying while the database is away, in milliseconds. */
  patienceMs?: number;
}

/**
 * Every statement of the hot path reaches its rows by primary key from an array. The planner, whose statistics
 * lag behind tables that fill and empty all day, must not take a scan for cheaper, nor plan anew each time.
 */
const PLANNER =
  '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off -c plan_cache_mode=force_generic_plan';

/** The pool of the hot path: pipelined connections, so that statements that belong together share a round trip. */
export function createPool(options: PostgresOptions): Pool {
  const config: PoolConfig = {
    connectionString: options.connectionString,
    max: options.connections ?? 8,
    application_name: options.applicationName ?? 'countersign-engine',
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: 15_000,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    pipeline: true,
    options: PLANNER,
  };
  const pool = new Pool(config);
  // A lost connection fails the queries that are under way; the next one opens another.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** A prepared statement: `name` is unique per text. */
export interface Statement {
  name: string;
  text: string;
}

export const run = <R extends QueryResultRow>(
  client: PoolClient | Pool,
  { name, text }: Statement,
  values: unknown[],
): Promise<QueryResult<R>> => client.query<R>({ name, text, values });

/** RFC 3339 with milliseconds from a `timestamptz`, as text that sorts. */
export const isoSql = (expression: string): string =>
  `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

import pg from 'pg';

const CONNECTIONS = 16;
const ROWS = 1_000;

/**
 * What the server can commit at most in small transactions: BEGIN, UPDATE of one row, INSERT of one row, COMMIT over
 * 16 connections, each statement awaited. Commits a second.
 */
export async function rawCommitsPerSecond(url: string, seconds: number): Promise<number> {
  const clients = Array.from({ length: CONNECTIONS }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    await prepare(clients[0]!);
    const until = performance.now() + seconds * 1_000;
    const begun = performance.now();
    const counts = await Promise.all(clients.map((client, index) => commitUntil(client, index, until)));
    return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - begun) / 1_000);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function prepare(client: pg.Client): Promise<void> {
  await client.query('DROP TABLE IF EXISTS bench_row, bench_log');
  await client.query('CREATE TABLE bench_row (id int PRIMARY KEY, n int NOT NULL)');
  await client.query(
    'CREATE TABLE bench_log (id bigserial PRIMARY KEY, row_id int NOT NULL, note text NOT NULL)',
  );
  await client.query('INSERT INTO bench_row SELECT i, 0 FROM generate_series(1, $1::int) i', [ROWS]);
}

async function commitUntil(client: pg.Client, worker: number, until: number): Promise<number> {
  let count = 0;
  for (; performance.now() < until; count++) {
    const id = 1 + ((worker + count * CONNECTIONS) % ROWS);
    await client.query('BEGIN');
    await client.query({ name: 'u', text: 'UPDATE bench_row SET n = n + 1 WHERE id = $1', values: [id] });
    await client.query({
      name: 'i',
      text: 'INSERT INTO bench_log (row_id, note) VALUES ($1, $2)',
      values: [id, 'committed'],
    });
    await client.query('COMMIT');
  }
  return count;
}

/** 100-row INSERTs over the same 16 connections, each its own transaction. Inserts a second. */
export async function rawInsertsPerSecond(url: string, seconds: number): Promise<number> {
  const clients = Array.from({ length: CONNECTIONS }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    await prepare(clients[0]!);
    const begun = performance.now();
    const counts = await Promise.all(clients.map((client) => insertUntil(client, begun + seconds * 1_000)));
    return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - begun) / 1_000);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function insertUntil(client: pg.Client, until: number): Promise<number> {
  const text = 'INSERT INTO bench_log (row_id, note) SELECT i, $1 FROM generate_series(1, 100) i';
  let count = 0;
  for (; performance.now() < until; count++) await client.query({ name: 'm', text, values: ['committed'] });
  return count;
}

import pg from 'pg';
import { databaseUrl } from '@/lib/db/client';
import { verifyLedger } from '@/lib/ledger/verify';

/**
 * `npm run tamper-demo`: copies the database, alters one byte of one event as superuser with the guards switched off,
 * and shows the verifier naming it. The original is only read.
 */
const original = new URL(databaseUrl());
const name = decodeURIComponent(original.pathname.slice(1));
const copy = `${name}_tampered_${Date.now()}`;
const admin = new URL(original);
admin.pathname = '/postgres';
const at = (database: string): string => Object.assign(new URL(original), { pathname: `/${database}` }).href;

async function run(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Server-side copies need the source unused, so the rows are copied instead; that also works beside a running app. */
async function copyRows(from: pg.Client, to: pg.Client): Promise<void> {
  // One snapshot: rows written meanwhile would look like a head that doesn't fit.
  await from.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  for (const [table, columns] of Object.entries({
    ledger: 'stream, first_seq, count, position, at, canon, leaf_hash, data, salt',
    ledger_head: 'stream, seq, head',
    instance:
      'id, process_id, model_id, version_id, process_key, title, business_key, status, seq, state, head, started_by, started_at, ended_at, updated_at',
  })) {
    const { rows } = await from.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM (SELECT ${columns} FROM ${table}) t`,
    );
    for (let i = 0; i < rows.length; i += 500) {
      const chunk = `[${rows
        .slice(i, i + 500)
        .map((one) => one.row)
        .join(',')}]`;
      await to.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        [chunk],
      );
    }
    console.log(`copied ${rows.length} rows of ${table}`);
  }
  await from.query('COMMIT');
}

await run(
  admin.href,
  async (client) => void (await client.query(`CREATE DATABASE ${pg.escapeIdentifier(copy)}`)),
);
try {
  const { migrate } = await import('./migrate.mjs');
  await migrate(at(copy));
  await run(original.href, (from) => run(at(copy), (to) => copyRows(from, to)));
  await run(at(copy), async (client) => {
    const before = await verifyLedger(client);
    console.log(`before: ${before.rows} rows, ${before.broken.length} broken`);
    const { rows } = await client.query<{ stream: string; first_seq: number; data: string }>(
      `SELECT stream, first_seq, data FROM ledger WHERE data IS NOT NULL AND length(data) > 20 ORDER BY random() LIMIT 1`,
    );
    const victim = rows[0];
    if (!victim) throw new Error('The ledger is empty: run a sample first.');
    const letters = [...victim.data.matchAll(/[a-z0-9]/g)];
    const place = letters[Math.floor(Math.random() * letters.length)]?.index ?? 0;
    const was = victim.data[place] ?? '';
    const other = was === 'x' ? 'y' : 'x';
    const altered = victim.data.slice(0, place) + other + victim.data.slice(place + 1);
    const around = (text: string) => JSON.stringify(text.slice(Math.max(0, place - 20), place + 20));
    await client.query('ALTER TABLE ledger DISABLE TRIGGER ALL');
    await client.query('UPDATE ledger SET data = $3 WHERE stream = $1 AND first_seq = $2', [
      victim.stream,
      victim.first_seq,
      altered,
    ]);
    console.log(
      `altered one byte of ${victim.stream} at event ${victim.first_seq}, as superuser, guards off:`,
    );
    console.log(`  was ${around(victim.data)}`);
    console.log(`  now ${around(altered)}`);
    const after = await verifyLedger(client);
    for (const one of after.broken) console.log(`BROKEN  ${one.stream} at event ${one.seq}: ${one.message}`);
    const named =
      after.broken.length === 1 &&
      after.broken[0]?.stream === victim.stream &&
      after.broken[0].seq === victim.first_seq;
    console.log(
      named
        ? 'The verifier named exactly the altered event.'
        : 'The verifier did not name the altered event.',
    );
    process.exitCode = named ? 0 : 1;
  });
} finally {
  await run(
    admin.href,
    async (client) =>
      void (await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(copy)} WITH (FORCE)`)),
  );
}

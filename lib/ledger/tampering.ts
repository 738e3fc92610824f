import pg from 'pg';
import { GENESIS, sealRow } from '@/engine/host/seal';
import { createTestDatabase } from '@/scripts/test/database';
import { verifyLedger } from './verify';

/** A row of the ledger as the superuser of a test holds it in hand. */
export interface Held {
  stream: string;
  first_seq: number;
  count: number;
  position: string;
  at: Date;
  canon: string;
  leaf_hash: Buffer;
  data: string | null;
  salt: Buffer | null;
}

interface Head {
  stream: string;
  seq: number;
  head: string;
}

/** A small ledger, and a superuser's connection with the guards off. */
export interface Tampered {
  client: pg.Client;
  rows: Held[];
  verify(): ReturnType<typeof verifyLedger>;
  /** Puts a row's original back in place of whatever it became. */
  restore(row: Held): Promise<void>;
  insert(row: Held): Promise<void>;
  /** Rows and heads as they were written. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const STREAMS = ['admin', 'auth', 'process:p1', 'refusal:p1:2026-11-20T14'];

/** Some streams of sealed rows with their heads; texts with quotes, accents and signs beyond the basic plane. */
async function fill(client: pg.Client, perStream: number): Promise<void> {
  for (const stream of STREAMS) {
    let prev = GENESIS;
    let firstSeq = 1;
    for (let i = 0; i < perStream; i++) {
      const events = Array.from({ length: 1 + (i % 3) }, (_, n) => ({
        type: 'draft.saved',
        data: { revision: i, note: `Änderung ${n} „geprüft“ 🖋`, amount: 12_480.5 },
      }));
      const at = new Date(Date.UTC(2026, 10, 20, 14, 0, i)).toISOString();
      const actor = { kind: 'person', id: 'mia', name: 'Mia Lindqvist', via: 'session' } as const;
      const row = sealRow({ stream, firstSeq, at, actor, cause: 'test', prev, events });
      await client.query(
        `INSERT INTO ledger (stream, first_seq, count, at, canon, leaf_hash, data, salt) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`,
        [stream, firstSeq, row.count, at, row.canon, Buffer.from(row.leafHash, 'hex'), row.data, row.salt],
      );
      prev = row.leafHash;
      firstSeq += row.count;
    }
    await client.query('INSERT INTO ledger_head (stream, seq, head) VALUES ($1,$2,$3)', [
      stream,
      firstSeq - 1,
      prev,
    ]);
  }
}

/** A ledger to tamper with, in a database of its own. */
export async function startTampering(perStream = 12): Promise<Tampered> {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await fill(client, perStream);
  const { rows } = await client.query<Held>(
    'SELECT stream, first_seq, count, position::text AS position, at, canon, leaf_hash, data, salt FROM ledger ORDER BY ledger.position',
  );
  const heads = (await client.query<Head>('SELECT stream, seq, head FROM ledger_head')).rows;
  // What a superuser does who wants no trigger to notice.
  await client.query(`SET session_replication_role = 'replica'`);
  const insert = async (row: Held) =>
    void (await client.query(
      'INSERT INTO ledger (stream, first_seq, count, position, at, canon, leaf_hash, data, salt) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)',
      [
        row.stream,
        row.first_seq,
        row.count,
        row.position,
        row.at,
        row.canon,
        row.leaf_hash,
        row.data,
        row.salt,
      ],
    ));
  return {
    client,
    rows,
    insert,
    verify: () => verifyLedger(client),
    async restore(row) {
      await client.query('DELETE FROM ledger WHERE position = $1', [row.position]);
      await insert(row);
    },
    async reset() {
      await client.query('DELETE FROM ledger');
      await client.query('DELETE FROM ledger_head');
      for (const row of rows) await insert(row);
      for (const one of heads)
        await client.query('INSERT INTO ledger_head (stream, seq, head) VALUES ($1,$2,$3)', [
          one.stream,
          one.seq,
          one.head,
        ]);
    },
    async stop() {
      await client.end();
      await database.drop();
    },
  };
}

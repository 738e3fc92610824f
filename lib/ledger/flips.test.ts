import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Held, startTampering, type Tampered } from './tampering';

const FLIPS = process.env.CI === 'true' ? 1_000 : 200;
const COLUMNS = ['canon', 'data', 'salt', 'leaf_hash', 'stream', 'first_seq', 'count', 'at'] as const;
type Column = (typeof COLUMNS)[number];

let ledger: Tampered;
beforeAll(async () => {
  ledger = await startTampering();
});
afterAll(() => ledger.stop());

/** A repeatable stream of numbers below `n` (mulberry32). */
function numbers(seed: number): (n: number) => number {
  let a = seed;
  return (n) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** One bit of one byte; texts stay UTF-8 without NUL, which is all that PostgreSQL would store. */
function flipped(bytes: Buffer, text: boolean, below: (n: number) => number): Buffer {
  for (;;) {
    const other = Buffer.from(bytes);
    const place = below(other.length);
    other[place] = (other[place] ?? 0) ^ (1 << below(8));
    if (!text || (!other.includes(0) && Buffer.from(other.toString('utf8')).equals(other))) return other;
  }
}

function altered(row: Held, column: Column, below: (n: number) => number): unknown {
  const value = row[column];
  if (typeof value === 'string') return flipped(Buffer.from(value), true, below).toString('utf8');
  if (Buffer.isBuffer(value)) return flipped(value, false, below);
  if (value instanceof Date) return new Date(value.getTime() ^ (1 << below(30)));
  return Number(value) ^ (1 << below(20));
}

it(`names the altered event for each of ${FLIPS} random flips of one bit, whatever column it hits`, async () => {
  const below = numbers(20_261_120);
  expect((await ledger.verify()).broken).toEqual([]);
  let flips = 0;
  while (flips < FLIPS) {
    const row = ledger.rows[below(ledger.rows.length)] as Held;
    const column = COLUMNS[below(COLUMNS.length)] as Column;
    const { rowCount } = await ledger.client
      .query(`UPDATE ledger SET ${column} = $1 WHERE position = $2`, [
        altered(row, column, below),
        row.position,
      ])
      .catch(() => ({ rowCount: 0 }));
    // The key of another row: the database itself refuses that one.
    if (!rowCount) continue;
    flips += 1;
    const { broken } = await ledger.verify();
    const named = broken.filter((one) => one.position === row.position);
    expect(named, `${column} of ${row.stream} ${row.first_seq}`).toHaveLength(1);
    // Moved out of its place, it also leaves a gap; altered in place, nothing else is wrong.
    if (column !== 'stream' && column !== 'first_seq') {
      expect(broken).toHaveLength(1);
      expect(broken[0]).toMatchObject({ stream: row.stream, seq: row.first_seq });
    }
    await ledger.restore(row);
  }
  expect((await ledger.verify()).broken).toEqual([]);
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GENESIS, sealRow } from '@/engine/host/seal';
import { type Held, startTampering, type Tampered } from './tampering';

let ledger: Tampered;
beforeAll(async () => {
  ledger = await startTampering();
});
afterEach(async () => {
  await ledger.reset();
  expect((await ledger.verify()).broken).toEqual([]);
});
afterAll(() => ledger.stop());

const of = (stream: string): Held[] => ledger.rows.filter((row) => row.stream === stream);
const remove = (rows: readonly Held[]) =>
  ledger.client.query('DELETE FROM ledger WHERE position = ANY($1::bigint[])', [
    rows.map((row) => row.position),
  ]);
const setHead = (stream: string, seq: number, head: string) =>
  ledger.client.query('UPDATE ledger_head SET seq = $2, head = $3 WHERE stream = $1', [stream, seq, head]);
const lastSeq = (row: Held) => row.first_seq + row.count - 1;

describe('deleting', () => {
  it('a row in the middle: the row after it is named', async () => {
    const [, , victim, next] = of('admin') as [Held, Held, Held, Held];
    await remove([victim]);
    expect((await ledger.verify()).broken).toEqual([
      {
        stream: 'admin',
        seq: next.first_seq,
        position: next.position,
        message: 'the event before it is missing',
      },
    ]);
  });
  it('the newest rows: the head tells', async () => {
    const gone = of('auth').slice(-3);
    await remove(gone);
    expect((await ledger.verify()).broken).toEqual([
      expect.objectContaining({
        stream: 'auth',
        seq: gone[0]!.first_seq - 1,
        message: expect.stringMatching('missing'),
      }),
    ]);
  });
  it('a whole stream: its head tells', async () => {
    const gone = of('process:p1');
    await remove(gone);
    expect((await ledger.verify()).broken).toEqual([
      { stream: 'process:p1', seq: 1, position: '', message: 'all its events are missing' },
    ]);
  });
  it('a head alone', async () => {
    const { rows } = await ledger.client.query(
      `DELETE FROM ledger_head WHERE stream = 'auth' RETURNING seq, head`,
    );
    expect((await ledger.verify()).broken).toEqual([
      expect.objectContaining({ stream: 'auth', message: 'the head of the stream is missing' }),
    ]);
    await ledger.client.query(`INSERT INTO ledger_head VALUES ('auth', $1, $2)`, [rows[0].seq, rows[0].head]);
  });
});

describe('moving and inserting', () => {
  it('two rows swapped: both are named', async () => {
    const [, a, , b] = of('admin') as [Held, Held, Held, Held];
    await remove([a, b]);
    await ledger.insert({
      ...b,
      stream: a.stream,
      first_seq: a.first_seq,
      count: a.count,
      at: a.at,
      position: a.position,
    });
    await ledger.insert({
      ...a,
      stream: b.stream,
      first_seq: b.first_seq,
      count: b.count,
      at: b.at,
      position: b.position,
    });
    const { broken } = await ledger.verify();
    expect(broken.map((one) => one.position)).toEqual(expect.arrayContaining([a.position, b.position]));
  });
  it('an event put in, back-dated, at the end of a stream: the head tells', async () => {
    const last = of('admin').at(-1) as Held;
    const forged = forge(last, lastSeq(last) + 1, last.leaf_hash.toString('hex'));
    await ledger.insert(forged);
    expect((await ledger.verify()).broken).toHaveLength(1);
    await remove([forged]);
  });
  it('an event put in, back-dated, between others: it or its neighbour is named', async () => {
    const rows = of('admin');
    const [first, second] = rows as [Held, Held];
    const forged = forge(first, second.first_seq, first.leaf_hash.toString('hex'));
    await remove([second]);
    await ledger.insert(forged);
    expect((await ledger.verify()).broken[0]).toMatchObject({ stream: 'admin', seq: rows[2]!.first_seq });
    await remove([forged]);
  });
});

/** A row sealed as it should be, dated before the one it follows. */
function forge(before: Held, firstSeq: number, prev: string): Held {
  const at = new Date(before.at.getTime() - 86_400_000);
  const actor = { kind: 'person', id: 'eve', name: 'Eve', via: 'session' } as const;
  const events = [{ type: 'person.changed', data: {} }];
  const row = sealRow({
    stream: before.stream,
    firstSeq,
    at: at.toISOString(),
    actor,
    cause: 'forged',
    prev,
    events,
  });
  return {
    stream: row.stream,
    first_seq: firstSeq,
    count: 1,
    position: '900000',
    at,
    canon: row.canon,
    leaf_hash: Buffer.from(row.leafHash, 'hex'),
    data: row.data,
    salt: row.salt,
  };
}

describe('what chains alone can’t show; signed checkpoints will', () => {
  it('the newest rows deleted together with their trace in the head', async () => {
    const rows = of('auth');
    const [kept, gone] = [rows.slice(0, -2), rows.slice(-2)];
    const newest = kept.at(-1) as Held;
    await remove(gone);
    await setHead('auth', lastSeq(newest), newest.leaf_hash.toString('hex'));
    expect((await ledger.verify()).broken).toEqual([]);
    const last = gone.at(-1) as Held;
    await setHead('auth', lastSeq(last), last.leaf_hash.toString('hex'));
  });
  it('a whole stream deleted together with its head', async () => {
    const stream = 'process:p1';
    const gone = of(stream);
    const last = gone.at(-1) as Held;
    await remove(gone);
    await ledger.client.query('DELETE FROM ledger_head WHERE stream = $1', [stream]);
    expect((await ledger.verify()).broken).toEqual([]);
    await ledger.client.query('INSERT INTO ledger_head VALUES ($1, $2, $3)', [
      stream,
      lastSeq(last),
      last.leaf_hash.toString('hex'),
    ]);
  });
  it('a stream written anew from its beginning', async () => {
    const stream = 'process:p1';
    const gone = of(stream);
    const last = gone.at(-1) as Held;
    await remove(gone);
    const forged = forge(gone[0] as Held, 1, GENESIS);
    await ledger.insert(forged);
    await setHead(stream, 1, forged.leaf_hash.toString('hex'));
    expect((await ledger.verify()).broken).toEqual([]);
    await remove([forged]);
    await setHead(stream, lastSeq(last), last.leaf_hash.toString('hex'));
  });
  it('content taken away past the erasing function: counted as erased, not as broken', async () => {
    const row = of('auth')[0] as Held;
    await ledger.client.query('UPDATE ledger SET data = NULL, salt = NULL WHERE position = $1', [
      row.position,
    ]);
    expect(await ledger.verify()).toMatchObject({ broken: [], erased: 1 });
  });
});

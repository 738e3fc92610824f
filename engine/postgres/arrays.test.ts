import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../scripts/test/database';
import { boolArray, byteaArray, intArray, textArray, timeArray } from './arrays';

describe('binary arrays', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const read = async (type: string, buffer: Buffer): Promise<unknown[]> =>
    (
      await client.query(`SELECT v FROM unnest($1::${type}[]) WITH ORDINALITY AS n(v, i) ORDER BY i`, [
        buffer,
      ])
    ).rows.map((row) => row.v);
  // What PostgreSQL has no text for is never stored in columns: NUL.
  const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', '').toWellFormed());

  it('arrive as they were sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(text)),
        fc.array(fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))),
        fc.array(
          fc.option(
            fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
          ),
        ),
        fc.array(fc.boolean()),
        fc.array(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
        async (texts, ints, dates, bools, buffers) => {
          expect(await read('text', textArray(texts))).toEqual(texts);
          expect(await read('int', intArray(ints))).toEqual(ints);
          const iso = dates.map((date) => date?.toISOString() ?? null);
          expect(await read('timestamptz', timeArray(iso))).toEqual(dates);
          expect(await read('bool', boolArray(bools))).toEqual(bools);
          expect(await read('bytea', byteaArray(buffers))).toEqual(buffers);
        },
      ),
      { numRuns: 50 },
    );
  });
});

import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../process/ports.mjs';
import { createEmptyDatabase } from '../test/database.ts';
import { checkServerVersion, connect, inDatabase } from './external.mjs';

let fake: Server | undefined;
afterEach(() => {
  fake?.close();
  fake = undefined;
});

/** A message of PostgreSQL's wire protocol 3: type, length, body. */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const int16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number) => Buffer.concat([int16(value >> 16), int16(value & 0xffff)]);
const READY = message('Z', Buffer.from('I'));

/** A server that lets everybody in and answers every query with one version number. */
async function serverOfVersion(version: string): Promise<string> {
  const column = Buffer.concat([
    Buffer.from('server_version_num\0'),
    int32(0),
    int16(0),
    int32(25),
    int16(-1),
    int32(-1),
    int16(0),
  ]);
  const answer = Buffer.concat([
    message('T', Buffer.concat([int16(1), column])),
    message('D', Buffer.concat([int16(1), int32(version.length), Buffer.from(version)])),
    message('C', Buffer.from('SHOW\0')),
    READY,
  ]);
  fake = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), READY]));
      socket.on('data', (data) => data[0] === 'Q'.charCodeAt(0) && socket.write(answer));
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => fake?.listen(0, '127.0.0.1', resolve));
  return `postgresql://me@127.0.0.1:${(fake.address() as AddressInfo).port}/app`;
}

describe('a PostgreSQL the person brings', () => {
  it('is refused below version 14, naming its version and what to do', async () => {
    await expect(checkServerVersion(await serverOfVersion('130011'))).rejects.toMatchObject({
      code: 'database-too-old',
      message: 'The database server runs PostgreSQL 13.11; Countersign needs 14 or newer.',
    });
  });

  it('is welcome from version 14 on', async () => {
    expect(await checkServerVersion(await serverOfVersion('140002'))).toBe('14.2');
  });

  it('that does not answer is named by its host, not by its password', async () => {
    const url = `postgresql://me:hush@127.0.0.1:${await freePort()}/app`;
    const problem = await checkServerVersion(url).catch((error: Error) => error);
    expect(problem).toMatchObject({
      code: 'database-unreachable',
      message: expect.stringContaining('No PostgreSQL answers at 127.0.0.1'),
    });
    expect(JSON.stringify(problem)).not.toContain('hush');
  });

  it('that refuses the password, or lacks the database, says so', async () => {
    const database = await createEmptyDatabase();
    const wrong = new URL(database.url);
    wrong.password = 'guess';
    await expect(connect(wrong.href)).rejects.toThrow('refuses the user name or password');
    await expect(connect(inDatabase(database.url, 'not_there'))).rejects.toThrow(
      'has no database "not_there"',
    );
    await database.drop();
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createDurableCluster, discardCluster, newClusterFolder, THROW_AWAY } from '../test/cluster.ts';
import { findPostgres, startPostgres } from './embedded.mjs';
import { connect } from './external.mjs';

const discards: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const discard of discards.splice(0)) await discard();
});

function folder(): string {
  const dataDir = newClusterFolder();
  discards.push(() => discardCluster(dataDir));
  return dataDir;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = await connect(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('built-in PostgreSQL', () => {
  it('is created in an empty folder, sorts the same everywhere, and stops cleanly', async () => {
    const dataDir = folder();
    const server = await startPostgres({ dataDir, flags: THROW_AWAY, throwAway: true });
    expect(server.reused).toBe(false);
    const facts = await query(
      server.url('postgres'),
      "SELECT datlocprovider, datlocale, pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = 'postgres'",
    );
    expect(facts).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8' }]);
    await server.stop();
    expect(await findPostgres(dataDir)).toBeUndefined();
  });

  it('is one server for callers that start it together', async () => {
    const dataDir = folder();
    const servers = await Promise.all(
      [1, 2, 3].map(() => startPostgres({ dataDir, flags: THROW_AWAY, throwAway: true })),
    );
    expect(new Set(servers.map((server) => server.pid)).size).toBe(1);
    expect(servers.filter((server) => !server.reused)).toHaveLength(1);
  });

  it('outlives the process that started it, and the next one joins it', async () => {
    const dataDir = folder();
    const starter = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { startPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded.mjs'))};
       const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, throwAway: true });
       console.log(server.pid);
       setInterval(() => {}, 1000);`,
    ]);
    const [output] = await once(starter.stdout, 'data');
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    const joined = await startPostgres({ dataDir });
    expect(joined.reused).toBe(true);
    expect(joined.pid).toBe(Number(String(output)));
    expect(await query(joined.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('comes back after its process was killed, on the same port, with what it had acknowledged', async () => {
    const cluster = await createDurableCluster();
    discards.push(cluster.discard);
    const url = cluster.url('postgres');
    await query(url, 'CREATE TABLE kept (n int)');
    await query(url, 'INSERT INTO kept VALUES (7)');
    await cluster.kill9Postmaster();
    await cluster.restart();
    expect(cluster.url('postgres')).toBe(url);
    expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('starts although postmaster.pid names a process that is not PostgreSQL', async () => {
    const dataDir = folder();
    const first = await startPostgres({ dataDir, flags: THROW_AWAY, throwAway: true });
    await first.stop();
    writeFileSync(
      path.join(dataDir, 'postmaster.pid'),
      `${process.pid}\n${dataDir}\n0\n${first.port}\n\n\n  0  0\nready\n`,
    );
    const second = await startPostgres({ dataDir, flags: THROW_AWAY, throwAway: true });
    expect(second.reused).toBe(false);
  });
});

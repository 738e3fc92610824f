import pg from 'pg';

const NAMES = ['fsync', 'synchronous_commit', 'full_page_writes', 'server_version'];

/** The settings that decide what a commit promises. @throws when one is off that the benchmark is about */
export async function durability(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT name, setting FROM pg_settings WHERE name = ANY($1)', [NAMES]);
  await client.end();
  const settings = Object.fromEntries(rows.map((row) => [row.name, row.setting]));
  if (settings.fsync !== 'on' || settings.synchronous_commit !== 'on')
    throw new Error('The benchmark needs fsync and synchronous_commit on.');
  return settings;
}

import pg from 'pg';
import { databaseName, inDatabase } from '../postgres/external.mjs';

/**
 * The `cli` commands of the schema engine. Errors are reported the way Prisma reads them: a JSON log line
 * with its own error code (P1003 database does not exist, P1001 cannot be reached).
 * @param {string} command
 * @param {string} url
 * @returns {Promise<number>} exit code
 */
export async function administer(command, url) {
  try {
    if (command === 'can-connect-to-database') await run(url);
    else {
      const verb = command === 'create-database' ? 'CREATE' : 'DROP';
      await run(inDatabase(url, 'postgres'), `${verb} DATABASE ${pg.escapeIdentifier(databaseName(url))}`);
    }
    return 0;
  } catch (error) {
    const missing = /** @type {{ code?: string }} */ (error).code === '3D000';
    const message = error instanceof Error ? error.message : String(error);
    const fields = { error_code: missing ? 'P1003' : 'P1001', message };
    process.stderr.write(
      `\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`,
    );
    return 1;
  }
}

/**
 * @param {string} url
 * @param {string} [statement]
 */
async function run(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (statement) await client.query(statement);
  } finally {
    await client.end();
  }
}

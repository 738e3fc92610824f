import { readFileSync } from 'node:fs';

/**
 * @typedef {object} EngineRequest
 * @property {boolean} version print the version and end
 * @property {string | undefined} databaseCommand `can-connect-to-database`, `create-database`, `drop-database`
 * @property {string | undefined} url of the database
 * @property {[string, string][]} datamodels path and text of each schema file
 */

/**
 * Reads the command line of the schema engine as Prisma 7 calls it. The data source comes as JSON, plain
 * or in base64.
 * @param {string[]} argv
 * @returns {EngineRequest}
 */
export function readArguments(argv) {
  const source = argv[argv.indexOf('--datasource') + 1];
  const datasource = argv.includes('--datasource') && source ? parseDatasource(source) : {};
  return {
    version: argv.includes('--version'),
    databaseCommand: argv.includes('cli') ? argv.at(-1) : undefined,
    url: datasource.url ?? process.env.DATABASE_URL,
    datamodels: argv.flatMap((argument, index) => {
      const file = argument === '--datamodels' ? argv[index + 1] : undefined;
      return file ? [/** @type {[string, string]} */ ([file, readFileSync(file, 'utf8')])] : [];
    }),
  };
}

/**
 * @param {string} text
 * @returns {{ url?: string }}
 */
function parseDatasource(text) {
  return JSON.parse(text.trim().startsWith('{') ? text : Buffer.from(text, 'base64').toString('utf8'));
}

import { readFileSync } from 'node:fs';
import { readPostmaster } from '../postgres/postmaster.mjs';
import { clusterFolder, DATABASE } from './folders.mjs';

/**
 * The database a command should use when it must not start one: `DATABASE_URL`, or the built-in server
 * of the data folder if it seems to run.
 * @returns {string | undefined}
 */
export function knownDatabaseUrl() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const server = readPostmaster(clusterFolder());
  if (!server) return undefined;
  const password = readFileSync(`${clusterFolder()}.password`, 'utf8').trim();
  return `postgresql://postgres:${password}@127.0.0.1:${server.port}/${DATABASE}`;
}

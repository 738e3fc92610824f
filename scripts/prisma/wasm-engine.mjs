import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { startPostgres } from '../postgres/embedded.mjs';
import { connectionFields, SchemaAdapter } from './adapter.mjs';
import { atEnd } from './clean-up.mjs';

const folder = path.dirname(
  createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
);
/** @returns {string} */
export function engineVersion() {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
}

/**
 * Loads the engine and connects it, which it does when it is made. Comparing schema files needs some
 * server for that, but not the application's: when that one is missing, a throw-away one is started.
 * @param {import('./arguments.mjs').EngineRequest} request
 * @param {string} method the first call
 * @returns {Promise<any>} an object with one async method per JSON-RPC method
 */
export async function openEngine({ url, datamodels }, method) {
  await load();
  try {
    if (!url) throw new Error('No database is known: set DATABASE_URL or start Countersign.');
    return await open(url, datamodels);
  } catch (error) {
    if (method !== 'diff') throw error;
    return open(await startThrowAway(), datamodels);
  }
}

async function startThrowAway() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'countersign-diff-'));
  chmodSync(folder, 0o711);
  const server = await startPostgres({ dataDir: path.join(folder, 'postgres'), throwAway: true });
  atEnd(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return server.url('postgres');
}

/**
 * @param {string} url
 * @param {[string, string][]} datamodels
 */
function open(url, datamodels) {
  const factory = bindMigrationAwareSqlAdapterFactory(new SchemaAdapter(connectionFields(url)));
  const log = (/** @type {string} */ line) => process.env.DEBUG && process.stderr.write(`${line}\n`);
  return glue.SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, log, factory);
}

async function load() {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (/** @type {string} */ message) => process.stderr.write(`panic: ${message}\n`),
    },
  });
  const binary = readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(binary, {
    './schema_engine_bg.js': /** @type {any} */ (glue),
  });
  glue.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
}

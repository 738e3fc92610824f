#!/usr/bin/env node
/**
 * Stands in for the native schema engine that Prisma's command line would download: the same command
 * line and JSON-RPC over stdin and stdout, answered by the WebAssembly build of that engine. With it
 * `prisma generate`, `migrate` and `db` work where only an npm registry can be reached.
 */
import { readArguments } from './arguments.mjs';
import { administer } from './database-commands.mjs';
import { serve } from './rpc.mjs';
import { engineVersion, openEngine } from './wasm-engine.mjs';

const request = readArguments(process.argv.slice(2));
if (request.version) console.log(`schema-engine-wasm ${engineVersion()}`);
else if (request.databaseCommand)
  process.exitCode = await administer(request.databaseCommand, request.url ?? '');
else serve((method) => openEngine(request, method), request.url);

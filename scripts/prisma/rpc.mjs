import { createInterface } from 'node:readline';
import { databaseName } from '../postgres/external.mjs';
import { cleanUp } from './clean-up.mjs';

/** JSON-RPC code under which Prisma looks for its own error in `data`. */
const ENGINE_ERROR = 4466;

/**
 * Answers JSON-RPC requests, one line each, in the order they come, until stdin ends or SIGTERM.
 * @param {(method: string) => Promise<any>} open makes the engine, given the first method asked for
 * @param {string | undefined} url
 */
export function serve(open, url) {
  /** @type {Promise<any> | undefined} */
  let engine;
  let queue = Promise.resolve();
  const engineFor = (/** @type {string} */ method) => {
    engine ??= open(method);
    return engine;
  };
  /** @type {Promise<never> | undefined} stdin ends and SIGTERM comes: the second must not cut the first short */
  let _ending;
  const finish = () => {
    _ending ??= queue.then(cleanUp).then(() => process.exit(0));
  };
  process.once('SIGTERM', finish);
  const lines = createInterface({ input: process.stdin });
  lines.on('close', finish);
  lines.on('line', (line) => {
    queue = queue.then(() => answer(engineFor, url, JSON.parse(line)));
  });
}

/**
 * @param {(method: string) => Promise<any>} engineFor
 * @param {string | undefined} url
 * @param {{ id: number, method?: string, params?: unknown }} message
 */
async function answer(engineFor, url, { id, method, params }) {
  if (!method) return; // the command line acknowledging our `print`
  try {
    send({ id, result: (await call(await engineFor(method), url, method, params)) ?? null });
  } catch (error) {
    const { message = String(error), code, meta } = /** @type {any} */ (error);
    const data = { is_panic: false, message, error_code: code, meta };
    send({
      id,
      error: { code: ENGINE_ERROR, message: 'An error happened. Check the data field for details.', data },
    });
  }
}

/**
 * Maps the native engine's methods to those of the WebAssembly build where they differ.
 * @param {any} engine
 * @param {string | undefined} url
 * @param {string} method
 * @param {unknown} params
 */
async function call(engine, url, method, params) {
  if (method === 'createDatabase') return { databaseName: url ? databaseName(url) : '' };
  if (method === 'getDatabaseVersion') return engine.version(params);
  const result = await engine[method](params);
  if (method === 'diff' && result?.stdout)
    send({ id: -1, method: 'print', params: { content: result.stdout } });
  return result;
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

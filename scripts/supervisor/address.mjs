import { canListen, freePort } from '../process/ports.mjs';
import { SetupProblem } from '../setup/problem.mjs';

const DEFAULT_PORT = 3000;
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/**
 * @typedef {object} Address
 * @property {string} host what the server binds to
 * @property {number} port
 * @property {string} url what people open
 * @property {string} local where this computer reaches it
 */

/**
 * Where the server will listen: `HOST` (127.0.0.1 unless set: other computers get in only when somebody
 * wants it) and `PORT` (3000; 0 chooses a free one).
 * @param {{ HOST?: string, PORT?: string }} env
 * @returns {Promise<Address>}
 * @throws {SetupProblem} `port-invalid`, `port-taken`
 */
export async function chooseAddress(env) {
  const host = env.HOST || '127.0.0.1';
  const wanted = Number(env.PORT || DEFAULT_PORT);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535)
    throw new SetupProblem(
      'port-invalid',
      `PORT=${env.PORT} is not a port number.`,
      'Use a number from 1 to 65535.',
    );
  const port = wanted || (await freePort(host));
  if (!(await canListen(port, host)))
    throw new SetupProblem(
      'port-taken',
      `Port ${port} on ${host} cannot be used: another program listens there, or it needs more rights.`,
      `Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
  const loopback = host === '127.0.0.1' || host === 'localhost';
  const reached = EVERYWHERE.has(host)
    ? host === '::'
      ? '[::1]'
      : '127.0.0.1'
    : host.includes(':')
      ? `[${host}]`
      : host;
  const shown = loopback || EVERYWHERE.has(host) ? 'localhost' : reached;
  return { host, port, url: `http://${shown}:${port}`, local: `http://${reached}:${port}` };
}

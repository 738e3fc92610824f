/**
 * Preloaded into the web server. What only the socket knows is written into headers of ours before the framework
 * sees the request, and whatever a client sent under these names is overwritten: the network address, and whether
 * somebody forwarded the request (the framework adds forwarding headers of its own, so later nobody can tell).
 */
import { subscribe } from 'node:diagnostics_channel';

const FORWARDING = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'forwarded',
  'via',
  'cf-connecting-ip',
];
const trustsProxy = process.env.COUNTERSIGN_TRUST_PROXY === '1';

/**
 * The caller's address: the last one our trusted proxy added, else the socket's.
 * @param {import('node:http').IncomingMessage} request
 */
function addressOf(request) {
  const forwarded = request.headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim();
  return (trustsProxy && last) || request.socket.remoteAddress || '';
}

subscribe('http.server.request.start', (message) => {
  const { request } = /** @type {{ request: import('node:http').IncomingMessage }} */ (message);
  const address = addressOf(request);
  const forwarded = FORWARDING.some((name) => request.headers[name] !== undefined);
  request.headers['x-countersign-address'] = address;
  request.headers['x-countersign-forwarded'] = forwarded ? '1' : '0';
});

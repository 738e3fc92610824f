/**
 * Preloaded into the web server. Next waits for open connections when told to stop, and event streams
 * never end by themselves: ordinary requests get a moment, then what is still open is closed.
 */
import { subscribe } from 'node:diagnostics_channel';

const DRAIN_MS = 1500;
/** @type {Set<import('node:http').Server>} */
const servers = new Set();

subscribe('http.server.request.start', (message) => {
  servers.add(/** @type {{ server: import('node:http').Server }} */ (message).server);
});
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  process.once(signal, () => {
    setTimeout(() => {
      for (const server of servers) server.closeAllConnections();
    }, DRAIN_MS).unref();
  });
}

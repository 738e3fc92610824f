import { startPostgres } from '../postgres/embedded.mjs';
import { isAlive } from '../process/alive.mjs';
import { clusterFolder, DATABASE } from '../setup/folders.mjs';

const LOOK_EVERY_MS = 500;

/**
 * Watches the built-in PostgreSQL and starts it again when it is gone. It is not our child (it has to
 * outlive us), so its process is looked at instead of waited for. Other databases are their owner's care.
 * @param {import('../setup/database.mjs').Database} database
 * @param {(text: string) => void} say
 * @param {(url: string) => void} onMoved called when it could not get its old port back
 */
export function keepDatabase({ pid, url }, say, onMoved) {
  if (pid === undefined) return { stop: async () => {} };
  let watched = { pid, url };
  /** @type {Promise<void> | undefined} */
  let recovering;

  async function recover() {
    say('The built-in PostgreSQL ended; starting it again.');
    try {
      const server = await startPostgres({ dataDir: clusterFolder() });
      const moved = server.url(DATABASE) !== watched.url;
      watched = { pid: server.pid, url: server.url(DATABASE) };
      say(`PostgreSQL runs again on port ${server.port}.`);
      if (moved) onMoved(watched.url);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }

  const timer = setInterval(() => {
    if (recovering || isAlive(watched.pid)) return;
    recovering = recover().finally(() => {
      recovering = undefined;
    });
  }, LOOK_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await recovering;
    },
  };
}

import { ended, terminate } from '../process/spawn.mjs';

/** Longer than a server needs to finish its requests and hand back its work. */
const GRACE_MS = 12_000;

/**
 * Keeps one program running: starts it again when it ends, waiting longer each time it ends early.
 * @param {object} options
 * @param {string} options.name for messages
 * @param {() => import('node:child_process').ChildProcess} options.start
 * @param {(text: string) => void} options.say
 * @param {{ firstMs: number, longestMs: number, healthyMs: number }} [options.backoff] after `healthyMs` of
 * running the waiting starts anew at `firstMs`
 */
export function keepRunning({
  name,
  start,
  say,
  backoff = { firstMs: 250, longestMs: 15_000, healthyMs: 30_000 },
}) {
  let child = start();
  let stopped = false;
  let restarts = 0;
  let wait = backoff.firstMs;
  /** @type {() => void} */
  let wake = () => {};

  async function watch() {
    while (!stopped) {
      const begun = performance.now();
      const { code, signal } = await ended(child);
      if (stopped) return;
      if (performance.now() - begun > backoff.healthyMs) wait = backoff.firstMs;
      say(`The ${name} ended (${signal ?? `exit code ${code}`}); starting it again in ${wait / 1000} s.`);
      await pause(wait);
      wait = Math.min(wait * 2, backoff.longestMs);
      if (stopped) return;
      restarts += 1;
      child = start();
    }
  }

  /** @param {number} ms */
  const pause = (ms) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });

  const watching = watch();
  return {
    /** The process running now. */
    current: () => child,
    /** How often it had to be started again. */
    restarts: () => restarts,
    /** Ends the running process; it is started again with what has changed (the database's address). */
    restart: () => terminate(child, GRACE_MS),
    /** Ends it for good. */
    async stop() {
      stopped = true;
      wake();
      await terminate(child, GRACE_MS);
      await watching;
    },
  };
}

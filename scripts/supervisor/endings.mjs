import { commandOf, isAlive, parentOf } from '../process/alive.mjs';
import { stopRunningSteps } from '../process/spawn.mjs';

/**
 * Ends this process in order: on Ctrl-C, SIGTERM or SIGHUP, and when the npm that started us dies, what
 * was begun last is stopped first. A second Ctrl-C does not wait any longer.
 * @param {(text: string) => void} say
 */
export function createEndings(say) {
  /** @type {(() => Promise<void> | void)[]} */
  const stops = [];
  const ending = new AbortController();

  /** @param {number} code */
  async function end(code) {
    if (ending.signal.aborted) process.exit(code || 1);
    ending.abort();
    await stopRunningSteps();
    for (const stop of stops.reverse()) {
      try {
        await stop();
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
    }
    process.exit(code);
  }

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (!ending.signal.aborted) say('\nStopping …');
      void end(0);
    });
  }
  const starterDied = () => {
    if (!ending.signal.aborted) void end(0);
  };
  whenNpmDies(starterDied);
  if (process.connected) process.once('disconnect', starterDied); // a test run that holds a channel to us

  return {
    /** @param {() => Promise<void> | void} stop */
    atEnd: (stop) => void stops.push(stop),
    /** Aborted as soon as the process is ending. */
    signal: ending.signal,
    end,
  };
}

/**
 * npm passes signals on to its shell only, and nothing when it is killed; so its death counts as being
 * told to stop. Without npm, a shell or service manager that goes away is no reason to stop.
 * @param {() => void} act
 */
function whenNpmDies(act) {
  if (!process.env.npm_lifecycle_event) return;
  const starter = process.ppid;
  const startedByShell = !commandOf(starter).includes('npm');
  const watched = [starter, startedByShell ? parentOf(starter) : undefined].filter(
    (pid) => pid !== undefined && pid > 1,
  );
  const timer = setInterval(() => {
    if (watched.every((pid) => pid !== undefined && isAlive(pid))) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}

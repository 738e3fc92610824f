import { createInterface } from 'node:readline';

/** What Next prints at every start and we say ourselves. */
const BANNER = /Next\.js \d|- (Local|Network|Environments):|Ready in|Running next\.config/;

/**
 * Passes on what the server prints, without the framework's banner. Lines wait until {@link show} is
 * called so that they do not tear the progress of the start apart.
 */
export function createOutput(write = (/** @type {string} */ text) => void process.stdout.write(text)) {
  /** @type {string[] | undefined} */
  let waiting = [];
  return {
    /** @param {import('node:child_process').ChildProcess} child */
    follow(child) {
      for (const stream of [child.stdout, child.stderr]) {
        if (!stream) continue;
        createInterface({ input: stream }).on('line', (line) => {
          if (BANNER.test(line)) return;
          if (waiting) waiting.push(`${line}\n`);
          else write(`${line}\n`);
        });
      }
      return child;
    },
    show() {
      const lines = waiting ?? [];
      waiting = undefined;
      const text = lines.join('').trim();
      if (text) write(`\n${text}\n`);
    },
  };
}

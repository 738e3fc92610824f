import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');

/** One engine process that may be killed at any moment. */
export interface Child {
  process: ChildProcess;
  /** Resolves when it does work; rejects when it ends before. */
  ready: Promise<void>;
  /** Resolves with the signal or code that ended it. */
  ended: Promise<string>;
}

/** Starts `worker.ts` on a database. `failpoint` makes it kill itself there. */
export function startChild(databaseUrl: string, effectsUrl: string, failpoint?: string): Child {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    EFFECTS_URL: effectsUrl,
    COUNTERSIGN_TEST: '1',
  };
  if (failpoint) env.COUNTERSIGN_FAILPOINT = failpoint;
  const args = ['--import', 'tsx', path.join(import.meta.dirname, 'worker.ts')];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? String(code))),
  );
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    void ended.then((how) => reject(new Error(`The worker ended (${how}) before it was ready.`)));
  });
  ready.catch(() => {}); // killed while starting, as some are meant to be
  return { process: child, ready, ended };
}

export async function kill(child: Child, signal: NodeJS.Signals): Promise<void> {
  child.process.kill(signal);
  await child.ended;
}

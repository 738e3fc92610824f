import { type ChildProcess, spawn } from 'node:child_process';
import { compile } from '../compiled';

/** One engine process that may be killed at any moment. */
export interface Child {
  /** Who its leases belong to. */
  name: string;
  process: ChildProcess;
  /** Resolves when it does work; rejects when it ends before. */
  ready: Promise<void>;
  /** Resolves with the signal or code that ended it. */
  ended: Promise<string>;
}

export interface ChildOptions {
  databaseUrl: string;
  effectsUrl: string;
  /** How long its leases last unrenewed, in milliseconds. */
  leaseMs: number;
  /** Makes it kill itself there. */
  failpoint?: string;
}

/** Compiled once, because a child that has to compile itself takes seconds to start. */
let worker: Promise<string> | undefined;
let count = 0;

/** Starts `worker.ts` on a database. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { databaseUrl, effectsUrl, leaseMs, failpoint } = options;
  worker ??= compile('scripts/chaos/worker.ts');
  const name = `chaos-${process.pid}-${++count}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    EFFECTS_URL: effectsUrl,
    LEASE_MS: String(leaseMs),
    WORKER_NAME: name,
    COUNTERSIGN_TEST: '1',
  };
  if (failpoint) env.COUNTERSIGN_FAILPOINT = failpoint;
  const args = ['--conditions=react-server', await worker];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? String(code))),
  );
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    void ended.then((how) => reject(new Error(`The worker ended (${how}) before it was ready.`)));
  });
  ready.catch(() => {}); // killed while starting, as some are meant to be
  return { name, process: child, ready, ended };
}

export async function kill(child: Child, signal: NodeJS.Signals): Promise<void> {
  child.process.kill(signal);
  await child.ended;
}

import { closeDb } from '@/lib/db/client';
import { startEngine, stopEngine } from '@/lib/runtime';

/** One more engine process without pages: claims work and fires timers until it is asked to stop. */
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await stopEngine();
  await closeDb();
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
const { host } = await startEngine();
console.log(`Engine ${host.name} is running.`);

import { closeDb } from '@/lib/db/client';
import { startEngine, stopEngine } from '@/lib/runtime';

/** An engine process without pages. `npm run worker` starts it and keeps it running. */
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
});

await startEngine();
console.log('The engine works.');
await stopped;
await stopEngine();
await closeDb();

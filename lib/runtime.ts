import 'server-only';
import { createEngineHost, type EngineHost } from '@/engine/host/host';
import { createPostgresStore, type PostgresStore } from '@/engine/postgres/store';
import { databaseUrl } from '@/lib/db/client';
import { behaviors } from '@/lib/elements/behaviors';
import { workers } from '@/lib/elements/registry.server';
import { defaultTimeToLiveMs } from '@/lib/messages/time-to-live';
import { connectPresence, type Presence } from '@/lib/presence/connect';
import { definitions } from '@/lib/processes/definitions';
import { executableSource } from '@/lib/processes/executables';

/** What one process runs: its store, its host, and who draws. The one composition root. */
export interface Runtime {
  store: PostgresStore;
  host: EngineHost;
  /** Who has which draft open. */
  presence: Presence;
  started: boolean;
}

// Route bundles and instrumentation load this module apart; there must be one runtime a process.
const holder = globalThis as { countersignRuntime?: Runtime };

/** The runtime of this process. Commands can be given at once; `startEngine` makes it do work too. */
export function getRuntime(): Runtime {
  if (!holder.countersignRuntime) {
    const store = createPostgresStore({ connectionString: databaseUrl() });
    const host = createEngineHost({
      store,
      executables: executableSource,
      definitions,
      behaviors,
      workers: workers(),
      options: { delivery: { messageTimeToLiveMs: defaultTimeToLiveMs() } },
    });
    const presence = connectPresence(databaseUrl());
    holder.countersignRuntime = { store, host, presence, started: false };
  }
  return holder.countersignRuntime;
}

/** Starts claiming work and firing timers in this process. */
export async function startEngine(): Promise<Runtime> {
  const runtime = getRuntime();
  await runtime.host.start();
  runtime.started = true;
  return runtime;
}

/** Whether this process claims work. */
export const engineRuns = (): boolean => holder.countersignRuntime?.started ?? false;

/** Finishes what is in hand and gives the rest back. @param drainMs how long to wait at most */
export async function stopEngine(drainMs = 10_000): Promise<void> {
  const runtime = holder.countersignRuntime;
  holder.countersignRuntime = undefined;
  await runtime?.host.stop({ drainMs });
  await runtime?.presence.close();
  await runtime?.store.close();
}

import { setTimeout as wait } from 'node:timers/promises';

const SHORTEST_MS = 800;
const SPREAD_MS = 400;

/**
 * How long the simulated model takes, in milliseconds: about a second, or what `COUNTERSIGN_SIMULATED_DELAY_MS` says.
 * @param share 0 to 1, from the question, so that the same question always takes equally long
 */
export function simulatedDelayMs(share: number, env: NodeJS.ProcessEnv = process.env): number {
  const given = Number(env.COUNTERSIGN_SIMULATED_DELAY_MS);
  if (env.COUNTERSIGN_SIMULATED_DELAY_MS && Number.isFinite(given) && given >= 0) return given;
  return SHORTEST_MS + Math.round(SPREAD_MS * share);
}

/** Waits; rejects with the signal's reason when it is aborted. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (ms > 0) await wait(ms, undefined, signal ? { signal } : {});
}

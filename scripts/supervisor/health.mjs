import { setTimeout as delay } from 'node:timers/promises';
import { SetupProblem } from '../setup/problem.mjs';

const LOOK_EVERY_MS = 50;

/**
 * Waits until the server says it is well (200 from `/healthz`).
 * @param {string} base address of the server
 * @param {{ timeoutMs?: number, signal?: AbortSignal, hopeless?: () => boolean }} [options]
 * `hopeless` says that waiting longer is of no use
 * @throws {SetupProblem} `not-healthy` with its last answer
 */
export async function waitForHealth(base, { timeoutMs = 120_000, signal, hopeless = () => false } = {}) {
  const deadline = performance.now() + timeoutMs;
  let last = 'it does not answer';
  while (performance.now() < deadline && !signal?.aborted && !hopeless()) {
    try {
      const response = await fetch(`${base}/healthz`, { signal: AbortSignal.timeout(10_000) });
      const text = await response.text();
      if (response.status === 200) return;
      last = `it answers ${response.status} ${text.slice(0, 300)}`;
    } catch {}
    await delay(LOOK_EVERY_MS);
  }
  throw new SetupProblem(
    'not-healthy',
    `The server does not become ready: ${last}.`,
    'Its messages above tell why.',
  );
}

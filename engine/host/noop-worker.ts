import type { Worker } from './ports';

/** Work that does nothing: what is left is the engine's own cost. */
export const NOOP_WORK = 'countersign:noop';

export const noopWorker: Worker = {
  workType: NOOP_WORK,
  leaseMs: 10_000,
  run: async () => ({ type: 'complete', variables: {} }),
};

import type { InstanceState } from '../core/state';

/**
 * Reads a stored snapshot. What it says of itself must be what its row says, or a step would be computed on the wrong
 * state.
 * @throws for text that is no snapshot, one of a version this program does not know, or one of another row
 */
export function readSnapshot(text: string, row: { id: string; seq?: number }): InstanceState {
  const state = parse(text);
  if (state?.format !== 1) {
    const found = state === null ? 'is damaged' : `has the format ${JSON.stringify(state.format)}`;
    throw new Error(`The snapshot ${found}; this version of the engine reads format 1.`);
  }
  if (state.id !== row.id || (row.seq !== undefined && state.seq !== row.seq))
    throw new Error(`The snapshot is that of ${state.id} after event ${state.seq}, not of this row.`);
  return state;
}

function parse(text: string): InstanceState | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value as InstanceState | null) : null;
  } catch {
    return null;
  }
}

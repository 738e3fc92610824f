/** SQLSTATE of an error the server reported; null when the connection failed instead. */
export function sqlState(error: unknown): string | null {
  if (error === null || typeof error !== 'object' || !('code' in error)) return null;
  const { code } = error;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in error ? code : null;
}

/** Admin shutdown, crash shutdown, cannot connect now, too many connections, timeouts: there is no session (any more). */
const SESSION_ENDED = new Set(['57P01', '57P02', '57P03', '57P05', '25P03', '53300']);

/** The connection is gone: a transaction that was not at its COMMIT is rolled back, one that was is unknown. */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  return state === null || state.startsWith('08') || SESSION_ENDED.has(state);
}

/** Serialization failure, deadlock, unique violation, lock or statement timeout: another writer was faster. */
const COLLISIONS = new Set(['40001', '40P01', '23505', '55P03', '57014']);

export function isCollision(error: unknown): boolean {
  const state = sqlState(error);
  return state !== null && COLLISIONS.has(state);
}

/** Insufficient resources, a broken disk, an internal error: nothing is wrong with what was asked. */
const SHORTAGES = ['53', '57', '58', 'XX'];

export function isShortage(error: unknown): boolean {
  const state = sqlState(error);
  return state !== null && SHORTAGES.includes(state.slice(0, 2));
}

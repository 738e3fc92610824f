/**
 * Named places where a crash would hurt most. `COUNTERSIGN_FAILPOINT=name[:count]` makes the process kill itself,
 * as `kill -9` would, the count-th time it passes the place. Only in tests.
 */
export const FAILPOINTS = [
  'commit:before',
  'commit:sent',
  'commit:after',
  'work:claimed',
  'work:ran',
  'timers:read',
  'delivery:claimed',
  'delivery:done',
  'message:claimed',
  'starts:read',
  'drain:begun',
] as const;

export type Failpoint = (typeof FAILPOINTS)[number];

const armed = readArmed(process.env);
let passes = 0;

/** Marks a place; returns unless the environment asks this process to die here. */
export function failpoint(name: Failpoint): void {
  if (armed?.name !== name) return;
  passes++;
  if (passes === armed.count) process.kill(process.pid, 'SIGKILL');
}

function readArmed(env: NodeJS.ProcessEnv): { name: string; count: number } | null {
  const allowed = env.NODE_ENV === 'test' || env.COUNTERSIGN_TEST === '1';
  const match = allowed ? /^(.+?)(?::(\d+))?$/.exec(env.COUNTERSIGN_FAILPOINT ?? '') : null;
  return match ? { name: match[1]!, count: Number(match[2] ?? 1) } : null;
}

import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

/** Processor time in microseconds: of this process, and of a PostgreSQL server with all its processes. */
export interface CpuTime {
  process: number;
  /** Null where `/proc` does not tell (anything but Linux). */
  server: number | null;
}

const MICROS_PER_TICK = 10_000;

/** What was used so far. On a machine that others use too, differences of it say more than the clock does. */
export function cpuTime(postmasterPid: number): CpuTime {
  const { user, system } = process.cpuUsage();
  return { process: user + system, server: serverTime(postmasterPid) };
}

/** Processor time in microseconds that another process of ours has used; null where `/proc` does not tell. */
export function cpuTimeOf(pid: number): number | null {
  const stat = tryStat(pid);
  return stat && stat.ticks * MICROS_PER_TICK;
}

/** Process id of the server behind a connection; 0 when it runs elsewhere. */
export async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  const parent = tryStat(rows[0].pid)?.parent ?? 0;
  await client.end();
  return parent;
}

/** Of the postmaster, its children, and those that have ended. */
function serverTime(pid: number): number | null {
  try {
    const own = statOf(pid);
    let ticks = own.ticks + own.endedTicks;
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const child = tryStat(Number(name));
      if (child?.parent === pid) ticks += child.ticks;
    }
    return ticks * MICROS_PER_TICK;
  } catch {
    return null;
  }
}

function tryStat(pid: number): ReturnType<typeof statOf> | null {
  try {
    return statOf(pid);
  } catch {
    return null; // it has ended since it was listed
  }
}

/** Fields of proc(5) after the name in parentheses: state, ppid, …, utime (14), stime, cutime, cstime. */
function statOf(pid: number): { parent: number; ticks: number; endedTicks: number } {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (field: number) => Number(fields[field - 3]);
  return { parent: at(4), ticks: at(14) + at(15), endedTicks: at(16) + at(17) };
}

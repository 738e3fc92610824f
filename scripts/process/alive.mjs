import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Whether a process runs. A zombie (dead, not yet reaped by its parent) counts as gone: in containers
 * without an init process zombies stay for ever, and `kill(pid, 0)` still succeeds on them.
 * @param {number} pid
 */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return linuxStat(pid)?.state !== 'Z';
}

/**
 * A text that differs between two processes which had the same pid at different times, or `undefined`
 * where the system does not tell.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startedAt(pid) {
  const stat = linuxStat(pid);
  if (stat) return stat.startTicks;
  return askPs('lstart', pid);
}

/**
 * The process that started a process, if it is known.
 * @param {number} pid
 * @returns {number | undefined}
 */
export function parentOf(pid) {
  return Number(linuxStat(pid)?.parent ?? askPs('ppid', pid)) || undefined;
}

/**
 * The command line of a process, as far as the system tells.
 * @param {number} pid
 * @returns {string}
 */
export function commandOf(pid) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {}
  return askPs('command', pid) ?? '';
}

/**
 * @param {string} column
 * @param {number} pid
 */
function askPs(column, pid) {
  if (process.platform === 'win32') return undefined;
  try {
    return (
      execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}

/**
 * The fields of `/proc/<pid>/stat` (proc(5)) after the command name, which may hold spaces and brackets.
 * @param {number} pid
 */
function linuxStat(pid) {
  if (process.platform !== 'linux') return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], parent: fields[1], startTicks: fields[19] };
  } catch {
    return undefined;
  }
}

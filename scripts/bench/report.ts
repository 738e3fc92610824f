import { execFileSync } from 'node:child_process';
import os from 'node:os';
import type { Line } from './row';
import { ROWS, type RowName } from './rows';
import { median, round1, round2 } from './stats';

export interface Round {
  /** Raw commits a second before and after the rows, and their mean. */
  before: number;
  after: number;
  raw: number;
  lines: Record<string, Line[]>;
}

export type Summary = ReturnType<typeof summary>;

/** Every figure as the median of the rounds; `tasksPerSecond` at the top is that of row 1 at most in flight. */
export function summary(rounds: readonly Round[], rows: readonly RowName[], more: Record<string, unknown>) {
  const figures = Object.fromEntries(rows.map((name) => [name, medians(rounds, name)]));
  const most = figures.sequence?.at(-1);
  return {
    ...(most ? { tasksPerSecond: Number(most.tasksPerSecond) } : {}),
    rawCommitsPerSecond: round1(median(rounds.map((round) => round.raw))),
    ...(most ? { ratioToRaw: Number(most.ratioToRaw) } : {}),
    machine: { cpus: os.cpus().length, model: os.cpus()[0]?.model ?? '', node: process.version },
    commit: commit(),
    rounds: rounds.length,
    raw: rounds.map(({ before, after }) => ({ before: Math.round(before), after: Math.round(after) })),
    ...more,
    rows: figures,
  };
}

function medians(rounds: readonly Round[], name: RowName): Line[] {
  const [first] = rounds;
  return (first?.lines[name] ?? []).map((line, index) => {
    const all = rounds.map((round) => round.lines[name]![index]!);
    const merged: Line = { what: line.what };
    for (const [figure, value] of Object.entries(line))
      if (typeof value === 'number') merged[figure] = median(all.map((one) => Number(one[figure])));
    if ('tasksPerSecond' in line)
      merged.ratioToRaw = round2(
        median(rounds.map((round, at) => Number(all[at]!.tasksPerSecond) / round.raw)),
      );
    return merged;
  });
}

/** A table a row, then the raw rate they are held against. */
export function print({ rows, raw, rawCommitsPerSecond, machine, rounds }: Summary): void {
  for (const [name, lines] of Object.entries(rows)) {
    console.log(ROWS[name as RowName].title);
    console.table(Object.fromEntries(lines.map(({ what, ...figures }) => [what, figures])));
  }
  const wandered = raw.map(({ before, after }) => `${before}–${after}`).join(', ');
  console.log(
    `Raw: ${Math.round(rawCommitsPerSecond)} commits/s (${wandered}); ${machine.cpus} CPUs, Node ${machine.node}, ` +
      `${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}`,
  );
}

function commit(): string | null {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio }).trim();
  } catch {
    return null; // not a checkout
  }
}

import type { CpuTime } from './cpu';

/** What a row gets: an empty, migrated database of its own on the cluster of the run. */
export interface RowContext {
  url: string;
  /** How long to measure, in seconds, after the warm-up. */
  seconds: number;
  /** Instances under way at once, for the rows that keep a number busy. */
  inFlight: readonly number[];
  /** Finished instances in the database before the row begins. */
  history: number;
  cpu(): CpuTime;
  log(text: string): void;
}

/** One line of the table: its name and its figures. Names are equal in every round. */
export interface Line {
  what: string;
  [figure: string]: string | number;
}

export type Row = (context: RowContext) => Promise<Line[]>;

/** Values along a line: numbers as they are, days as their number since 1970. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  /** Whether the ends belong to it. */
  readonly withFrom: boolean;
  readonly withTo: boolean;
}

/** What a condition lets pass, as far as it can be told without data. */
export type Passing =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'intervals';
      readonly of: 'number' | 'date';
      readonly intervals: readonly Interval[];
      readonly not: boolean;
    }
  /** Texts, or `true` and `false`. */
  | {
      readonly kind: 'values';
      readonly of: 'string' | 'boolean';
      readonly values: readonly string[];
      readonly not: boolean;
    };

export const ALL: Passing = { kind: 'all' };

export const point = (value: number): Interval => ({ from: value, to: value, withFrom: true, withTo: true });

export const holds = ({ from, to, withFrom, withTo }: Interval, value: number): boolean =>
  (withFrom ? value >= from : value > from) && (withTo ? value <= to : value < to);

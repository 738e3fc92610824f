import type { TableInput } from '../model';
import { dayText, readTests } from './read-tests';
import { ALL, holds, type Passing } from './sets';

/** A part of a column's values that every condition of the column treats alike. */
export interface Region {
  /** One of its values, as FEEL. */
  readonly example: string;
  /** A number, a text, or undefined for a text that no cell names. */
  readonly value: number | string | undefined;
}

/** A column's values in parts; none when some condition can't be told. */
export interface Column {
  readonly regions: readonly Region[];
  /** Of each rule: whether it lets the region pass; undefined when that can't be told without data. */
  readonly passes: (rule: number, region: number) => boolean | undefined;
}

/** Splits what a column may hold where its conditions change their answer. */
export function columnOf(input: TableInput, tests: readonly string[]): Column {
  const allowed = readTests(input.values ?? '') ?? ALL;
  const read = tests.map(readTests);
  const all = [allowed, ...read].filter((each) => each !== undefined && each.kind !== 'all') as Told[];
  // texts beside numbers: nobody can say what the column holds
  const mixed = all.some(({ of }) => of !== all[0]?.of);
  const regions = regionsOf(all, input.typeRef).filter((region) => mixed || passes(allowed, region));
  return {
    regions,
    passes: (rule, region) => {
      const [set, at] = [read[rule], regions[region]];
      if (!set || !at || (mixed && set.kind !== 'all')) return undefined;
      return passes(set, at);
    },
  };
}

type Told = Exclude<Passing, { kind: 'all' }>;

function passes(set: Passing, { value }: Region): boolean {
  if (set.kind === 'all') return true;
  const within =
    set.kind === 'values'
      ? typeof value === 'string' && set.values.includes(value)
      : typeof value === 'number' && set.intervals.some((interval) => holds(interval, value));
  return within !== set.not;
}

function regionsOf(told: readonly Told[], typeRef: string | undefined): Region[] {
  const [first] = told;
  if (!first || told.some(({ of }) => of !== first.of)) return [anything(typeRef)];
  if (first.of === 'boolean') return ['true', 'false'].map((value) => ({ value, example: value }));
  if (first.kind === 'values') {
    const values = [...new Set(told.flatMap((set) => (set.kind === 'values' ? set.values : [])))];
    return [
      ...values.map((value) => ({ value, example: JSON.stringify(value) })),
      { value: undefined, example: 'any other text' },
    ];
  }
  return alongTheLine(told, first.of === 'date');
}

const anything = (typeRef: string | undefined): Region => ({
  value: undefined,
  example: typeRef === 'boolean' ? 'true' : 'anything',
});

/** Every end of an interval, and one value between each two of them. Between two days that follow there is none. */
function alongTheLine(told: readonly Told[], days: boolean): Region[] {
  const ends = told.flatMap((set) =>
    set.kind === 'intervals' ? set.intervals.flatMap(({ from, to }) => [from, to]) : [],
  );
  const at = [...new Set(ends.filter(Number.isFinite))].sort((a, b) => a - b);
  const [low = 0, high = 0] = [at[0], at.at(-1)];
  const values = at.flatMap((end, i) => {
    const next = at[i + 1];
    if (next === undefined || (days && next - end <= 1)) return [end];
    return [end, days ? end + 1 : between(end, next)];
  });
  const text = days ? dayText : String;
  return [low - 1, ...values, high + 1].map((value) => ({ value, example: text(value) }));
}

/** A short number between two others: whole when there is one. */
function between(low: number, high: number): number {
  const whole = Math.floor(low) + 1;
  if (whole < high) return whole;
  return Number(((low + high) / 2).toPrecision(12));
}

import type { BoxedTable } from '../model';
import { type Column, columnOf } from './regions';
import { search } from './search';
import { inWords, numbers } from './words';

/** A doubt about the rules of a table as a whole. */
export interface TableRemark {
  readonly kind: 'gap' | 'overlap' | 'unreachable' | 'unchecked';
  readonly severity: 'error' | 'warning' | 'info';
  /** From 1. */
  readonly rules: readonly number[];
  readonly message: string;
}

/** Most remarks of a kind that are told. */
const MOST = 20;

/**
 * Gaps and overlaps of a decision table, with an example of the data each happens with. Numbers, days, texts and
 * booleans are compared; what depends on variables or functions is named as unchecked and never doubted.
 */
export function lintTable(table: BoxedTable): readonly TableRemark[] {
  if (table.rules.length === 0) return [];
  const columns = table.inputs.map((input, i) =>
    columnOf(
      input,
      table.rules.map(({ tests }) => tests[i] ?? ''),
    ),
  );
  const names = table.inputs.map(({ label, text }, i) => label ?? (text.trim() || `input ${i + 1}`));
  const told = { table, columns, names };
  const found = search(columns, table.rules.length);
  return [...overlaps(told), ...gaps(told, found), ...unreachable(told, found), ...unchecked(told, found)];
}

interface Told {
  readonly table: BoxedTable;
  readonly columns: readonly Column[];
  readonly names: readonly string[];
}
type Found = ReturnType<typeof search>;

/** Policies under which rules that match together contradict each other (DMN 1.5, 8.2.8). */
function overlaps({ table, columns, names }: Told): TableRemark[] {
  if (table.hitPolicy !== 'UNIQUE' && table.hitPolicy !== 'ANY') return [];
  const remarks: TableRemark[] = [];
  for (let a = 0; a < table.rules.length && remarks.length < MOST; a += 1)
    for (let b = a + 1; b < table.rules.length && remarks.length < MOST; b += 1) {
      if (table.hitPolicy === 'ANY' && sameResults(table, a, b)) continue;
      const both = meeting(columns, a, b);
      if (!both) continue;
      const why =
        table.hitPolicy === 'UNIQUE'
          ? 'The hit policy Unique allows one.'
          : 'Their results differ; the hit policy Any allows that for none.';
      remarks.push({
        ...{ kind: 'overlap', severity: 'error', rules: [a + 1, b + 1] },
        message: `Rules ${a + 1} and ${b + 1} both match ${inWords(names, columns, both)}. ${why}`,
      });
    }
  return remarks;
}

const sameResults = ({ rules }: BoxedTable, a: number, b: number): boolean =>
  rules[a]?.outputs.every((text, i) => text.trim() === rules[b]?.outputs[i]?.trim()) ?? false;

/** A region of every column that both rules let pass for certain. */
function meeting(columns: readonly Column[], a: number, b: number): number[] | undefined {
  const both = columns.map(({ regions, passes }) =>
    regions.findIndex((_, region) => passes(a, region) === true && passes(b, region) === true),
  );
  return both.includes(-1) ? undefined : both;
}

const LISTS = ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'];

function gaps({ table, columns, names }: Told, { uncovered }: Found): TableRemark[] {
  if (
    LISTS.includes(table.hitPolicy) ||
    table.outputs.every(({ defaultEntry }) => defaultEntry !== undefined)
  )
    return [];
  return uncovered.slice(0, MOST).map((regions) => ({
    ...{ kind: 'gap', severity: 'warning', rules: [] },
    message: `No rule matches ${inWords(names, columns, regions)}.`,
  }));
}

function unreachable({ table }: Told, { first, complete }: Found): TableRemark[] {
  if (table.hitPolicy !== 'FIRST' || !complete) return [];
  return table.rules.flatMap((_, rule) =>
    first.has(rule)
      ? []
      : [
          {
            ...({ kind: 'unreachable', severity: 'warning', rules: [rule + 1] } as const),
            message: `Rule ${rule + 1} is never used: rules above it match everything it matches.`,
          },
        ],
  );
}

function unchecked({ table, columns }: Told, { complete }: Found): TableRemark[] {
  const rules = table.rules.flatMap((_, rule) =>
    columns.some(({ regions, passes }) => regions.length > 0 && passes(rule, 0) === undefined)
      ? [rule + 1]
      : [],
  );
  const remarks: TableRemark[] = [];
  const remark = (message: string) => remarks.push({ kind: 'unchecked', severity: 'info', rules, message });
  if (rules.length > 0)
    remark(
      `${numbers(rules)} ${rules.length === 1 ? 'has' : 'have'} conditions that depend on data; whether they overlap others was not checked.`,
    );
  if (!complete) remark('The table is too large to look for every gap.');
  return remarks;
}

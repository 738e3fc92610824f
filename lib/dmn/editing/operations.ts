import type { Aggregation, HitPolicy, TableInput, TableOutput } from '../model';
import type { DraftRule, TableDraft } from './draft';

export type ColumnKind = 'inputs' | 'outputs' | 'annotations';

/** Sets how rules that match together are told apart. An aggregation belongs to Collect alone (DMN 1.5, 8.2.8). */
export function setHitPolicy(draft: TableDraft, hitPolicy: HitPolicy, aggregation?: Aggregation): TableDraft {
  const { aggregation: _old, ...rest } = draft;
  return { ...rest, hitPolicy, ...(hitPolicy === 'COLLECT' && aggregation && { aggregation }) };
}

/**
 * Puts a rule before the one at `at`. Without a pattern its conditions let everything pass and its results are empty.
 * @param like key of the rule that is copied
 */
export function addRule(draft: TableDraft, at: number, like?: string): TableDraft {
  const pattern = draft.rules.find(({ key }) => key === like);
  const any = Object.fromEntries(draft.inputs.map(({ key }) => [key, '-']));
  const rule: DraftRule = { key: `n${draft.next}`, cells: pattern ? { ...pattern.cells } : any };
  return { ...draft, rules: draft.rules.toSpliced(at, 0, rule), next: draft.next + 1 };
}

export const removeRule = (draft: TableDraft, key: string): TableDraft => ({
  ...draft,
  rules: draft.rules.filter((rule) => rule.key !== key),
});

/** Moves a rule to a place, counted from 0 when it is out; beyond an end is the end. */
export const moveRule = (draft: TableDraft, key: string, to: number): TableDraft => {
  const rules = moved(draft.rules, key, to);
  return rules === draft.rules ? draft : { ...draft, rules };
};

export function setCell(draft: TableDraft, rule: string, column: string, text: string): TableDraft {
  const row = draft.rules.find(({ key }) => key === rule);
  if (!row || (row.cells[column] ?? '') === text) return draft;
  const edited = { ...row, cells: { ...row.cells, [column]: text } };
  return { ...draft, rules: draft.rules.map((each) => (each === row ? edited : each)) };
}

/** Puts a column before the one at `at` of its kind. Conditions of the rules let everything pass. */
export function addColumn(draft: TableDraft, kind: ColumnKind, at: number): TableDraft {
  const key = `n${draft.next}`;
  const column = { inputs: { key, text: '' }, outputs: { key }, annotations: { key, name: '' } }[kind];
  const rules =
    kind === 'inputs'
      ? draft.rules.map((rule) => ({ ...rule, cells: { ...rule.cells, [key]: '-' } }))
      : draft.rules;
  return {
    ...draft,
    [kind]: (draft[kind] as readonly object[]).toSpliced(at, 0, column),
    rules,
    next: draft.next + 1,
  };
}

/** Takes a column out with its cells. A table keeps one result at least. */
export function removeColumn(draft: TableDraft, key: string): TableDraft {
  const kind = kindOf(draft, key);
  if (!kind || (kind === 'outputs' && draft.outputs.length === 1)) return draft;
  const rules = draft.rules.map((rule) => {
    const { [key]: _cell, ...cells } = rule.cells;
    return { ...rule, cells };
  });
  return { ...draft, [kind]: draft[kind].filter((column) => column.key !== key), rules };
}

/** Moves a column among those of its kind, to a place counted from 0. */
export function moveColumn(draft: TableDraft, key: string, to: number): TableDraft {
  const kind = kindOf(draft, key);
  if (!kind) return draft;
  const columns = moved<{ key: string }>(draft[kind], key, to);
  return columns === draft[kind] ? draft : { ...draft, [kind]: columns };
}

/** Which kind of column has the key. */
export const kindOf = (draft: TableDraft, key: string): ColumnKind | undefined =>
  (['inputs', 'outputs', 'annotations'] as const).find((kind) =>
    draft[kind].some((column) => column.key === key),
  );

/** Sets what a condition asks about, its type, its label or the values it allows; `undefined` takes a part away. */
export const changeInput = (draft: TableDraft, key: string, change: Changes<TableInput>): TableDraft => ({
  ...draft,
  inputs: draft.inputs.map((input) => (input.key === key ? merged(input, change) : input)),
});

/** The same of a result. */
export const changeOutput = (draft: TableDraft, key: string, change: Changes<TableOutput>): TableDraft => ({
  ...draft,
  outputs: draft.outputs.map((output) => (output.key === key ? merged(output, change) : output)),
});

export const renameAnnotation = (draft: TableDraft, key: string, name: string): TableDraft => ({
  ...draft,
  annotations: draft.annotations.map((each) => (each.key === key ? { ...each, name } : each)),
});

type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };

function merged<T extends object>(whole: T, change: object): T {
  return Object.fromEntries(
    Object.entries({ ...whole, ...change }).filter(([, value]) => value !== undefined),
  ) as T;
}

function moved<T extends { readonly key: string }>(
  items: readonly T[],
  key: string,
  to: number,
): readonly T[] {
  const from = items.findIndex((item) => item.key === key);
  const item = items[from];
  const place = Math.min(Math.max(to, 0), items.length - 1);
  if (!item || place === from) return items;
  return items.toSpliced(from, 1).toSpliced(place, 0, item);
}

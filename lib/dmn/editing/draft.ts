import type { Aggregation, BoxedTable, HitPolicy, TableInput, TableOutput } from '../model';

/** What a row or column is known by while it is edited, wherever it is moved. */
interface Keyed {
  readonly key: string;
  /** Its place in the file, from 0; undefined for what is new. */
  readonly origin?: number;
}

export interface DraftInput extends Keyed, TableInput {}
export interface DraftOutput extends Keyed, TableOutput {}
export interface DraftAnnotation extends Keyed {
  readonly name: string;
}

export interface DraftRule extends Keyed {
  readonly id?: string;
  /** Texts by the key of their column; none is an empty cell. */
  readonly cells: Readonly<Record<string, string>>;
}

/** A decision table while it is edited. Immutable: operations answer a new one. */
export interface TableDraft {
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly DraftInput[];
  readonly outputs: readonly DraftOutput[];
  readonly annotations: readonly DraftAnnotation[];
  readonly rules: readonly DraftRule[];
  /** The next key that is free. */
  readonly next: number;
}

/** The column of prose that older tools keep in a rule's `description`. */
export const DESCRIPTION = 'description';

/** A table to edit. */
export function draftOf(table: BoxedTable): TableDraft {
  const inputs = table.inputs.map((input, origin) => ({ ...input, origin, key: `i${origin}` }));
  const outputs = table.outputs.map((output, origin) => ({ ...output, origin, key: `o${origin}` }));
  const widest = Math.max(table.annotations.length, ...table.rules.map((rule) => rule.annotations.length));
  const annotations: DraftAnnotation[] = Array.from({ length: widest }, (_, origin) => ({
    ...{ key: `a${origin}`, name: table.annotations[origin] ?? '' },
    ...(origin < table.annotations.length && { origin }),
  }));
  if (table.rules.some(({ description }) => description !== undefined))
    annotations.push({ key: DESCRIPTION, name: '' });
  const rules = table.rules.map((rule, origin) => ({
    ...{ key: `r${origin}`, origin, ...(rule.id !== undefined && { id: rule.id }) },
    cells: Object.fromEntries([
      ...rule.tests.map((text, i) => [`i${i}`, text]),
      ...rule.outputs.map((text, i) => [`o${i}`, text]),
      ...rule.annotations.map((text, i) => [`a${i}`, text]),
      ...(rule.description === undefined ? [] : [[DESCRIPTION, rule.description]]),
    ]) as Record<string, string>,
  }));
  const { hitPolicy, aggregation } = table;
  return { hitPolicy, ...(aggregation && { aggregation }), inputs, outputs, annotations, rules, next: 0 };
}

/** What an edited table means, to check and to evaluate. */
export function tableOf(draft: TableDraft): BoxedTable {
  const named = draft.annotations.filter(({ key }) => key !== DESCRIPTION);
  return {
    kind: 'table',
    hitPolicy: draft.hitPolicy,
    ...(draft.aggregation && { aggregation: draft.aggregation }),
    inputs: draft.inputs.map(({ key: _key, origin: _origin, ...input }) => input),
    outputs: draft.outputs.map(({ key: _key, origin: _origin, ...output }) => output),
    annotations: named.map(({ name }) => name),
    rules: draft.rules.map(({ id, cells }) => ({
      ...(id !== undefined && { id }),
      tests: draft.inputs.map(({ key }) => cells[key] ?? ''),
      outputs: draft.outputs.map(({ key }) => cells[key] ?? ''),
      annotations: named.map(({ key }) => cells[key] ?? ''),
      ...(cells[DESCRIPTION] && { description: cells[DESCRIPTION] }),
    })),
  };
}

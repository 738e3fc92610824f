'use client';

import { memo, useMemo, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { moveRule, setCell, type TableDraft, tableOf } from '@/lib/dmn/editing';
import { hitPolicyMark } from '../hit-policy';
import { Cell } from './cell';
import { ColumnHead, type Columns, columnTitle } from './column-head';
import { altStep, type Dragged, place } from './move';
import { RuleHead } from './rule-head';
import type { Edit } from './use-editor';

export interface GridProps {
  name: string;
  draft: TableDraft;
  /** Types the file defines. */
  types: readonly string[];
  /** Rules that a remark is about, from 1. */
  doubted: ReadonlySet<number>;
  edit: Edit;
}

const DOUBLE = 'border-l-3 border-l-line-strong [border-left-style:double]';
const BORDER = 'border border-line';
const KINDS = ['inputs', 'outputs', 'annotations'] as const;

/** The table as DMN draws it (DMN 1.5, 8.2), every cell and head of it editable. Scrolls sideways within itself. */
export function Grid({ name, draft, types, doubted, edit }: GridProps) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const { mark, meaning } = hitPolicyMark(tableOf(draft));
  const { inputs, outputs, annotations } = draft;
  const columns = useMemo(
    () => columnsOf({ inputs, outputs, annotations }, name),
    [inputs, outputs, annotations, name],
  );
  return (
    <section
      aria-label={`Decision table ${name}`}
      className="overflow-x-auto border border-line-strong bg-surface"
    >
      <table className="w-full border-collapse text-left text-xs">
        <thead className="bg-paper">
          <tr className="border-b-2 border-line-strong">
            <th scope="col" title={meaning} className={cx(BORDER, 'text-center align-middle font-mono')}>
              <span aria-hidden="true">{mark}</span>
              <span className="sr-only">Rule. Hit policy: {meaning}</span>
            </th>
            {KINDS.flatMap((kind) =>
              draft[kind].map((column, index) => (
                <ColumnHead
                  key={column.key}
                  {...{ draft, kind, index, types, edit, dragged }}
                  fallback={name}
                  onDrag={setDragged}
                  className={cx(BORDER, kind !== 'inputs' && index === 0 && DOUBLE)}
                />
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {draft.rules.map((rule, index) => (
            <tr
              key={rule.key}
              className="hover:bg-hover"
              onKeyDown={(event) => {
                const step = altStep(event, 'rows');
                if (step !== undefined)
                  edit((now) => moveRule(now, rule.key, index + step), `Move rule ${index + 1}`);
              }}
              {...place('rules', dragged, (key) =>
                edit((now) => moveRule(now, key, index), `Move rule to place ${index + 1}`),
              )}
            >
              <RuleHead
                {...{ rule, index, edit }}
                last={index === draft.rules.length - 1}
                doubted={doubted.has(index + 1)}
                onDrag={setDragged}
                className={BORDER}
              />
              {columns.list.map((column) => (
                <td key={column.key} className={cx(BORDER, 'p-0 align-top', column.first && DOUBLE)}>
                  <RuleCell
                    {...{ edit, column }}
                    names={columns.names}
                    rule={rule.key}
                    number={index + 1}
                    text={rule.cells[column.key] ?? ''}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface GridColumn {
  key: string;
  title: string;
  kind: 'unaryTests' | 'expression' | 'prose';
  /** The first of the results, or of the notes. */
  first: boolean;
}

const CELLS = { inputs: 'unaryTests', outputs: 'expression', annotations: 'prose' } as const;

function columnsOf(draft: Columns, name: string): { list: GridColumn[]; names: string[] } {
  const list = KINDS.flatMap((kind) =>
    draft[kind].map(({ key }, index) => ({
      key,
      title: columnTitle(draft, kind, index, name),
      kind: CELLS[kind],
      first: kind !== 'inputs' && index === 0,
    })),
  );
  return { list, names: draft.inputs.map(({ text }) => text.trim()).filter((text) => text !== '') };
}

interface RuleCellProps {
  edit: Edit;
  column: GridColumn;
  names: readonly string[];
  rule: string;
  number: number;
  text: string;
}

const RuleCell = memo(function RuleCell({ edit, column, names, rule, number, text }: RuleCellProps) {
  return (
    <Cell
      label={`Rule ${number}, ${column.title}`}
      text={text}
      kind={column.kind}
      names={names}
      onCommit={(next) =>
        edit((now) => setCell(now, rule, column.key, next), `Edit rule ${number}, ${column.title}`)
      }
    />
  );
});

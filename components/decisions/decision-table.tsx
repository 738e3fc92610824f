import { cx } from '@/components/ui/cx';
import type { BoxedTable, TableRule } from '@/lib/dmn';
import { BoxName } from './box-name';
import { hitPolicyMark } from './hit-policy';
import { InputHead, OutputHead, PlainHead } from './table-head';

export interface DecisionTableProps {
  /** What the decision is called; drawn on the tab of the table. */
  name: string;
  table: BoxedTable;
}

/** Where the conditions end and the results begin. */
const DOUBLE = 'border-l-3 border-l-line-strong [border-left-style:double]';
const CELL = 'border border-line px-2.5 py-1.5 align-top';

/**
 * A decision table as DMN draws it (DMN 1.5, 8.2): rules are rows; conditions, results and annotations are columns; the
 * hit policy is in the corner. Read only. Scrolls sideways within itself.
 */
export function DecisionTable({ name, table }: DecisionTableProps) {
  const { mark, meaning } = hitPolicyMark(table);
  const annotations = annotationNames(table);
  return (
    <div className="min-w-0">
      <BoxName>{name}</BoxName>
      <section
        aria-label={`Decision table ${name}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard.
        tabIndex={0}
        className="focus-inset overflow-x-auto border border-line-strong bg-surface"
      >
        <table className="w-full border-collapse text-left text-xs">
          <thead className="bg-paper">
            <tr className="border-b-2 border-line-strong">
              <th scope="col" title={meaning} className={cx(CELL, 'w-10 text-center align-middle font-mono')}>
                <span aria-hidden="true">{mark}</span>
                <span className="sr-only">Rule. Hit policy: {meaning}</span>
              </th>
              {table.inputs.map((input, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity of their own
                <InputHead key={i} input={input} className={CELL} />
              ))}
              {table.outputs.map((output, i) => (
                <OutputHead
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity of their own
                  key={i}
                  output={output}
                  fallback={name}
                  className={cx(CELL, i === 0 && DOUBLE)}
                />
              ))}
              {annotations.map((annotation, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity of their own
                <PlainHead key={i} label={annotation} className={cx(CELL, i === 0 && DOUBLE)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rules.map((rule, i) => (
              <RuleRow key={rule.id ?? i} number={i + 1} rule={rule} annotations={annotations.length} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** Columns of annotations; prose of older files makes one of its own. */
function annotationNames({ annotations, rules }: BoxedTable): readonly string[] {
  const most = rules.reduce((count, rule) => Math.max(count, notesOf(rule).length), annotations.length);
  return Array.from({ length: most }, (_, i) => annotations[i] || 'Annotation');
}

const notesOf = ({ annotations, description }: TableRule): readonly string[] =>
  description === undefined ? annotations : [...annotations, description];

function RuleRow({ number, rule, annotations }: { number: number; rule: TableRule; annotations: number }) {
  const notes = notesOf(rule);
  return (
    <tr className="hover:bg-hover">
      <th scope="row" className={cx(CELL, 'text-center font-mono font-normal text-muted')}>
        {number}
      </th>
      {rule.tests.map((test, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells are their columns
        <Cell key={i} text={test} />
      ))}
      {rule.outputs.map((output, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells are their columns
        <Cell key={i} text={output} className={cx('font-medium', i === 0 && DOUBLE)} />
      ))}
      {Array.from({ length: annotations }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells are their columns
        <td key={i} className={cx(CELL, 'min-w-40 text-muted', i === 0 && DOUBLE)}>
          {notes[i]}
        </td>
      ))}
    </tr>
  );
}

/** A cell of FEEL. A dash, or nothing, lets every value pass. */
function Cell({ text, className }: { text: string; className?: string }) {
  const any = text.trim() === '' || text.trim() === '-';
  return (
    <td className={cx(CELL, 'whitespace-pre-wrap font-mono', any && 'text-muted', className)}>
      {any ? '–' : text}
    </td>
  );
}

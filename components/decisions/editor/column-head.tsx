'use client';

import { ChevronLeft, ChevronRight, GripVertical, Plus, Trash2 } from 'lucide-react';
import { DraftText } from '@/components/inspector/fields/text';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Popover } from '@/components/ui/popover';
import {
  addColumn,
  type ColumnKind,
  changeInput,
  changeOutput,
  moveColumn,
  removeColumn,
  renameAnnotation,
  type TableDraft,
} from '@/lib/dmn/editing';
import { InputForm, OutputForm } from './column-form';
import { altStep, type Dragged, handle, place } from './move';
import type { Edit } from './use-editor';

export interface ColumnHeadProps {
  draft: TableDraft;
  kind: ColumnKind;
  index: number;
  /** What the only result without a name gives: the decision. */
  fallback: string;
  types: readonly string[];
  edit: Edit;
  dragged: Dragged | null;
  onDrag: (dragged: Dragged | null) => void;
  className: string;
}

const KINDS = { inputs: 'When', outputs: 'Then', annotations: 'Note' } as const;

/** The head of a column: opens its form; moved by its handle, or by Alt and the arrows. */
export function ColumnHead(props: ColumnHeadProps) {
  const { draft, kind, index, edit, dragged, onDrag, className } = props;
  const column = draft[kind][index];
  if (!column) return null;
  const title = columnTitle(draft, kind, index, props.fallback);
  const move = (to: number) => edit((now) => moveColumn(now, column.key, to), `Move column ${title}`);
  const type = 'typeRef' in column ? column.typeRef : undefined;
  return (
    <th
      scope="col"
      className={cx(className, 'min-w-32 align-top')}
      {...place(kind, dragged, (key) =>
        edit((now) => moveColumn(now, key, index), `Move column to place ${index + 1}`),
      )}
    >
      <div className="flex items-start">
        <span
          aria-hidden="true"
          title="Drag to move"
          className="cursor-grab py-2 text-muted"
          {...handle({ what: kind, key: column.key }, onDrag)}
        >
          <GripVertical size={13} />
        </span>
        <Popover
          label={`Column ${title}`}
          className="w-72"
          trigger={
            <button
              type="button"
              className="focus-inset min-w-0 grow rounded-sm px-1 py-1 text-left hover:bg-hover"
              onKeyDown={(event) => {
                const step = altStep(event, 'columns');
                if (step !== undefined) move(index + step);
              }}
            >
              <span className="flex justify-between gap-3 text-2xs font-normal text-muted">
                {KINDS[kind]}
                {type && <span className="font-mono">{type}</span>}
              </span>
              <span className="block font-semibold">{title}</span>
              {'text' in column && column.label !== undefined && column.text !== column.label && (
                <code className="block font-mono text-2xs font-normal text-muted">{column.text}</code>
              )}
              {'values' in column && column.values && (
                <code className="block font-mono text-2xs font-normal text-muted">{column.values}</code>
              )}
              {'defaultEntry' in column && column.defaultEntry !== undefined && (
                <span className="block text-2xs font-normal text-muted">otherwise {column.defaultEntry}</span>
              )}
            </button>
          }
        >
          <div className="flex flex-col gap-2">
            <Form {...props} />
            <Actions {...props} title={title} move={move} columnKey={column.key} />
          </div>
        </Popover>
      </div>
    </th>
  );
}

function Form({ draft, kind, index, types, edit }: ColumnHeadProps) {
  const [input, output, note] = [draft.inputs[index], draft.outputs[index], draft.annotations[index]];
  if (kind === 'inputs' && input)
    return (
      <InputForm
        input={input}
        types={types}
        onChange={(change) => edit((now) => changeInput(now, input.key, change), 'Change column')}
      />
    );
  if (kind === 'outputs' && output)
    return (
      <OutputForm
        output={output}
        types={types}
        onChange={(change) => edit((now) => changeOutput(now, output.key, change), 'Change column')}
      />
    );
  if (!note || note.key === 'description')
    return <p className="text-xs text-muted">The description of each rule, as older tools keep it.</p>;
  return (
    <DraftText
      label="Name"
      value={note.name}
      onCommit={(name) => edit((now) => renameAnnotation(now, note.key, name), 'Rename column')}
    />
  );
}

interface ActionsProps extends ColumnHeadProps {
  title: string;
  columnKey: string;
  move: (to: number) => void;
}

function Actions({ draft, kind, index, edit, title, columnKey, move }: ActionsProps) {
  const only = kind === 'outputs' && draft.outputs.length === 1;
  return (
    <div className="flex flex-wrap gap-1 border-t border-line pt-2">
      <Button
        size="sm"
        icon={<ChevronLeft size={13} />}
        disabled={index === 0}
        onClick={() => move(index - 1)}
      >
        Left
      </Button>
      <Button
        size="sm"
        icon={<ChevronRight size={13} />}
        disabled={index === draft[kind].length - 1}
        onClick={() => move(index + 1)}
      >
        Right
      </Button>
      <Button
        size="sm"
        icon={<Plus size={13} />}
        onClick={() => edit((now) => addColumn(now, kind, index + 1), 'Add column')}
      >
        Insert after
      </Button>
      <Button
        size="sm"
        icon={<Trash2 size={13} />}
        disabled={only}
        title={only ? 'A table has at least one result.' : undefined}
        onClick={() => edit((now) => removeColumn(now, columnKey), `Remove column ${title}`)}
      >
        Remove
      </Button>
    </div>
  );
}

export type Columns = Pick<TableDraft, ColumnKind>;

/** What a column is called in the table and by screen readers. */
export function columnTitle(draft: Columns, kind: ColumnKind, index: number, fallback: string): string {
  const [input, output, note] = [draft.inputs[index], draft.outputs[index], draft.annotations[index]];
  if (kind === 'inputs') return (input?.label ?? input?.text.trim()) || `Condition ${index + 1}`;
  if (kind === 'annotations') return note?.name || 'Annotation';
  const alone = draft.outputs.length === 1 ? fallback : `Result ${index + 1}`;
  return output?.label ?? output?.name ?? alone;
}

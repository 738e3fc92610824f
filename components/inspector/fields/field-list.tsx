'use client';

import type { ElementId } from '@/lib/document';
import { FeelField } from './feel-field';
import type { Choice } from './suggestion-list';
import { DraftNumber, DraftText } from './text';

/** The members of a view that hold this. */
type Holding<View, Value> = {
  [Name in keyof View]-?: View[Name] extends Value ? Name : never;
}[keyof View] &
  string;

interface Words {
  label: string;
  hint?: string;
  placeholder?: string;
}

/** One field of a section by its shape: a text, FEEL, either of them, or a number. */
export type FieldShape<View> =
  | (Words & {
      name: Holding<View, string>;
      /** Default `either`: text, or FEEL after `=`. */
      as?: 'either' | 'expression' | 'text';
      /** Lines of the field. */
      rows?: number;
      /** What is doubtful about the value. */
      doubt?: string | undefined;
      /** What a text can be, offered by its name. */
      choices?: readonly Choice[] | undefined;
    })
  | (Words & { name: Holding<View, number | null | undefined>; as: 'number'; min?: number; max?: number });

interface FieldListProps<View> {
  id: ElementId;
  view: View;
  set: (change: Partial<View>, field?: string) => void;
  fields: readonly FieldShape<View>[];
  /** Before the name in what problems call a field: `loop` makes `loop.collection`. */
  under?: string;
}

/** Fields one below the other, each reading and changing one member of the view. */
export function FieldList<View extends object>({ id, view, set, fields, under }: FieldListProps<View>) {
  return (
    <>
      {fields.map((shape) => {
        const field = under ? `${under}.${shape.name}` : shape.name;
        const commit = (value: unknown) => set({ [shape.name]: value } as Partial<View>, field);
        const value = view[shape.name as keyof View];
        const { name, ...words } = shape;
        if (words.as === 'number') {
          const { as: _number, ...rest } = words;
          return (
            <DraftNumber
              key={name}
              {...rest}
              field={field}
              value={typeof value === 'number' ? value : undefined}
              onCommit={commit}
            />
          );
        }
        const { as = 'either', rows, doubt, choices, ...rest } = words;
        const shared = { ...rest, field, value: String(value ?? ''), onCommit: commit };
        if (as === 'text') return <DraftText key={name} mono {...shared} />;
        return (
          <FeelField
            key={name}
            {...shared}
            mode={as}
            element={id}
            doubt={doubt}
            choices={choices}
            {...(rows === undefined ? {} : { rows })}
          />
        );
      })}
    </>
  );
}

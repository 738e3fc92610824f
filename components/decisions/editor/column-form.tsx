'use client';

import { DraftText } from '@/components/inspector/fields/text';
import { Select } from '@/components/ui/select';
import type { DraftInput, DraftOutput } from '@/lib/dmn/editing';

const BUILT_IN = [
  'Any',
  'string',
  'number',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
];

export interface TypeSelectProps {
  value: string | undefined;
  /** Types the file defines. */
  own: readonly string[];
  onChange: (type: string | undefined) => void;
}

function TypeSelect({ value, own, onChange }: TypeSelectProps) {
  const types = [...new Set([...BUILT_IN, ...own, ...(value === undefined ? [] : [value])])];
  return (
    <Select
      label="Type"
      placeholder="Not said"
      options={types.map((type) => ({ value: type, label: type }))}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  );
}

const orNone = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

interface Row<Property extends string> {
  property: Property;
  label: string;
  /** FEEL. */
  mono?: boolean;
  hint?: string;
  placeholder?: string;
  /** Empty is a value of its own, not that there is none. */
  keepEmpty?: boolean;
}

interface RowsProps<Property extends string> {
  rows: readonly Row<Property>[];
  column: Partial<Record<Property, string | undefined>>;
  onChange: (change: Partial<Record<Property, string | undefined>>) => void;
}

function Rows<Property extends string>({ rows, column, onChange }: RowsProps<Property>) {
  return rows.map(({ property, keepEmpty, ...row }) => (
    <DraftText
      key={property}
      {...row}
      value={column[property] ?? ''}
      onCommit={(text) =>
        onChange({ [property]: keepEmpty ? text : orNone(text) } as Partial<
          Record<Property, string | undefined>
        >)
      }
    />
  ));
}

type InputProperty = 'label' | 'text' | 'values';

const ASKED: readonly Row<InputProperty>[] = [
  { property: 'label', label: 'Label' },
  {
    property: 'text',
    label: 'Expression',
    mono: true,
    hint: 'FEEL: a variable, or what is computed of some.',
    keepEmpty: true,
  },
];
const ALLOWED: readonly Row<InputProperty>[] = [
  { property: 'values', label: 'Allowed values', mono: true, placeholder: '"home", "far"' },
];

interface InputFormProps {
  input: DraftInput;
  types: readonly string[];
  onChange: (change: Partial<Record<InputProperty | 'typeRef', string | undefined>>) => void;
}

/** What a condition asks about. */
export function InputForm({ input, types, onChange }: InputFormProps) {
  return (
    <>
      <Rows rows={ASKED} column={input} onChange={onChange} />
      <TypeSelect value={input.typeRef} own={types} onChange={(typeRef) => onChange({ typeRef })} />
      <Rows rows={ALLOWED} column={input} onChange={onChange} />
    </>
  );
}

type OutputProperty = 'label' | 'name' | 'values' | 'defaultEntry';

const NAMED: readonly Row<OutputProperty>[] = [
  { property: 'label', label: 'Label' },
  {
    property: 'name',
    label: 'Name',
    mono: true,
    hint: 'By which processes read it, where there is more than one result.',
  },
];
const GIVEN: readonly Row<OutputProperty>[] = [
  {
    property: 'values',
    label: 'Allowed values',
    mono: true,
    hint: 'For Priority and Output order: the first is the most important.',
  },
  { property: 'defaultEntry', label: 'Otherwise', mono: true, hint: 'The result when no rule matches.' },
];

interface OutputFormProps {
  output: DraftOutput;
  types: readonly string[];
  onChange: (change: Partial<Record<OutputProperty | 'typeRef', string | undefined>>) => void;
}

/** What a result is called and may be. */
export function OutputForm({ output, types, onChange }: OutputFormProps) {
  return (
    <>
      <Rows rows={NAMED} column={output} onChange={onChange} />
      <TypeSelect value={output.typeRef} own={types} onChange={(typeRef) => onChange({ typeRef })} />
      <Rows rows={GIVEN} column={output} onChange={onChange} />
    </>
  );
}

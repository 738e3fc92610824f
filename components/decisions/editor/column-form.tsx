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

interface InputFormProps {
  input: DraftInput;
  types: readonly string[];
  onChange: (change: Partial<Record<'label' | 'text' | 'typeRef' | 'values', string | undefined>>) => void;
}

/** What a condition asks about. */
export function InputForm({ input, types, onChange }: InputFormProps) {
  return (
    <>
      <DraftText
        label="Label"
        value={input.label ?? ''}
        onCommit={(text) => onChange({ label: orNone(text) })}
      />
      <DraftText
        label="Expression"
        mono
        hint="FEEL: a variable, or what is computed of some."
        value={input.text}
        onCommit={(text) => onChange({ text })}
      />
      <TypeSelect value={input.typeRef} own={types} onChange={(typeRef) => onChange({ typeRef })} />
      <DraftText
        label="Allowed values"
        mono
        placeholder={'"home", "far"'}
        value={input.values ?? ''}
        onCommit={(text) => onChange({ values: orNone(text) })}
      />
    </>
  );
}

interface OutputFormProps {
  output: DraftOutput;
  types: readonly string[];
  onChange: (
    change: Partial<Record<'label' | 'name' | 'typeRef' | 'values' | 'defaultEntry', string | undefined>>,
  ) => void;
}

/** What a result is called and may be. */
export function OutputForm({ output, types, onChange }: OutputFormProps) {
  return (
    <>
      <DraftText
        label="Label"
        value={output.label ?? ''}
        onCommit={(text) => onChange({ label: orNone(text) })}
      />
      <DraftText
        label="Name"
        mono
        hint="By which processes read it, where there is more than one result."
        value={output.name ?? ''}
        onCommit={(text) => onChange({ name: orNone(text) })}
      />
      <TypeSelect value={output.typeRef} own={types} onChange={(typeRef) => onChange({ typeRef })} />
      <DraftText
        label="Allowed values"
        mono
        hint="For Priority and Output order: the first is the most important."
        value={output.values ?? ''}
        onCommit={(text) => onChange({ values: orNone(text) })}
      />
      <DraftText
        label="Otherwise"
        mono
        hint="The result when no rule matches."
        value={output.defaultEntry ?? ''}
        onCommit={(text) => onChange({ defaultEntry: orNone(text) })}
      />
    </>
  );
}

'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { cx } from '@/components/ui/cx';
import { later } from '@/components/ui/later';
import { Select } from '@/components/ui/select';
import type { FormView } from '@/lib/elements/form/bpmn';
import { type Form, type FormField, parseForm } from '@/lib/forms';
import { FIRST_LINE, Rows } from '../fields/rows';
import { DraftArea, DraftText } from '../fields/text';
import { choicesOf, choicesText } from './form-choices';

const TYPES = [
  { value: 'text', label: 'Text' },
  { value: 'textarea', label: 'Long text' },
  { value: 'number', label: 'Number' },
  { value: 'money', label: 'Money' },
  { value: 'date', label: 'Date' },
  { value: 'boolean', label: 'Yes or no' },
  { value: 'choice', label: 'Choice' },
  { value: 'multichoice', label: 'Several choices' },
  { value: 'readonly', label: 'Shown only' },
  { value: 'section', label: 'Section' },
  { value: 'note', label: 'Note' },
];

const FormPreview = later(() => import('./form-preview').then((it) => it.FormPreview), {
  name: 'The preview',
});

interface FormBuilderProps {
  value: FormView;
  onCommit: (json: string) => void;
  /** Labels of the decisions below the form, for the preview. */
  decisions?: readonly string[];
}

/** The form of a step: fields in order, each with its type, and how it will look. */
export function FormBuilder({ value, onCommit, decisions }: FormBuilderProps) {
  const [preview, setPreview] = useState(false);
  const parsed = value.json.trim() === '' ? null : parseForm(value.json);
  if (parsed && !parsed.ok) return <BrokenForm message={parsed.message} onReset={() => onCommit('')} />;
  const form: Form = parsed?.ok ? parsed.form : { fields: [] };
  const change = (fields: FormField[]) => onCommit(fields.length > 0 ? JSON.stringify({ fields }) : '');
  return (
    <div data-field="form" className="flex flex-col gap-2">
      {value.foreign && form.fields.length === 0 && (
        <p className="text-xs text-muted">
          The file brings its own form ({value.foreign}); it is shown as it is. Fields added here replace it.
        </p>
      )}
      <Rows<FormField>
        rows={form.fields}
        what="field"
        ordered
        lines
        onChange={change}
        make={() => ({ key: freeKey(form), label: 'New field', type: 'text' })}
      >
        {(field, set, i) => <FieldRow field={field} set={set} index={i} />}
      </Rows>
      {form.fields.length > 0 && (
        <Button size="sm" className="self-start" aria-expanded={preview} onClick={() => setPreview(!preview)}>
          {preview ? 'Hide preview' : 'Preview'}
        </Button>
      )}
      {preview && form.fields.length > 0 && (
        <FormPreview form={form} decisions={decisions} onClose={() => setPreview(false)} />
      )}
    </div>
  );
}

function BrokenForm({ message, onReset }: { message: string; onReset: () => void }) {
  return (
    <div data-field="form" className="flex flex-col items-start gap-2">
      <p>This form can’t be read: {message}</p>
      <Button size="sm" onClick={onReset}>
        Begin a new form
      </Button>
    </div>
  );
}

function freeKey(form: Form): string {
  for (let i = form.fields.length + 1; ; i++)
    if (!form.fields.some((field) => field.key === `field${i}`)) return `field${i}`;
}

const STORED = (field: FormField): boolean => field.type !== 'section' && field.type !== 'note';

function FieldRow({
  field,
  set,
  index,
}: {
  field: FormField;
  set: (change: Partial<FormField>) => void;
  index: number;
}) {
  const n = index + 1;
  const choices = field.type === 'choice' || field.type === 'multichoice';
  return (
    <div className="grid grid-cols-[112px_1fr] gap-1 border-l-2 border-line pl-2">
      <div className={cx('col-span-2', FIRST_LINE)}>
        <DraftText
          label={`Label of field ${n}`}
          hideLabel
          value={field.label}
          onCommit={(label) => set({ label })}
        />
      </div>
      <Select
        label={`Type of field ${n}`}
        hideLabel
        options={TYPES}
        value={field.type}
        onChange={(e) => set({ type: e.target.value as FormField['type'] })}
      />
      {STORED(field) && (
        <DraftText
          label={`Variable of field ${n}`}
          hideLabel
          mono
          value={field.key}
          onCommit={(key) => set({ key: key.trim() || field.key })}
        />
      )}
      {STORED(field) && field.type !== 'readonly' && (
        <Checkbox
          label="required"
          checked={field.required ?? false}
          onChange={(e) => set({ required: e.target.checked || undefined })}
        />
      )}
      {field.type === 'money' && (
        <DraftText
          label={`Currency of field ${n}`}
          hideLabel
          mono
          placeholder="EUR"
          value={field.currency ?? ''}
          onCommit={(currency) => set({ currency: currency.trim().toUpperCase() || undefined })}
        />
      )}
      {choices && (
        <div className="col-span-2">
          <DraftArea
            label={`Choices of field ${n}`}
            hideLabel
            placeholder={'One a line:\nyes\nno'}
            value={choicesText(field.options)}
            onCommit={(text) => set({ options: choicesOf(text, field.options) })}
          />
        </div>
      )}
    </div>
  );
}

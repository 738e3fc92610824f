'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { FormFieldsProps } from '@/components/forms';
import { Section } from '@/components/ui/section';
import type { JsonObject } from '@/engine/core/json';
import type { Form, FormError, FormField } from '@/lib/forms';
import type { ShownContent, TaskDetail } from '@/lib/tasks/types';
import { readAnswer } from './answer';
import { Facts } from './facts';
import { AiReason, FormFields } from './late-parts';

const READ = new Set<FormField['type']>(['readonly']);

const readOnly = (form: Form): FormField[] => form.fields.filter(({ type }) => READ.has(type));
const toFill = (form: Form): Form => ({ fields: form.fields.filter(({ type }) => !READ.has(type)) });

/** Objects laid over each other, the second on top. */
export function overlay(below: JsonObject, above: JsonObject): JsonObject {
  const result = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = result[key];
    const both = [value, under].every(
      (one) => typeof one === 'object' && one !== null && !Array.isArray(one),
    );
    result[key] = both ? overlay(under as JsonObject, value as JsonObject) : value;
  }
  return result;
}

export interface TaskContentProps {
  task: TaskDetail;
  shown: ShownContent;
  formId: string;
  /** Absent when there is nothing to decide for this reader. */
  fill?: {
    start: JsonObject;
    errors: readonly FormError[];
    disabled: boolean;
    large: boolean;
    onChange: (values: JsonObject) => void;
    onSubmit: (values: JsonObject) => void;
    /** The form answers. */
    onReady: () => void;
  };
}

/** What is decided, the data, the form, and what AI says. */
export function TaskContent({ task, shown, formId, fill }: TaskContentProps) {
  const { evidence, form, outcomes } = shown;
  const latest = useRef(fill);
  latest.current = fill;
  const onChange = useCallback((values: JsonObject) => latest.current?.onChange(values), []);
  const onSubmit = useCallback((values: JsonObject) => latest.current?.onSubmit(values), []);
  const onReady = useCallback(() => latest.current?.onReady(), []);
  const quotes = evidence ? readAnswer(evidence.result).quotes : [];
  const entered = enteredIn(task);
  const facts = fill ? readOnly(form) : form.fields;
  const editable = toFill(form);
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {shown.sentence && <p className="max-w-180 text-lg font-medium tracking-[-.012em]">{shown.sentence}</p>}
      {facts.length > 0 && (
        <Section title={fill ? 'The data' : 'As it was shown'} level={3}>
          <Facts
            fields={facts}
            values={overlay(shown.values, entered)}
            aiVariable={evidence?.variable}
            quotes={quotes}
          />
        </Section>
      )}
      {evidence && <AiReason evidence={evidence} outcomes={outcomes} />}
      {fill && editable.fields.length === 0 && (
        <EmptyForm id={formId} onSubmit={onSubmit} onReady={onReady} />
      )}
      {fill && editable.fields.length > 0 && (
        <Section title="You fill in" level={3}>
          <FormFields
            id={formId}
            form={editable}
            values={fill.start}
            errors={fill.errors}
            disabled={fill.disabled}
            size={fill.large ? 'lg' : 'md'}
            onChange={onChange}
            onSubmit={onSubmit}
            onReady={onReady}
          />
        </Section>
      )}
    </div>
  );
}

/** Nothing to fill in is submitted all the same: by it the decision is sent. */
function EmptyForm({ id, onSubmit, onReady }: Pick<FormFieldsProps, 'id' | 'onSubmit' | 'onReady'>) {
  useEffect(() => onReady?.(), [onReady]);
  return (
    <form
      id={id}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({});
      }}
    />
  );
}

/** What the decider entered, for a task that is over. */
function enteredIn(task: TaskDetail): JsonObject {
  for (const { event } of task.history) if (event.type === 'task.completed') return event.data.variables;
  return {};
}

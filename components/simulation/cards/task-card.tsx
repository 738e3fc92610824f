'use client';

import { useId, useRef, useState } from 'react';
import { FormFields } from '@/components/forms';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-field';
import { type JsonObject, visibleVariables } from '@/engine/core';
import type { UserTaskConfig } from '@/lib/elements/user-task/config';
import { configOf, formValues, outcomesOf, type Waiting } from '@/lib/simulation';
import { type CardProps, useSimulationStore } from '../context';
import { JsonField, useJsonField } from '../json-field';

/** A person's step: its form, and for an approval the buttons that the person would have. */
export function TaskCard({ session, waiting }: CardProps & { waiting: Waiting }) {
  const id = useId();
  const { perform } = useSimulationStore().getState();
  const { elementId: at, kind, key } = waiting;
  const { form } = configOf<UserTaskConfig>(session, at);
  const [known] = useState(() => ({
    ...visibleVariables(session.state, key),
    ...formValues(session, waiting),
  }));
  const [comment, setComment] = useState('');
  const outcome = useRef<string | undefined>(undefined);
  const json = useJsonField({});
  const outcomes = kind === 'approval' ? outcomesOf(session, at) : [];
  const submit = (values: JsonObject) => {
    const told = comment.trim();
    perform({
      at,
      form: values,
      ...(outcome.current ? { outcome: outcome.current } : {}),
      ...(told ? { comment: told } : {}),
    });
  };
  return (
    <div className="flex flex-col gap-3">
      {form && form.fields.length > 0 ? (
        <FormFields id={id} form={form} values={known} onSubmit={submit} />
      ) : (
        <form
          id={id}
          onSubmit={(event) => {
            event.preventDefault();
            const values = form ? {} : json.read();
            if (values) submit(values);
          }}
        >
          {!form && <JsonField field={json} label="Variables" hint="What the person enters, as JSON." />}
        </form>
      )}
      {kind === 'approval' && (
        <TextArea
          label="Comment"
          rows={2}
          value={comment}
          onChange={({ target }) => setComment(target.value)}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {outcomes.map(({ id: value, label, tone }) => (
          <Button
            key={value}
            type="submit"
            form={id}
            variant={tone === 'positive' ? 'primary' : 'secondary'}
            onClick={() => {
              outcome.current = value;
            }}
          >
            {label}
          </Button>
        ))}
        {kind === 'task' && (
          <Button type="submit" form={id} variant="primary">
            Complete
          </Button>
        )}
      </div>
    </div>
  );
}

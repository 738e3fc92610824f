'use client';

import { useId, useMemo, useState } from 'react';
import { Sparkle } from '@/components/bpmn/sparkle';
import { FormFields } from '@/components/forms';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { JsonObject } from '@/engine/core';
import type { AiCallConfig } from '@/lib/elements/ai-call/config';
import { aiResult, configOf, sampleAiResult, type Waiting } from '@/lib/simulation';
import { type CardProps, useSimulationStore } from '../context';
import { JsonField, useJsonField } from '../json-field';
import { formOfSchema } from '../schema-form';
import { Failing } from './work-card';

interface Sample {
  value?: JsonObject;
  rationale?: string;
  evidence?: JsonObject[];
}

/** An AI call: the answer is made by rules from its prompt and schema, and every value of it can be changed. */
export function AiCard({ session, waiting }: CardProps & { waiting: Waiting }) {
  const id = useId();
  const { perform } = useSimulationStore().getState();
  const { elementId: at } = waiting;
  const config = configOf<AiCallConfig>(session, at);
  const [sample] = useState(() => (sampleAiResult(session, waiting)[config.resultVariable] ?? {}) as Sample);
  const { form, rest } = useMemo(() => formOfSchema(config.outputSchema), [config]);
  const value = sample.value ?? {};
  const others = useJsonField(only(value, rest));
  const [confidence, setConfidence] = useState(String(Math.min(1, config.threshold + 0.02)));
  const number = Number(confidence.replace(',', '.'));
  const right = confidence.trim() !== '' && number >= 0 && number <= 1;
  const answer = (fields: JsonObject) => {
    const more = rest.length > 0 ? others.read() : {};
    if (!more || !right) return;
    const { rationale = '', evidence = [] } = sample;
    const said = { value: { ...fields, ...more }, rationale, evidence };
    perform({ at, result: aiResult(config, said, number) });
  };
  return (
    <div className="flex flex-col gap-3">
      <FormFields id={id} form={form} values={value} onSubmit={answer} />
      {rest.length > 0 && <JsonField field={others} label={rest.join(', ')} hint="As a JSON object." />}
      <TextField
        label="Confidence"
        inputMode="decimal"
        value={confidence}
        hint={`0 to 1; this step wants ${config.threshold}.`}
        error={right ? undefined : 'A number from 0 to 1.'}
        onChange={({ target }) => setConfidence(target.value)}
      />
      <p className="text-xs text-muted" aria-live="polite">
        {right && number < config.threshold
          ? 'Below the threshold: the answer is marked for a person.'
          : 'At or above the threshold.'}
      </p>
      <Button variant="primary" type="submit" form={id} className="self-start" icon={<Sparkle size={14} />}>
        Answer
      </Button>
      <Failing session={session} waiting={waiting} />
    </div>
  );
}

const only = (value: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));

'use client';

import { later } from '@/components/ui/later';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { Tabs } from '@/components/ui/tabs';
import type { ElementId } from '@/lib/document';
import { aiCallBpmn } from '@/lib/elements/ai-call/bpmn';
import type { AiCallView } from '@/lib/elements/ai-call/schema';
import { DraftNumber } from '../fields/text';
import { Section } from '../section';
import { type ElementView, useElement } from '../use-element';
import { BudgetSection } from './ai-budget';
import { ChainSection } from './ai-chain';
import { EvidenceSection } from './ai-evidence';
import { PromptField } from './prompt-field';
import { SchemaBuilder } from './schema-builder';
import { ThresholdSlider } from './threshold-slider';
import { estimateTokens } from './token-estimate';

/** Loaded when the first AI call is looked at. */
const TrialSection = later(() => import('../trial/trial-section').then((it) => it.TrialSection), {
  name: 'The test run',
  place: (_props, failure) => failure ?? <Skeleton className="h-40" />,
});

/** Brings the engine along, to try where the flow goes. */
const ThresholdBranches = later(() => import('./threshold-branches').then((it) => it.ThresholdBranches), {
  name: 'Where an unsure answer leads',
  place: (_props, failure) => failure,
});

const SOURCES = [
  { value: 'schema-checks', label: 'Checks of the answer against its schema' },
  { value: 'field-agreement', label: 'Agreement of several answers, field by field' },
  { value: 'logprobs', label: 'Token probabilities of the model' },
  { value: 'self-report', label: 'What the model says of itself (no number)' },
];

/** Model, prompt, schema, confidence, budget of an AI call. */
export function AiCallSection({ id }: { id: ElementId }) {
  const element = useElement(id, aiCallBpmn);
  const { view, set } = element;
  return (
    <>
      <ChainSection {...element} />
      <Section title="Prompt" number={2} level={3} meta={`≈ ${tokens(view)} tokens`}>
        <Tabs
          label="Prompt"
          className="-mx-4"
          tabs={[
            {
              value: 'user',
              label: 'Task',
              content: (
                <div className="px-4 pt-2">
                  <PromptField
                    tokens
                    element={id}
                    label="Prompt"
                    field="userPrompt"
                    value={view.userPrompt}
                    onCommit={(userPrompt) => set({ userPrompt }, 'userPrompt')}
                  />
                </div>
              ),
            },
            {
              value: 'system',
              label: 'Role',
              content: (
                <div className="px-4 pt-2">
                  <PromptField
                    tokens
                    element={id}
                    label="System prompt"
                    field="systemPrompt"
                    value={view.systemPrompt}
                    onCommit={(systemPrompt) => set({ systemPrompt }, 'systemPrompt')}
                  />
                </div>
              ),
            },
          ]}
        />
      </Section>
      <Section title="Output schema" number={3} level={3}>
        <SchemaBuilder
          value={view.outputSchema}
          onCommit={(outputSchema) => set({ outputSchema }, 'outputSchema')}
        />
      </Section>
      <Confidence {...element} id={id} />
      <BudgetSection id={id} {...element} />
      <EvidenceSection {...element} />
      <TrialSection id={id} view={view} />
    </>
  );
}

/** Of both prompts and the schema, without the values of variables. */
const tokens = ({ systemPrompt, userPrompt, outputSchema }: AiCallView): number =>
  estimateTokens(systemPrompt + userPrompt + outputSchema);

function Confidence({ id, view, set }: ElementView<AiCallView> & { id: ElementId }) {
  return (
    <Section title="Confidence" number={4} level={3}>
      <div className="flex flex-col gap-2">
        <Select
          label="Measured by"
          options={SOURCES}
          value={view.confidenceSource}
          onChange={(e) =>
            set({
              confidenceSource: SOURCES.find((each) => each.value === e.target.value)
                ?.value as AiCallView['confidenceSource'],
            })
          }
        />
        <div className="grid grid-cols-[1fr_72px] items-start gap-3">
          <ThresholdSlider
            value={view.threshold}
            source={view.confidenceSource}
            onChange={(threshold) => set({ threshold }, 'threshold')}
          />
          <DraftNumber
            label="Threshold"
            hideLabel
            mono
            field="threshold"
            min={0}
            max={1}
            step={0.01}
            value={view.threshold}
            onCommit={(threshold) => set({ threshold: threshold ?? 0.9 }, 'threshold')}
          />
        </div>
        {view.confidenceSource === 'self-report' && (
          <p className="text-xs text-muted">
            A model’s opinion of itself is shown in words and never as a number.
          </p>
        )}
        <ThresholdBranches id={id} threshold={view.threshold} />
        <p className="text-xs text-muted">
          The answer carries <code>{view.resultVariable || 'answer'}.belowThreshold</code>. Draw where it
          goes: a decision after this step, or an approval that is only required then.
        </p>
      </div>
    </Section>
  );
}

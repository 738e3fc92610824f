'use client';

import Link from 'next/link';
import { Select } from '@/components/ui/select';
import type { ElementId } from '@/lib/document';
import {
  type BusinessRuleTaskView,
  businessRuleTaskBpmn,
  businessRuleTaskSchema,
} from '@/lib/elements/business-rule-task/bpmn';
import { FeelField } from '../fields/feel-field';
import { DraftText } from '../fields/text';
import { Section } from '../section';
import { useElement } from '../use-element';
import { useDecisions } from './use-stored';

const BINDINGS = [
  { value: 'latest', label: 'The newest version' },
  { value: 'deployment', label: 'The newest when this process is published' },
  { value: 'version', label: 'A version by number' },
  { value: 'tag', label: 'A version by its tag' },
] as const;

const SHAPES = [
  { value: 'value', label: 'As DMN gives it' },
  { value: 'singleEntry', label: 'One value (singleEntry)' },
  { value: 'singleResult', label: 'The results of one rule (singleResult)' },
  { value: 'collectEntries', label: 'A list of values (collectEntries)' },
  { value: 'resultList', label: 'A list of results (resultList)' },
] as const;

const { binding: BINDING, mapping: MAPPING } = businessRuleTaskSchema.shape;

/** Which stored decision is asked, in which version, and how its answer is kept. */
export function DecisionSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, businessRuleTaskBpmn);
  const choices = useDecisions();
  const bound = view.binding === 'version' || view.binding === 'tag';
  return (
    <Section title="Decision" number={1} level={3} meta={<OpenDecision view={view} />}>
      <div className="flex flex-col gap-2">
        <FeelField
          label="Decision id"
          element={id}
          field="decisionId"
          placeholder="shipping-price"
          hint="Of a stored DMN file. It sees the variables of this step."
          choices={choices}
          value={view.decisionId}
          onCommit={(decisionId) => set({ decisionId }, 'decisionId')}
        />
        <Select
          label="Version"
          options={BINDINGS}
          value={view.binding}
          onChange={(e) => set({ binding: BINDING.parse(e.target.value) })}
        />
        {bound && (
          <DraftText
            label={view.binding === 'tag' ? 'Tag' : 'Number'}
            mono
            field="version"
            value={view.version}
            onCommit={(version) => set({ version }, 'version')}
          />
        )}
        <DraftText
          label="Result variable"
          mono
          field="resultVariable"
          value={view.resultVariable}
          onCommit={(resultVariable) => set({ resultVariable }, 'resultVariable')}
        />
        <Select
          label="Shape of the result"
          options={SHAPES}
          value={view.mapping}
          onChange={(e) => set({ mapping: MAPPING.parse(e.target.value) })}
        />
      </div>
    </Section>
  );
}

/** Leads to the decision and its table, or to all decisions where its id is computed or not written yet. */
function OpenDecision({ view }: { view: BusinessRuleTaskView }) {
  const id = view.decisionId.trim();
  const fixed = id !== '' && !id.startsWith('=');
  const decision = `/decisions?decision=${encodeURIComponent(id)}`;
  return (
    <>
      <Link className="inline-link inline-flex min-h-6 items-center" href={fixed ? decision : '/decisions'}>
        {fixed ? 'Open decision' : 'All decisions'}
      </Link>
      {fixed && (
        <Link className="inline-link inline-flex min-h-6 items-center" href={`${decision}&edit=table`}>
          Edit table
        </Link>
      )}
    </>
  );
}

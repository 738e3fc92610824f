'use client';

import { Section } from '@/components/ui/section';
import type { ElementId } from '@/lib/document';
import { businessRuleTaskBpmn } from '@/lib/elements/business-rule-task/bpmn';
import { FeelField } from '../fields/feel-field';
import { DraftText } from '../fields/text';
import { useElement } from '../use-element';

/** Which stored decision is asked, and where its answer goes. */
export function DecisionSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, businessRuleTaskBpmn);
  return (
    <Section title="Decision" number={1} level={3}>
      <div className="flex flex-col gap-2">
        <FeelField
          label="Decision id"
          element={id}
          field="decisionId"
          placeholder="shipping-price"
          hint="Of a stored DMN file. It sees the variables of this step."
          value={view.decisionId}
          onCommit={(decisionId) => set({ decisionId }, 'decisionId')}
        />
        <div className="grid grid-cols-2 gap-2">
          <DraftText
            label="Version"
            mono
            field="version"
            placeholder="newest"
            value={view.version}
            onCommit={(version) => set({ version }, 'version')}
          />
          <DraftText
            label="Result variable"
            mono
            field="resultVariable"
            value={view.resultVariable}
            onCommit={(resultVariable) => set({ resultVariable }, 'resultVariable')}
          />
        </div>
      </div>
    </Section>
  );
}

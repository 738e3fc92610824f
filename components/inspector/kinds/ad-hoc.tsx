'use client';

import { Switch } from '@/components/ui/switch';
import type { ElementId } from '@/lib/document';
import { adHocBpmn } from '@/lib/elements/ad-hoc-sub-process/bpmn';
import { FeelField } from '../fields/feel-field';
import { DraftText } from '../fields/text';
import { Section } from '../section';
import { useElement } from '../use-element';

/** In which order the steps of an ad-hoc sub-process are done, and when it is over. */
export function AdHocSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, adHocBpmn);
  return (
    <Section title="Steps in any order" number={1} level={3}>
      <div className="flex flex-col gap-2">
        <Switch
          label="One after the other"
          checked={view.sequential}
          onCheckedChange={(sequential) => set({ sequential })}
        />
        <FeelField
          label="Steps to begin with"
          mode="expression"
          element={id}
          field="activeElements"
          placeholder="all"
          hint="A list of their ids"
          value={view.activeElements}
          onCommit={(activeElements) => set({ activeElements }, 'activeElements')}
        />
        <FeelField
          label="Done when"
          mode="expression"
          element={id}
          field="completionCondition"
          placeholder="nothing is left to do"
          value={view.completionCondition}
          onCommit={(completionCondition) => set({ completionCondition }, 'completionCondition')}
        />
        <Switch
          label="Stops what still runs then"
          checked={view.cancelRemaining}
          onCheckedChange={(cancelRemaining) => set({ cancelRemaining })}
        />
        <DraftText
          label="List of results"
          mono
          field="outputCollection"
          value={view.outputCollection}
          onCommit={(outputCollection) => set({ outputCollection }, 'outputCollection')}
        />
        <FeelField
          label="Result of each step"
          mode="expression"
          element={id}
          field="outputElement"
          value={view.outputElement}
          onCommit={(outputElement) => set({ outputElement }, 'outputElement')}
        />
      </div>
    </Section>
  );
}

'use client';

import type { ElementId } from '@/lib/document';
import { processBpmn } from '@/lib/elements/process/bpmn';
import { DraftText } from '../fields/text';
import { Section } from '../section';
import { useElement } from '../use-element';
import { useDirectory } from './use-directory';
import { whoProblem } from './who-check';

/** Who may start a process, by hand or over the API. */
export function StartersSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, processBpmn);
  const directory = useDirectory();
  const everybody = !view.starterPeople && !view.starterGroups;
  return (
    <Section title="Who may start it" level={3} meta={everybody ? 'every operator' : 'only these'}>
      <div className="flex flex-col gap-2">
        <DraftText
          label="People"
          field="starterPeople"
          placeholder="mia@example.org, jonas@example.org"
          value={view.starterPeople}
          error={whoProblem(view.starterPeople, 'person', directory)}
          onCommit={(starterPeople) => set({ starterPeople }, 'starterPeople')}
        />
        <DraftText
          label="Groups"
          field="starterGroups"
          placeholder="finance, managers"
          value={view.starterGroups}
          error={whoProblem(view.starterGroups, 'group', directory)}
          hint="Of those whose role lets them start processes. Timers, messages and calls of other processes start it all the same."
          onCommit={(starterGroups) => set({ starterGroups }, 'starterGroups')}
        />
      </div>
    </Section>
  );
}

'use client';

import { Switch } from '@/components/ui/switch';
import type { ElementId } from '@/lib/document';
import { complexGateway } from '@/lib/elements/complex-gateway/spec';
import { eventBasedGateway } from '@/lib/elements/event-based-gateway/spec';
import { FeelField } from '../fields/feel-field';
import { Section } from '../section';
import { useElement } from '../use-element';
import { GatewaySection } from './flow';

/** When a complex gateway goes on, and where to. */
export function ComplexSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, complexGateway.bpmn);
  return (
    <>
      <Section title="Goes on" number={1} level={3}>
        <FeelField
          label="Condition on what has arrived"
          mode="expression"
          element={id}
          field="activationCondition"
          placeholder="activationCount >= 2"
          hint="Empty: when everything that can arrive has arrived"
          value={view.activationCondition}
          onCommit={(activationCondition) => set({ activationCondition }, 'activationCondition')}
        />
      </Section>
      <GatewaySection id={id} />
    </>
  );
}

/** Whether an event-based gateway begins an instance. */
export function EventGatewaySection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, eventBasedGateway.bpmn);
  return (
    <Section title="Waits for the first" number={1} level={3}>
      <div className="flex flex-col gap-2">
        <Switch
          label="Starts the process"
          hint="What happens first begins a new instance"
          checked={view.instantiate}
          onCheckedChange={(instantiate) => set({ instantiate, parallel: instantiate && view.parallel })}
        />
        {view.instantiate && (
          <Switch
            label="Needs all of them"
            hint="The others are waited for in the instance that the first began"
            checked={view.parallel}
            onCheckedChange={(parallel) => set({ parallel })}
          />
        )}
      </div>
    </Section>
  );
}

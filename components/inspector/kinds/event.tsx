'use client';

import { useEditor } from '@/components/designer/store/context';
import { Switch } from '@/components/ui/switch';
import { type ElementId, get } from '@/lib/document';
import { boundaryEvent } from '@/lib/elements/boundary-event/spec';
import { eventBinding } from '@/lib/elements/event/binding';
import { startEvent } from '@/lib/elements/start-event/spec';
import { StartersSection } from '../late-parts';
import { Section } from '../section';
import { useElement } from '../use-element';
import { EventFields } from './event-fields';
import { FormBuilder } from './form-builder';

/** What an event waits for or throws. */
export function EventSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, eventBinding);
  const sends = useEditor((state) => /Throw|End/.test(get(state.history.present, id)?.type ?? ''));
  if (view.trigger === 'terminate')
    return <p className="text-muted">Ends all paths of the process at once.</p>;
  if (view.trigger === 'cancel') return <p className="text-muted">Cancels the transaction around it.</p>;
  if (view.trigger === 'none') return null;
  return (
    <Section title={sends ? 'Throws' : 'Waits for'} number={1} level={3}>
      <EventFields id={id} view={view} sends={sends} set={set} />
    </Section>
  );
}

/** What an event on the border of a step reacts to, and whether the step is stopped. */
export function BoundarySection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, boundaryEvent.bpmn);
  const always = ['error', 'cancel', 'compensation'].includes(view.trigger);
  return (
    <Section title="When" number={1} level={3}>
      <div className="flex flex-col gap-2">
        <EventFields id={id} view={view} sends={false} set={set} />
        {!always && (
          <Switch
            label="Stops the step"
            hint="Otherwise the step goes on beside it"
            checked={view.interrupting}
            onCheckedChange={(interrupting) => set({ interrupting })}
          />
        )}
      </div>
    </Section>
  );
}

/** What is asked before the process starts, or what starts it. */
export function StartSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, startEvent.bpmn);
  const inEventSubProcess = useEditor((state) => {
    const document = state.history.present;
    return get(document, get(document, id)?.parent)?.attrs.triggeredByEvent === true;
  });
  const process = useEditor((state) => {
    const around = get(state.history.present, get(state.history.present, id)?.parent);
    return around?.type === 'bpmn:Process' ? around.id : undefined;
  });
  if (view.trigger === 'none')
    return (
      <>
        <Section title="Start form" number={1} level={3}>
          <FormBuilder value={view.form} onCommit={(json) => set({ form: { ...view.form, json } }, 'form')} />
        </Section>
        {process && <StartersSection id={process} />}
      </>
    );
  return (
    <Section title="Starts on" number={1} level={3}>
      <div className="flex flex-col gap-2">
        <EventFields id={id} view={view} sends={false} set={set} />
        {inEventSubProcess && (
          <Switch
            label="Interrupts"
            hint="Otherwise what runs around it goes on"
            checked={view.interrupting}
            onCheckedChange={(interrupting) => set({ interrupting })}
          />
        )}
      </div>
    </Section>
  );
}

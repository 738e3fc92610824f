'use client';

import { useEditor } from '@/components/designer/store/context';
import { Section } from '@/components/ui/section';
import { type ElementId, get } from '@/lib/document';
import { messageTaskBinding } from '@/lib/elements/receive-task/binding';
import type { MessageView } from '@/lib/triggers/message/bpmn';
import { FeelField } from '../fields/feel-field';
import { DraftText } from '../fields/text';
import { useElement } from '../use-element';

/** The message of a task that sends or receives. */
export function MessageTaskSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, messageTaskBinding);
  const sends = useEditor((state) => get(state.history.present, id)?.type === 'bpmn:SendTask');
  return (
    <Section title="Message" number={1} level={3}>
      <MessageFields
        id={id}
        view={view.message}
        sends={sends}
        onChange={(message, field) => set({ message }, field)}
      />
    </Section>
  );
}

/** How a message is called and whom it reaches. */
export function MessageFields({
  id,
  view,
  sends,
  onChange,
}: {
  id: ElementId;
  view: MessageView;
  sends: boolean;
  onChange: (view: MessageView, field?: string) => void;
}) {
  return (
    <div className="flex flex-col gap-2">
      <FeelField
        label="Message"
        element={id}
        field="message.name"
        hint="Sender and receiver find each other by it. Empty: the message flow names it."
        value={view.name}
        onCommit={(name) => onChange({ ...view, name }, 'message')}
      />
      <FeelField
        label="Correlation key"
        mode="expression"
        element={id}
        field="message.correlationKey"
        placeholder="orderId"
        hint="What both ends have in common, such as a number"
        value={view.correlationKey}
        onCommit={(correlationKey) => onChange({ ...view, correlationKey }, 'message')}
      />
      {sends && (
        <DraftText
          label="Kept for"
          mono
          field="message.timeToLive"
          placeholder="PT1H"
          hint="How long it waits for a receiver, as a duration"
          value={view.timeToLive}
          onCommit={(timeToLive) => onChange({ ...view, timeToLive }, 'message')}
        />
      )}
    </div>
  );
}

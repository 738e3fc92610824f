'use client';

import { useEditor } from '@/components/designer/store/context';
import { type ElementId, get } from '@/lib/document';
import { messageTaskBinding } from '@/lib/elements/receive-task/binding';
import type { MessageView } from '@/lib/triggers/message/bpmn';
import { FieldList } from '../fields/field-list';
import { Section } from '../section';
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
      <FieldList
        id={id}
        view={view}
        under="message"
        set={(change) => onChange({ ...view, ...change }, 'message')}
        fields={[
          {
            name: 'name',
            label: 'Message',
            hint: 'Sender and receiver find each other by it. Empty: the message flow names it.',
          },
          {
            name: 'correlationKey',
            label: 'Correlation key',
            as: 'expression',
            placeholder: 'orderId',
            hint: 'What both ends have in common, such as a number',
          },
          ...(sends ? [TIME_TO_LIVE] : []),
        ]}
      />
    </div>
  );
}

const TIME_TO_LIVE = {
  name: 'timeToLive',
  label: 'Kept for',
  as: 'text',
  placeholder: 'PT1H',
  hint: 'How long it waits for a receiver, as a duration',
} as const;

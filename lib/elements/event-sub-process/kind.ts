import { defineKind } from '../define';

export const eventSubProcessKind = defineKind({
  kind: 'event-sub-process',
  category: 'container',
  label: 'Event sub-process',
  description: 'Runs when its event happens while the process or sub-process around it is active.',
  bpmnTypes: ['bpmn:SubProcess'],
  match: (_document, element) => element.attrs.triggeredByEvent === true,
  ports: { incoming: false, outgoing: false },
  size: { width: 350, height: 200 },
  variants: [
    {
      id: 'event-sub-process',
      label: 'Event sub-process',
      seed: { type: 'bpmn:SubProcess', attrs: { triggeredByEvent: true } },
    },
  ],
  morphGroup: 'activity',
  executable: true,
});

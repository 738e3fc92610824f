import { defineKind } from '../define';
import { boundaryVariants } from './variants';

export const boundaryEventKind = defineKind({
  kind: 'boundary-event',
  category: 'event',
  label: 'Border event',
  description:
    'Reacts while a step is running: after some time, to a message, or when it fails with an error.',
  bpmnTypes: ['bpmn:BoundaryEvent'],
  ports: { incoming: false, outgoing: true },
  size: { width: 36, height: 36 },
  variants: boundaryVariants,
  morphGroup: 'boundary',
  executable: true,
});

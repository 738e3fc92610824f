import { z } from 'zod';
import { eventAudit } from '@/lib/triggers/audit';
import { explainPosition } from '@/lib/triggers/explain';
import { eventView, triggerName } from '@/lib/triggers/view';
import { defineElement } from '../define';
import { interruptingBinding } from '../event/binding';
import { boundaryHost, boundaryLeadsOn } from './rules';
import { boundaryVariants } from './variants';

export const boundaryEventSchema = eventView.extend({
  /** Whether the step is stopped when it happens; errors and cancellation always stop it. */
  interrupting: z.boolean().default(true),
});
export type BoundaryEventView = z.infer<typeof boundaryEventSchema>;

export const boundaryEvent = defineElement({
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
  notExecutable: explainPosition,
  schema: boundaryEventSchema,
  bpmn: interruptingBinding<BoundaryEventView>('cancelActivity'),
  compiler: { behavior: 'boundary-event', compile: () => ({}) },
  rules: [boundaryHost, boundaryLeadsOn],
  producesAnything: (document, element) => /message|signal|multiple/.test(triggerName(document, element.id)),
  audit: eventAudit,
});

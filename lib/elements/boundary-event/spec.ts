import { z } from 'zod';
import { eventAudit } from '@/lib/triggers/audit';
import { explainPosition } from '@/lib/triggers/explain';
import { eventView, triggerName } from '@/lib/triggers/view';
import { defineElement } from '../define';
import { interruptingBinding } from '../event/binding';
import { boundaryEventKind } from './kind';
import { boundaryHost, boundaryLeadsOn } from './rules';

export const boundaryEventSchema = eventView.extend({
  /** Whether the step is stopped when it happens; errors and cancellation always stop it. */
  interrupting: z.boolean().default(true),
});
export type BoundaryEventView = z.infer<typeof boundaryEventSchema>;

export const boundaryEvent = defineElement({
  ...boundaryEventKind,
  notExecutable: explainPosition,
  schema: boundaryEventSchema,
  bpmn: interruptingBinding<BoundaryEventView>('cancelActivity'),
  compiler: { behavior: 'boundary-event', compile: () => ({}) },
  rules: [boundaryHost, boundaryLeadsOn],
  producesAnything: (document, element) => /message|signal|multiple/.test(triggerName(document, element.id)),
  audit: eventAudit,
});

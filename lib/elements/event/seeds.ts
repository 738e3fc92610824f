import type { Seed } from '../define';

/** Event definitions that a newly drawn event begins with, by trigger. */
const DEFINITIONS = {
  timer: 'Timer',
  message: 'Message',
  signal: 'Signal',
  error: 'Error',
  escalation: 'Escalation',
  conditional: 'Conditional',
  compensation: 'Compensate',
  cancel: 'Cancel',
  terminate: 'Terminate',
  link: 'Link',
} as const;
export type Drawable = keyof typeof DEFINITIONS;

/** An event as it is drawn, with its triggers. A timer waits an hour until told otherwise. */
export function eventSeed(type: string, triggers: readonly Drawable[], attrs?: Seed['attrs']): Seed {
  const eventDefinitions = triggers.map((trigger): Seed => {
    const definition: Seed = { type: `bpmn:${DEFINITIONS[trigger]}EventDefinition` };
    return trigger === 'timer' ? { ...definition, values: { timeDuration: HOUR } } : definition;
  });
  return { type, ...(attrs ? { attrs } : {}), children: { eventDefinitions } };
}

const HOUR = { $type: 'bpmn:FormalExpression', body: 'PT1H' };

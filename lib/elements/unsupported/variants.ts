import type { Seed, Variant } from '../define';

const EVENT_TYPES = {
  start: 'bpmn:StartEvent',
  catch: 'bpmn:IntermediateCatchEvent',
  throw: 'bpmn:IntermediateThrowEvent',
  end: 'bpmn:EndEvent',
  boundary: 'bpmn:BoundaryEvent',
} as const;
type Position = keyof typeof EVENT_TYPES;

/** Which positions an event definition may take by the standard (BPMN 2.0.2, table 10.93). */
const EVENTS: Record<string, readonly Position[]> = {
  Message: ['start', 'catch', 'throw', 'end', 'boundary'],
  Timer: ['start'],
  Signal: ['start', 'catch', 'throw', 'end', 'boundary'],
  Conditional: ['start', 'catch', 'boundary'],
  Escalation: ['throw', 'end', 'boundary'],
  Compensate: ['throw', 'end', 'boundary'],
  Link: ['catch', 'throw'],
};

const OTHERS: readonly (readonly [string, string, Seed['attrs']?])[] = [
  ['Inclusive gateway', 'bpmn:InclusiveGateway'],
  ['Event-based gateway', 'bpmn:EventBasedGateway'],
  ['Complex gateway', 'bpmn:ComplexGateway'],
  ['Receive task', 'bpmn:ReceiveTask'],
  ['Call activity', 'bpmn:CallActivity'],
  ['Event sub-process', 'bpmn:SubProcess', { triggeredByEvent: true }],
  ['Transaction', 'bpmn:Transaction'],
  ['Ad-hoc sub-process', 'bpmn:AdHocSubProcess'],
];

const POSITION_LABELS: Record<Position, string> = {
  start: 'start',
  catch: 'catch event',
  throw: 'throw event',
  end: 'end',
  boundary: 'border event',
};

const eventVariants = Object.entries(EVENTS).flatMap(([trigger, positions]) =>
  positions.map((position): Variant => {
    const definition = `bpmn:${trigger}EventDefinition`;
    return {
      id: `unsupported.${trigger.toLowerCase()}-${position}`,
      label: `${trigger === 'Compensate' ? 'Compensation' : trigger} ${POSITION_LABELS[position]}`,
      seed: { type: EVENT_TYPES[position], children: { eventDefinitions: [{ type: definition }] } },
    };
  }),
);

const otherVariants = OTHERS.map(
  ([label, type, attrs]): Variant => ({
    id: `unsupported.${label.toLowerCase().replace(/\s+/g, '-')}`,
    label,
    seed: { type, ...(attrs ? { attrs } : {}) },
  }),
);

/** Everything BPMN has that can be drawn but not run yet. */
export const unsupportedVariants: readonly Variant[] = [...eventVariants, ...otherVariants];

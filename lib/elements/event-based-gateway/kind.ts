import { defineKind } from '../define';

const TYPE = 'bpmn:EventBasedGateway';

export const eventBasedGatewayKind = defineKind({
  kind: 'event-based-gateway',
  category: 'gateway',
  label: 'Event-based',
  description: 'Waits for the events that follow and goes on with the one that happens first.',
  bpmnTypes: [TYPE],
  ports: { incoming: true, outgoing: true },
  size: { width: 50, height: 50 },
  variants: [
    { id: 'event-based-gateway', label: 'Event-based gateway', seed: { type: TYPE } },
    {
      id: 'event-based-gateway.instantiate',
      label: 'Event-based gateway, starts the process',
      seed: { type: TYPE, attrs: { instantiate: true } },
    },
    {
      id: 'event-based-gateway.parallel',
      label: 'Event-based gateway, starts the process and needs all',
      seed: { type: TYPE, attrs: { instantiate: true, eventGatewayType: 'Parallel' } },
    },
  ],
  morphGroup: 'gateway',
  executable: true,
});

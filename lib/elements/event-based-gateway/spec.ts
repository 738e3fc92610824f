import { z } from 'zod';
import { mustGet } from '@/lib/document';
import { defineElement } from '../define';
import { instantiatesProcess } from '../receive-task/rules';
import { compileEventBasedGateway, isParallel } from './compile';

const TYPE = 'bpmn:EventBasedGateway';

const schema = z.object({
  /** Begins an instance with what it waits for. */
  instantiate: z.boolean().default(false),
  /** All of what follows is needed, not the first only; where it begins an instance. */
  parallel: z.boolean().default(false),
});

export const eventBasedGateway = defineElement({
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
  schema,
  bpmn: {
    read(document, id) {
      const element = mustGet(document, id);
      return { instantiate: element.attrs.instantiate === true, parallel: isParallel(element) };
    },
    write: (view, _document, id) => ({
      update: {
        [id]: {
          attrs: {
            instantiate: view.instantiate || null,
            eventGatewayType: view.parallel ? 'Parallel' : null,
          },
        },
      },
    }),
  },
  compiler: { behavior: 'event-based-gateway', compile: compileEventBasedGateway },
  rules: [instantiatesProcess],
});

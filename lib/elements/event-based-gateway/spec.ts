import { z } from 'zod';
import { mustGet } from '@/lib/document';
import { defineElement } from '../define';
import { instantiatesProcess } from '../receive-task/rules';
import { compileEventBasedGateway, isParallel } from './compile';
import { eventBasedGatewayKind } from './kind';

const schema = z.object({
  /** Begins an instance with what it waits for. */
  instantiate: z.boolean().default(false),
  /** All of what follows is needed, not the first only; where it begins an instance. */
  parallel: z.boolean().default(false),
});

export const eventBasedGateway = defineElement({
  ...eventBasedGatewayKind,
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

import { z } from 'zod';
import { get, mustGet, ref } from '@/lib/document';
import { defineElement } from '../define';
import { poolKind } from './kind';

/** Whether the pool's process runs; a pool without a process only shows a partner. */
const schema = z.object({ isExecutable: z.boolean().default(false) });

export const pool = defineElement({
  ...poolKind,
  schema,
  bpmn: {
    read(document, id) {
      const process = get(document, ref(mustGet(document, id), 'processRef'));
      return { isExecutable: process?.attrs.isExecutable === true };
    },
    write(view, document, id) {
      const process = get(document, ref(mustGet(document, id), 'processRef'));
      return process ? { update: { [process.id]: { attrs: { isExecutable: view.isExecutable } } } } : {};
    },
  },
});

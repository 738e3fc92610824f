import { z } from 'zod';
import { get, mustGet, ref } from '@/lib/document';
import { defineElement } from '../define';

/** Whether the pool's process runs; a pool without a process only shows a partner. */
const schema = z.object({ isExecutable: z.boolean().default(false) });

export const pool = defineElement({
  kind: 'pool',
  category: 'container',
  label: 'Pool',
  description: 'One participant with its process; several pools show who works with whom.',
  bpmnTypes: ['bpmn:Participant'],
  ports: { incoming: false, outgoing: false },
  size: { width: 600, height: 250 },
  variants: [
    { id: 'pool', label: 'Pool', seed: { type: 'bpmn:Participant' }, primary: true },
    { id: 'pool.black-box', label: 'Pool without its process (partner)', seed: { type: 'bpmn:Participant' } },
  ],
  executable: true,
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

import { z } from 'zod';
import { ref } from '@/lib/document';
import { defineTrigger } from '../define';
import { catchCompensation, throwCompensation } from './compile';

/** Undoes completed activities, the last first. */
export const compensation = defineTrigger({
  name: 'compensation',
  type: 'bpmn:CompensateEventDefinition',
  label: 'compensation',
  view: z.object({
    /** Id of the one activity to undo; empty: everything in the scope. */
    activity: z.string().default(''),
    /** Whether the path goes on only when everything is undone. */
    wait: z.boolean().default(true),
  }),
  read: (_document, definition) => ({
    activity: ref(definition, 'activityRef') ?? '',
    wait: definition.attrs.waitForCompletion !== false,
  }),
  write: (view, _document, definition) => ({
    update: {
      [definition.id]: {
        refs: { activityRef: view.activity || null },
        attrs: { waitForCompletion: view.wait ? null : false },
      },
    },
  }),
  catches: catchCompensation,
  throws: throwCompensation,
});

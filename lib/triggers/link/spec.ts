import { z } from 'zod';
import { nameOf } from '@/lib/document';
import { defineTrigger } from '../define';
import { catchLink, throwLink } from './compile';

/** Goes on elsewhere on the same page, as if a path were drawn. */
export const link = defineTrigger({
  name: 'link',
  type: 'bpmn:LinkEventDefinition',
  label: 'link',
  view: z.object({
    /** Shared by the two ends; empty: the event's own name. */
    name: z.string().default(''),
  }),
  read: (_document, definition) => ({ name: nameOf(definition) }),
  write: (view, _document, definition) => ({
    update: { [definition.id]: { attrs: { name: view.name.trim() || null } } },
  }),
  catches: catchLink,
  throws: throwLink,
});

import { z } from 'zod';
import { expressionText } from '@/lib/document';
import { defineTrigger } from '../define';
import { catchCondition } from './compile';

/** Happens when a condition becomes true. */
export const conditional = defineTrigger({
  name: 'conditional',
  type: 'bpmn:ConditionalEventDefinition',
  label: 'condition',
  view: z.object({
    /** FEEL, with or without `=`. */
    condition: z.string().default(''),
  }),
  read: (_document, definition) => ({ condition: (expressionText(definition, 'condition') ?? '').trim() }),
  write(view, _document, definition) {
    if ((expressionText(definition, 'condition') ?? '').trim() === view.condition.trim()) return {};
    const body = view.condition.trim();
    const condition = body === '' ? null : { $type: 'bpmn:FormalExpression', body };
    return { update: { [definition.id]: { values: { condition } } } };
  },
  catches: catchCondition,
});

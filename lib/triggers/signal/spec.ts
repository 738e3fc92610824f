import { z } from 'zod';
import type { DocElement } from '@/engine/compile/document';
import type { CompileContext } from '@/engine/compile/registry';
import type { Expression } from '@/engine/core/model';
import { defineTrigger } from '../define';
import { type Shared, sharedValue, writeShared } from '../root-elements';
import { unnamed } from '../unnamed';

const SIGNAL: Shared = { type: 'bpmn:Signal', property: 'signalRef', attribute: 'name' };

/** Reaches everybody who waits for it, in every instance. */
export const signal = defineTrigger({
  name: 'signal',
  type: 'bpmn:SignalEventDefinition',
  label: 'signal',
  view: z.object({
    /** Text, or FEEL after `=`. */
    name: z.string().default(''),
  }),
  read: (document, definition) => ({ name: sharedValue(document, definition, SIGNAL) ?? '' }),
  write: (view, document, definition) => writeShared(view.name.trim(), document, definition, SIGNAL),
  catches: (context, definition) => [{ type: 'signal', name: nameOf(context, definition) }],
  throws: (context, definition) => [{ type: 'signal', name: nameOf(context, definition) }],
});

function nameOf(context: CompileContext, definition: DocElement): Expression {
  const name = sharedValue(context.document, definition, SIGNAL);
  return name === undefined
    ? unnamed(context, 'signal')
    : context.expression(name, 'signal.name', { syntax: 'juel' });
}

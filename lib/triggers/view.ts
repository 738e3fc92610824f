import { z } from 'zod';
import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { eventDefinitionsOf, mustGet } from '@/lib/document';
import { type DocumentPatch, joinPatches } from '@/lib/elements/patch';
import { TRIGGER_NAMES, type TriggerName, type TriggerSpec } from './define';
import { triggerOf, triggers } from './registry';

/** What is edited of an event: which triggers it has, and of each its own fields. */
export const eventView = z.object({
  trigger: z.enum([...TRIGGER_NAMES, 'multiple']).default('none'),
  timer: triggers.timer.view!.optional(),
  message: triggers.message.view!.optional(),
  signal: triggers.signal.view!.optional(),
  error: triggers.error.view!.optional(),
  escalation: triggers.escalation.view!.optional(),
  conditional: triggers.conditional.view!.optional(),
  compensation: triggers.compensation.view!.optional(),
  link: triggers.link.view!.optional(),
});
export type EventView = z.infer<typeof eventView>;

/** The triggers of an event; of several of one kind the first is shown. */
export function readEvent(document: ProcessDocument, id: string): EventView {
  const event = mustGet(document, id);
  const found = definitionsByName(document, id);
  const parts = [...found].flatMap(([name, definition]) => {
    const spec = triggers[name] as TriggerSpec;
    return spec.read ? [[name, spec.read(document, definition, event)] as const] : [];
  });
  return { trigger: triggerName(document, id), ...Object.fromEntries(parts) };
}

/** Changes the fields of the triggers an event has; which ones it has is changed by morphing. */
export function writeEvent(view: EventView, document: ProcessDocument, id: string): DocumentPatch {
  const event = mustGet(document, id);
  let patch: DocumentPatch = {};
  for (const [name, definition] of definitionsByName(document, id)) {
    const part = (view as Partial<Record<TriggerName, unknown>>)[name];
    const spec = triggers[name] as TriggerSpec;
    if (part !== undefined && spec.write)
      patch = joinPatches(patch, spec.write(part, document, definition, event));
  }
  return patch;
}

/** What an event is called by its definitions. */
export function triggerName(document: ProcessDocument, id: string): EventView['trigger'] {
  const definitions = eventDefinitionsOf(document, id);
  if (definitions.length > 1) return 'multiple';
  const [definition] = definitions;
  return definition ? (triggerOf(definition)?.name ?? 'none') : 'none';
}

function definitionsByName(document: ProcessDocument, id: string): Map<TriggerName, DocElement> {
  const found = new Map<TriggerName, DocElement>();
  for (const definition of eventDefinitionsOf(document, id)) {
    const name = triggerOf(definition)?.name;
    if (name && !found.has(name)) found.set(name, definition);
  }
  return found;
}

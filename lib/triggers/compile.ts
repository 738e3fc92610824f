import type { DocElement } from '@/engine/compile/document';
import type { CompileContext } from '@/engine/compile/registry';
import type { Throw, Trigger } from '@/engine/core/triggers';
import { eventDefinitionsOf } from '@/lib/document';
import { receiveMessage, sendMessage } from './message/compile';
import { POSITIONS, positionOf } from './positions';
import { triggerOf } from './registry';

const CATCHING = /^bpmn:(?:StartEvent|IntermediateCatchEvent|BoundaryEvent)$/;
const THROWING = /^bpmn:(?:IntermediateThrowEvent|EndEvent)$/;

/** What an event or a receive task waits for; a definition that may not stand there is left out. */
export function triggersOf(context: CompileContext): Trigger[] {
  const { element } = context;
  if (element.type === 'bpmn:ReceiveTask') return receiveMessage(context, element);
  if (!CATCHING.test(element.type)) return [];
  const definitions = legal(context);
  if (element.attrs.parallelMultiple === true && definitions.length > 1) reportThrown(context, definitions);
  return definitions.flatMap((definition) => triggerOf(definition)?.catches?.(context, definition) ?? []);
}

/** What is thrown passes at once: nobody can wait for it together with something else. */
function reportThrown({ report }: CompileContext, definitions: readonly DocElement[]): void {
  for (const definition of definitions) {
    const trigger = triggerOf(definition);
    if (!trigger || !THROWN.has(trigger.name)) continue;
    const message = `An event that waits for all of several things can’t wait for the event “${trigger.label}”, which passes at once. Let one of them be enough, or draw an event of its own for it.`;
    report('error', 'event-trigger', message);
  }
}

const THROWN: ReadonlySet<string> = new Set(['error', 'escalation', 'compensation', 'cancel']);

/** What an event or a send task throws; the given definitions are thrown while an activity goes on. */
export function throwsOf(context: CompileContext, definitions?: readonly DocElement[]): Throw[] {
  const { element } = context;
  if (definitions) return definitions.flatMap((definition) => besideActivity(context, definition));
  if (element.type === 'bpmn:SendTask') return sendMessage(context, element);
  if (!THROWING.test(element.type)) return [];
  const thrown = legal(context).flatMap(
    (definition) => triggerOf(definition)?.throws?.(context, definition) ?? [],
  );
  return thrown.sort((a, b) => LAST.indexOf(a.type) - LAST.indexOf(b.type));
}

/**
 * All that a multiple event names happens (BPMN 2.0.2, 10.5.3), in the order of the file but for these: they may end the
 * event or its scope, so that what came after them would be lost.
 */
const LAST: readonly Throw['type'][] = ['compensation', 'escalation', 'terminate', 'cancel', 'error'];

/** What a multi-instance throws while its instances complete must be an event that may be thrown in the middle. */
function besideActivity(context: CompileContext, definition: DocElement): Throw[] {
  const trigger = triggerOf(definition);
  if (trigger && trigger.name !== 'link' && POSITIONS[trigger.name].includes('throw'))
    return trigger.throws?.(context, definition) ?? [];
  context.report(
    'error',
    'loop-event',
    `A repetition can’t throw ${trigger ? `the event “${trigger.label}”` : 'this event'} while it goes on. Use a signal, a message or an escalation.`,
    'loop.behavior',
  );
  return [];
}

/** The definitions that may stand where the event does; the others are reported with the event itself. */
function legal({ document, element }: CompileContext): DocElement[] {
  const position = positionOf(document, element);
  return eventDefinitionsOf(document, element.id).filter((definition) => {
    const trigger = triggerOf(definition);
    return trigger !== undefined && position !== undefined && POSITIONS[trigger.name].includes(position);
  });
}

import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { eventDefinitionsOf, refList } from '@/lib/document';
import { POSITIONS, type Position, positionOf } from './positions';
import { triggerOf } from './registry';

const PLACES: Record<Position, string> = {
  start: 'start a process',
  'inner-start': 'start a sub-process',
  'event-sub-process': 'start an event sub-process',
  'event-sub-process-beside': 'start an event sub-process without interrupting what runs',
  catch: 'be waited for in the middle of a path',
  boundary: 'be caught on the border of a step',
  'boundary-beside': 'be caught on the border of a step without stopping it',
  throw: 'be thrown in the middle of a path',
  end: 'be thrown at an end',
};

/** In plain words why an event can't be what it is where it is (BPMN 2.0.2, table 10.93); null when it can. */
export function explainPosition(document: ProcessDocument, element: DocElement): string | null {
  const position = positionOf(document, element);
  if (position === undefined) return null;
  const definitions = eventDefinitionsOf(document, element.id);
  const written = element.children.eventDefinitions?.length ?? 0;
  if (definitions.length < written + refList(element, 'eventDefinitionRef').length)
    return 'This event refers to an event definition that the file doesn’t contain.';
  if (definitions.length === 0) return explainNone(position);
  for (const definition of definitions) {
    const trigger = triggerOf(definition);
    if (!trigger) return `Events of the type ${definition.type} are drawn and kept, but can’t run here yet.`;
    if (!POSITIONS[trigger.name].includes(position))
      return `BPMN doesn’t let ${article(trigger.label)} ${PLACES[position]}.${instead(position)}`;
    if (trigger.name === 'link' && definitions.length > 1)
      return 'A link can’t be one of several triggers of an event: draw an event of its own for it.';
  }
  return null;
}

const explainNone = (position: Position): string | null =>
  POSITIONS.none.includes(position)
    ? null
    : `This event doesn’t say what it waits for. Choose what triggers it: a timer, a message or another event.`;

function instead(position: Position): string {
  if (position === 'inner-start') return ' Use a plain start event, or make it an event sub-process.';
  return position.endsWith('-beside') ? ' Make it interrupting.' : '';
}

const article = (label: string): string => `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`;

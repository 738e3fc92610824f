import { definitionsOf } from '../events';
import { isEventSubProcess, type Scope, type ScopeNode } from '../flow-model';
import { rule } from './rule';

interface Position {
  /** How the problem names it. */
  name: string;
  allowed: RegExp;
  constraint: string;
  /** Must have a trigger. */
  triggered?: true;
}

const only = (kinds: string) => new RegExp(`^bpmn:(?:${kinds})EventDefinition$`);

/** Which event definitions each position may have (BPMN 2.0.2, table 10.93). */
const POSITIONS: Record<string, Position> = {
  start: {
    name: 'start of a process',
    allowed: only('Message|Timer|Conditional|Signal'),
    constraint: 'EXT.098',
  },
  subStart: { name: 'start of a sub-process', allowed: /^$/, constraint: 'EXT.100' },
  'bpmn:EndEvent': {
    name: 'end event',
    allowed: only('Message|Escalation|Error|Cancel|Compensate|Signal|Terminate'),
    constraint: 'EXT.146',
  },
  'bpmn:IntermediateCatchEvent': {
    name: 'waiting event',
    allowed: only('Message|Timer|Conditional|Link|Signal'),
    constraint: 'EXT.148',
  },
  'bpmn:IntermediateThrowEvent': {
    name: 'throwing event',
    allowed: only('Message|Escalation|Compensate|Link|Signal'),
    constraint: 'EXT.149',
  },
  'bpmn:BoundaryEvent': {
    name: 'event on a border',
    allowed: only('Message|Timer|Escalation|Error|Cancel|Compensate|Conditional|Signal'),
    constraint: 'EXT.110',
    triggered: true,
  },
};

/** An event with a trigger that means nothing where it stands. */
export const eventTriggers = rule('event-trigger', ({ document, model }, report) => {
  for (const node of model.nodes.values()) {
    if (!model.executable.has(node.process)) continue;
    const position = positionOf(node, model.scopes.get(node.scope));
    if (!position) continue;
    const definitions = definitionsOf(document, node.element);
    const constraints = [position.constraint];
    if (position.triggered && definitions.length === 0)
      report('error', node.element, 'This event never happens: choose what triggers it.', { constraints });
    const strange = definitions.filter(({ type }) => !position.allowed.test(type));
    if (strange.length === 0) continue;
    const kinds = strange.map(
      ({ type }) => `“${type.replace(/^bpmn:|EventDefinition$/g, '').toLowerCase()}”`,
    );
    const mean = strange.length === 1 ? 'means' : 'mean';
    const message = `${kinds.join(', ')} ${mean} nothing for the ${position.name}. Choose another trigger.`;
    const uncaught =
      position.constraint === 'EXT.148' &&
      strange.some(({ type }) => type === 'bpmn:CompensateEventDefinition');
    report('error', node.element, message, {
      constraints: uncaught ? ['EXT.122', ...constraints] : constraints,
    });
  }
});

function positionOf({ element }: ScopeNode, scope: Scope | undefined): Position | undefined {
  if (element.type !== 'bpmn:StartEvent') return POSITIONS[element.type];
  if (scope && isEventSubProcess(scope.element)) return undefined;
  return scope?.element.type === 'bpmn:Process' ? POSITIONS.start : POSITIONS.subStart;
}

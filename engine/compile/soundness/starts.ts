import { startNodes } from '../compile';
import type { ElementId } from '../document';
import { isInterrupting } from '../events';
import type { Scope, ScopeNode } from '../flow-model';
import { type Building, leaving, received } from './build';
import type { PlaceId } from './net';

/** A process begins once: at one of its start events, at a step that waits for its first message, or at its loose ends. */
export function addProcessStart(building: Building, process: ElementId): void {
  const { places, net } = building;
  const scope = places.scope(process);
  if (!scope) return;
  const waiting = net.place('control', '', process);
  net.net.initial.push(waiting);
  const events = listeners(building, scope);
  const starts = scope.nodes.filter(({ element }) => element.type === 'bpmn:StartEvent');
  for (const start of starts)
    for (const message of received(building, start))
      for (const { put } of leaving(building, start))
        net.step(start.id, { take: [waiting, ...message], put: [...put, ...events] });
  const instantiating = scope.nodes.filter(
    ({ element, incoming }) => element.attrs.instantiate === true && incoming.length === 0,
  );
  for (const node of instantiating)
    net.step(node.id, { take: [waiting], put: [places.entry(node), ...events] });
  if (starts.length + instantiating.length === 0)
    net.step(process, { take: [waiting], put: [...looseEnds(building, scope), ...events] });
}

/** What is marked when a sub-process starts. */
export function scopeStart(building: Building, scope: Scope): PlaceId[] {
  const { places, drawing } = building;
  const [start] = startNodes(scope).flatMap((id) => drawing.model.nodes.get(id) ?? []);
  const events = listeners(building, scope);
  if (start?.element.type !== 'bpmn:StartEvent') return [...looseEnds(building, scope), ...events];
  return [...start.outgoing.map((flow) => places.of(flow)), ...events];
}

function looseEnds({ places, drawing }: Building, scope: Scope): PlaceId[] {
  return startNodes(scope)
    .flatMap((id) => drawing.model.nodes.get(id) ?? [])
    .filter(({ element }) => element.type !== 'bpmn:StartEvent')
    .map((node) => places.entry(node));
}

/** Marked together with a scope: its event sub-processes listen, and those that happen once haven't. */
function listeners({ places }: Building, scope: Scope): PlaceId[] {
  const listening = places.listening(scope.id);
  const armed = places
    .eventSubProcesses(scope)
    .flatMap(({ nodes }) => nodes)
    .flatMap((start) => places.armed(start) ?? []);
  return listening === undefined ? [] : [listening, ...armed];
}

/** The event sub-processes of a scope, each started while something else in it goes on. */
export function addScopeEvents(building: Building, id: ElementId): void {
  const { places } = building;
  const scope = places.scope(id);
  const listening = places.listening(id);
  if (!scope || listening === undefined) return;
  for (const event of places.eventSubProcesses(scope))
    for (const start of event.nodes)
      if (start.element.type === 'bpmn:StartEvent')
        addEventStart(building, { scope, event, start, listening });
}

interface EventStart {
  scope: Scope;
  event: Scope;
  start: ScopeNode;
  listening: PlaceId;
}

function addEventStart(building: Building, { scope, event, start, listening }: EventStart): void {
  const { places, net } = building;
  const own = places.tokens(event.id);
  const some = places.tokens(scope.id).filter((place) => !own.includes(place));
  const stops = isInterrupting(start.element);
  const once = places.armed(start);
  for (const message of received(building, start))
    for (const { put } of leaving(building, start))
      net.step(start.id, {
        take: [listening, ...(once === undefined ? [] : [once]), ...message],
        some,
        empty: own,
        clear: stops ? places.everything(scope.id) : [],
        put: stops ? put : [listening, ...put],
      });
}

import type { ElementId } from '../document';
import { catches, isEvent, isInterrupting, type Thrown, thrownBy } from '../events';
import type { ScopeNode } from '../flow-model';
import { borderEvents } from './activities';
import { type Building, leaving } from './build';
import { linkTargets } from './flows';
import type { PlaceId } from './net';
import { waysOut } from './ways-out';

/** An end event takes its token away, and with it what its kind says. */
export function addEnd(building: Building, node: ScopeNode): void {
  const { places, net, drawing } = building;
  const thrown = thrownBy(drawing.model.document, node);
  if (thrown && addCaught(building, node, thrown)) return;
  const end = places.end(node);
  const failed = thrown?.type === 'bpmn:ErrorEventDefinition';
  const clear = clearedBy(building, node, failed);
  for (const take of places.into(node))
    for (const { put } of leaving(building, node))
      net.step(node.id, {
        take: [take],
        clear,
        put: end === undefined || failed ? put : [...put, end],
      });
}

/** Terminate stops its scope, an error that nobody catches the process. */
function clearedBy({ places, drawing }: Building, node: ScopeNode, failed: boolean): PlaceId[] {
  if (failed) return places.everything(node.process);
  if (!isEvent(drawing.model.document, node, 'Terminate')) return [];
  const ends = drawing.model.scopes.get(node.scope)?.nodes.flatMap((other) => places.end(other) ?? []) ?? [];
  return [...places.everything(node.scope), ...ends];
}

/** An event on the way that throws to what is around it, and goes on when that doesn't stop it. */
export function addThrow(building: Building, node: ScopeNode): void {
  const thrown = thrownBy(building.drawing.model.document, node);
  if (thrown && addCaught(building, node, thrown)) return;
  for (const take of building.places.into(node))
    for (const { put } of leaving(building, node)) building.net.step(node.id, { take: [take], put });
}

/** A throwing link with no single target of one flow, which would be no step at all. False for all other events. */
export function addLink(building: Building, node: ScopeNode): boolean {
  const targets = linkTargets(building.drawing, node);
  for (const target of targets)
    for (const take of building.places.into(node))
      for (const put of waysOut(building.places, target)) building.net.step(node.id, { take: [take], put });
  return targets.length > 0;
}

function addCaught(building: Building, node: ScopeNode, thrown: Thrown): boolean {
  const { places, net } = building;
  const catcher = catcherOf(building, node, thrown);
  if (!catcher) return false;
  const stops = isInterrupting(catcher.event.element);
  const [own] = stops ? [[]] : waysOut(places, node);
  for (const take of places.into(node))
    for (const put of waysOut(places, catcher.event)) {
      net.step(node.id, {
        take: [take],
        clear: stops ? [...places.everything(catcher.scope), ...catcher.host] : [],
        put: [...put, ...(own ?? [])],
      });
      // counted for the event as well, which happens
      net.net.transitions.push({ ...net.net.transitions.at(-1)!, element: catcher.event.id });
    }
  return true;
}

/** The event sub-process or the event on a border, innermost first, that catches what a node throws. */
function catcherOf(
  building: Building,
  node: ScopeNode,
  thrown: Thrown,
): { event: ScopeNode; scope: ElementId; host: PlaceId[] } | undefined {
  const { places, drawing } = building;
  const { model } = drawing;
  const matching = (event: ScopeNode) => catches(model.document, event.element, thrown);
  for (let scope = places.scope(node.scope); scope; ) {
    const events = places.eventSubProcesses(scope).flatMap((each) => each.nodes);
    const inside = events.find(
      ({ element, ...event }) => element.type === 'bpmn:StartEvent' && matching({ element, ...event }),
    );
    if (inside && inside.scope !== node.scope) return { event: inside, scope: scope.id, host: [] };
    const around = model.nodes.get(scope.id);
    const border = around && borderEvents(building, around).find(matching);
    if (around && border) {
      const controls = borderEvents(building, around).flatMap((event) => places.armed(event) ?? []);
      return { event: border, scope: scope.id, host: [places.active(around) ?? [], controls].flat() };
    }
    scope = around && places.scope(around.scope);
  }
  return undefined;
}

import type { ElementId } from '../document';
import { isEvent, isInterrupting } from '../events';
import type { FlowModel, ScopeNode } from '../flow-model';
import { type Building, leaving, received } from './build';
import type { PlaceId } from './net';
import { scopeStart } from './starts';

/** An activity, or an event that catches or throws on the way: at once, unless something can happen meanwhile. */
export function addActivity(building: Building, node: ScopeNode): void {
  const { places, net } = building;
  const active = places.active(node);
  if (active === undefined) {
    for (const place of places.into(node))
      for (const message of received(building, node))
        for (const { put } of leaving(building, node)) net.step(node.id, { take: [place, ...message], put });
    return;
  }
  const events = borderEvents(building, node);
  const controls = events.flatMap((event) => places.armed(event) ?? []);
  const inside = places.scope(node.id);
  const started = inside ? scopeStart(building, inside) : [];
  for (const place of places.into(node))
    net.step(node.id, { take: [place], empty: [active], put: [active, ...controls, ...started] });
  const within = inside ? places.everything(node.id) : [];
  const clear = [...controls, ...within];
  for (const message of received(building, node))
    for (const { put } of leaving(building, node))
      net.step(node.id, {
        take: [active, ...message],
        empty: inside ? places.tokens(node.id) : [],
        clear,
        put,
      });
  for (const event of events) addBorderEvent(building, event, { node, active, clear });
}

/** The events on a node's border that start a path of their own. */
export function borderEvents({ drawing }: Building, node: ScopeNode): ScopeNode[] {
  const { model } = drawing;
  return node.boundary
    .flatMap(({ id }) => model.nodes.get(id) ?? [])
    .filter((event) => !isEvent(model.document, event, 'Compensate'));
}

interface Host {
  node: ScopeNode;
  active: PlaceId;
  /** What is forgotten when the host stops. */
  clear: PlaceId[];
}

function addBorderEvent(building: Building, event: ScopeNode, host: Host): void {
  if (!mayHappen(building, event, host.node)) return;
  const { places, net } = building;
  const armed = places.armed(event);
  for (const message of received(building, event))
    for (const { put } of leaving(building, event)) {
      if (isInterrupting(event.element))
        net.step(event.id, { take: [host.active, ...message], clear: host.clear, put });
      else {
        const once = armed === undefined ? [] : [armed];
        net.step(event.id, { take: [host.active, ...once, ...message], put: [host.active, ...put] });
      }
    }
}

/** Whether it can happen by itself; what an event inside the sub-process throws is a step of that event. */
function mayHappen({ drawing }: Building, event: ScopeNode, host: ScopeNode): boolean {
  const { model } = drawing;
  const is = (kind: string) => isEvent(model.document, event, kind);
  if (is('Cancel')) return false;
  if (!is('Error') && !is('Escalation')) return true;
  const source = is('Error') ? /(?:Task|CallActivity)$/ : /CallActivity$/;
  const inside = [...model.nodes.values()].filter((node) => isWithin(model, node, host.id));
  return inside.length === 0 || inside.some(({ element }) => source.test(element.type));
}

function isWithin(model: FlowModel, node: ScopeNode, scope: ElementId): boolean {
  for (let at: ScopeNode | undefined = node; at; at = model.nodes.get(at.scope))
    if (at.scope === scope) return true;
  return false;
}

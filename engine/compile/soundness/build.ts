import { thrownBy } from '../events';
import type { ScopeNode } from '../flow-model';
import { addActivity } from './activities';
import type { Drawing } from './drawing';
import { addEnd, addLink, addThrow } from './ends';
import { addEventGateway, addGateway } from './gateways';
import { type Net, NetBuilder } from './net';
import { Places } from './places';
import { addProcessStart, addScopeEvents } from './starts';
import { waysOut } from './ways-out';

/** What each step of the construction works on. */
export interface Building {
  places: Places;
  net: NetBuilder;
  drawing: Drawing;
}

/**
 * The net of a drawing. Every choice is open, because data makes it: the net can do whatever some data could make the
 * process do. Time doesn't count, errors may happen in any activity, and steps within ad-hoc sub-processes and
 * compensation are left out.
 */
export function build(drawing: Drawing): { net: Net; places: Places } {
  const net = new NetBuilder();
  const places = new Places(drawing, net);
  const building = { places, net, drawing };
  for (const process of drawing.processes) addProcessStart(building, process);
  for (const scope of drawing.model.scopes.values())
    if (drawing.processes.includes(scope.process)) addScopeEvents(building, scope.id);
  for (const node of places.nodes) addNode(building, node);
  return { net: net.net, places };
}

function addNode(building: Building, node: ScopeNode): void {
  const { element } = node;
  if (/^bpmn:(?:StartEvent|BoundaryEvent)$/.test(element.type) || element.attrs.triggeredByEvent === true)
    return;
  if (element.type === 'bpmn:EndEvent') addEnd(building, node);
  else if (element.type === 'bpmn:EventBasedGateway') addEventGateway(building, node);
  else if (element.type.endsWith('Gateway')) addGateway(building, node);
  else if (thrownBy(building.drawing.model.document, node)) addThrow(building, node);
  else if (!addLink(building, node)) addActivity(building, node);
}

/** The steps that leave a node, one for each choice; each may also send one of its messages. */
export function leaving(building: Building, node: ScopeNode): { put: number[] }[] {
  const ways = waysOut(building.places, node);
  const sent = building.drawing.channels.filter(({ source }) => source === node.id);
  if (sent.length === 0) return ways.map((put) => ({ put }));
  return ways.flatMap((put) => sent.map(({ id }) => ({ put: [...put, building.places.message(id)] })));
}

/** What a node takes for each message it can go on with; a single nothing when it waits for none of the drawing. */
export function received(building: Building, node: ScopeNode): number[][] {
  const channels = building.drawing.channels.filter(({ target }) => target === node.id);
  return channels.length === 0 ? [[]] : channels.map(({ id }) => [building.places.message(id)]);
}

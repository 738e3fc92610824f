import type { ScopeNode } from '../flow-model';
import { reference } from '../read';
import { type Building, leaving, received } from './build';
import { addComplexJoin, isComplexJoin } from './complex';
import { pathRule } from './paths';

/** A gateway that joins as its kind does and then splits. */
export function addGateway(building: Building, node: ScopeNode): void {
  const { places, net } = building;
  const into = places.into(node);
  if (isComplexJoin(node, into)) {
    addComplexJoin(building, node);
    return;
  }
  for (const { put } of leaving(building, node)) {
    if (node.element.type === 'bpmn:ParallelGateway') {
      if (into.length > 0) net.step(node.id, { take: into, put });
    } else if (node.element.type === 'bpmn:ExclusiveGateway' || into.length === 1) {
      for (const place of into) net.step(node.id, { take: [place], put });
    } else if (into.length > 1) net.step(node.id, { put, join: pathRule(places, node) });
  }
}

/** An event-based gateway: the first of its events decides, and the others are forgotten. */
export function addEventGateway(building: Building, node: ScopeNode): void {
  const { places, net, drawing } = building;
  for (const place of places.into(node))
    for (const flow of node.outgoing) {
      const event = drawing.model.nodes.get(reference(flow, 'targetRef') ?? '');
      if (!event) continue;
      for (const message of received(building, event))
        for (const { put } of leaving(building, event))
          net.step(event.id, { take: [place, ...message], put });
    }
}

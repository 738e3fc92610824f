import { CONDITIONAL } from '../compile';
import type { DocElement } from '../document';
import type { ScopeNode } from '../flow-model';
import { reference } from '../read';
import { isConditional } from './flows';
import type { PlaceId } from './net';
import type { Places } from './places';

/** Choices among more conditional flows than this are reduced to one of them or all of them. */
const CHOICES = 6;

/** All sets of places that a node may put tokens in when it is left; data decides which, so each may happen. */
export function waysOut(places: Places, node: ScopeNode): PlaceId[][] {
  const ways = flowSets(node).map((flows) => [...flows.map((flow) => places.of(flow))]);
  return ways.length > 0 ? ways : [[]];
}

/** The same for the reset of a complex gateway, which takes flows without a condition once only. */
export function waysOnReset(places: Places, { element, outgoing }: ScopeNode): PlaceId[][] {
  const byDefault = outgoing.find((flow) => flow.id === reference(element, 'default'));
  const conditional = outgoing.filter((flow) => flow !== byDefault && isConditional(flow));
  const otherwise = byDefault && conditional.length > 0 ? [byDefault] : [];
  return [...subsets(conditional), otherwise].map((flows) => flows.map((flow) => places.of(flow)));
}

function flowSets({ element, outgoing }: ScopeNode): DocElement[][] {
  if (element.type === 'bpmn:ExclusiveGateway') return outgoing.map((flow) => [flow]);
  const byDefault = outgoing.find((flow) => flow.id === reference(element, 'default'));
  const others = outgoing.filter((flow) => flow !== byDefault);
  if (/^bpmn:(?:Inclusive|Complex)Gateway$/.test(element.type))
    return [...subsets(others), ...(byDefault ? [[byDefault]] : [])];
  if (!CONDITIONAL.test(element.type)) return [outgoing];
  const conditional = others.filter(isConditional);
  const always = others.filter((flow) => !isConditional(flow));
  const chosen = subsets(conditional).map((some) => [...always, ...some]);
  if (byDefault) chosen.push([...always, byDefault]);
  else if (always.length > 0) chosen.push(always);
  return chosen;
}

/** Every subset but the empty one. */
function subsets(flows: DocElement[]): DocElement[][] {
  if (flows.length === 0) return [];
  if (flows.length > CHOICES) return [...flows.map((flow) => [flow]), flows];
  return Array.from({ length: 2 ** flows.length - 1 }, (_, index) =>
    flows.filter((_flow, bit) => ((index + 1) >> bit) & 1),
  );
}

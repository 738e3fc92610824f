import type { ScopeNode } from '../flow-model';
import { written } from '../read';
import type { Building } from './build';
import { pathRule } from './paths';
import { waysOnReset, waysOut } from './ways-out';

/** Whether a complex gateway goes on before all that can come has come; without a condition it joins as an inclusive one. */
export const isComplexJoin = (node: ScopeNode, into: readonly number[]): boolean =>
  node.element.type === 'bpmn:ComplexGateway' &&
  into.length > 1 &&
  written(node.element, 'activationCondition') !== undefined;

/**
 * A complex gateway with an activation condition (BPMN 2.0.2, 13.4.5): it takes one token from each incoming flow, puts
 * its tokens out after some of them, and resets when no other can come. After which ones it goes on is up to data, so it
 * may be after each; on reset conditional flows are taken again, or none.
 */
export function addComplexJoin({ places, net }: Building, node: ScopeNode): void {
  const place = (kind: 'active' | 'control') => net.place(kind, node.scope, node.id);
  const [gathering, waiting] = [place('active'), place('active')];
  const rule = pathRule(places, node);
  const seen = rule.incoming.map(() => place('control'));
  for (const [flow, from] of rule.incoming.entries()) {
    const came = seen[flow]!;
    net.step(node.id, { take: [from], empty: [gathering, waiting], put: [gathering, came] });
    for (const phase of [gathering, waiting])
      net.step(node.id, { take: [from, phase], empty: [came], put: [phase, came] });
  }
  for (const put of waysOut(places, node)) net.step(node.id, { take: [gathering], put: [waiting, ...put] });
  for (const put of waysOnReset(places, node))
    net.step(node.id, { take: [waiting], clear: seen, put, join: { ...rule, seen } });
}

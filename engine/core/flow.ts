import { fail } from './abandon';
import { type Evaluation, evaluateCondition, label } from './evaluate';
import type { JsonObject } from './json';
import type { ExecutableNode } from './model';
import { waitsForOthers } from './quiet-joins';
import { type About, behaviorOf, emit, nodeOf, type QueueItem, type Run } from './run';
import type { Phase } from './state';

/** Lets a token go along a flow. */
export function take(run: Run, flowId: string, scopeKey: number): void {
  const target = run.executable.flows[flowId]?.target ?? '';
  const arrival = run.state.nextKey;
  const flow: About = { elementId: flowId, elementType: 'sequenceFlow', key: arrival, scopeKey };
  emit(run, 'flow.taken', flow, { flowId, target });
  run.queue.push({ enter: target, scopeKey, arrival });
}

/** A token reaches a node: an activation begins, unless it must wait for other tokens. Answers its key. */
export function enter(run: Run, item: Extract<QueueItem, { enter: string }>): number | null {
  const node = nodeOf(run, item.enter);
  const { scopeKey, arrival } = item;
  const arrived = arrival !== undefined && run.state.arrivals.some((waiting) => waiting.key === arrival);
  if (arrival !== undefined && !arrived) return null;
  if (arrived && waitsForOthers(run, node)) return null;
  const joining = arrived && joins(run, node);
  const consumed = joining ? completeSet(run, node, scopeKey) : null;
  if (joining && consumed === null) return null;
  const key = run.state.nextKey;
  const named = { elementId: node.id, elementType: node.elementType, key, scopeKey };
  emit(run, 'element.activated', named, arrived && !joining ? { arrival } : {});
  if (consumed !== null) emit(run, 'join.passed', named, { arrivals: consumed });
  return key;
}

const joins = (run: Run, node: ExecutableNode): boolean =>
  (node.startQuantity ?? 1) > 1 || (behaviorOf(run, node).joins === 'parallel' && node.incoming.length > 1);

function completeSet(run: Run, node: ExecutableNode, scopeKey: number): number[] | null {
  const here = run.state.arrivals.filter((each) => each.elementId === node.id && each.scopeKey === scopeKey);
  // an activity begins when it has as many tokens as it asks for, whichever flows they came by (BPMN 2.0.2, 10.3)
  const quantity = node.startQuantity ?? 1;
  if (quantity > 1)
    return here.length >= quantity ? here.slice(0, quantity).map((arrival) => arrival.key) : null;
  const arrivals: number[] = [];
  for (const flowId of node.incoming) {
    const oldest = here.find((arrival) => arrival.flowId === flowId);
    if (oldest === undefined) return null;
    arrivals.push(oldest.key);
  }
  return arrivals;
}

/**
 * The rule of activities, events and inclusive gateways: every flow without a condition and every one whose condition
 * is true; when no condition is true, the default flow beside them (BPMN 2.0.2, 13.3, Sequence Flow Considerations).
 * Abandons the phase when nothing can be taken.
 */
export function routeAll(
  run: Run,
  key: number,
  node: ExecutableNode,
  phase: Phase = 'leave',
  locals: JsonObject = {},
): readonly string[] {
  const { outgoing, defaultFlow } = node;
  if (outgoing.length === 0) return outgoing;
  const conditional = conditionalFlows(run, node);
  const matched = conditional.filter((id) => holds(run, { key, phase, locals }, id));
  const taken = outgoing.filter((id) =>
    id === defaultFlow ? matched.length === 0 : matched.includes(id) || !conditional.includes(id),
  );
  return taken.length > 0 ? taken : noFlow(node);
}

/** The flows out of a node that are taken when a condition says so. */
export const conditionalFlows = (run: Run, { outgoing, defaultFlow }: ExecutableNode): readonly string[] =>
  outgoing.filter((id) => id !== defaultFlow && run.executable.flows[id]?.condition);

/** The rule of the exclusive gateway: the first flow that holds, else the default one. */
export function routeFirst(run: Run, key: number, node: ExecutableNode): readonly string[] {
  if (node.outgoing.length === 0) return node.outgoing;
  const first =
    node.outgoing.find((id) => id !== node.defaultFlow && holds(run, { key, phase: 'leave' }, id)) ??
    node.defaultFlow;
  return first === undefined ? noFlow(node) : [first];
}

/** Whether the condition of a flow is true, or there is none. */
export function holds(run: Run, asking: Omit<Evaluation, 'what'>, flowId: string): boolean {
  const condition = run.executable.flows[flowId]?.condition;
  if (condition === undefined) return true;
  return evaluateCondition(run, condition, { ...asking, what: `The condition of flow ${flowId}` });
}

function noFlow(node: ExecutableNode): never {
  return fail('no-flow-matched', `No condition after ${label(node)} is true and it has no default flow.`);
}

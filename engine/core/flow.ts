import { fail } from './abandon';
import { evaluateCondition, label } from './evaluate';
import type { ExecutableNode } from './model';
import { type About, behaviorOf, emit, nodeOf, type QueueItem, type Run } from './run';

/** Lets a token go along a flow. */
export function take(run: Run, flowId: string, scopeKey: number): void {
  const target = run.executable.flows[flowId]?.target ?? '';
  const arrival = run.state.nextKey;
  const flow: About = { elementId: flowId, elementType: 'sequenceFlow', key: arrival, scopeKey };
  emit(run, 'flow.taken', flow, { flowId, target });
  run.queue.push({ enter: target, scopeKey, arrival });
}

/** A token reaches a node: an activation begins, unless a join still waits for others. Answers its key. */
export function enter(run: Run, item: Extract<QueueItem, { enter: string }>): number | null {
  const node = nodeOf(run, item.enter);
  const { scopeKey, arrival } = item;
  const arrived = arrival !== undefined && run.state.arrivals.some((waiting) => waiting.key === arrival);
  if (arrival !== undefined && !arrived) return null;
  const joining = behaviorOf(run, node).joins === true && node.incoming.length > 1 && arrived;
  const consumed = joining ? completeSet(run, node, scopeKey) : null;
  if (joining && consumed === null) return null;
  const key = run.state.nextKey;
  const named = { elementId: node.id, elementType: node.elementType, key, scopeKey };
  emit(run, 'element.activated', named, arrived && !joining ? { arrival } : {});
  if (consumed !== null) emit(run, 'join.passed', named, { arrivals: consumed });
  return key;
}

/** One arrival of each incoming flow, the oldest first; null while one is missing. */
function completeSet(run: Run, node: ExecutableNode, scopeKey: number): number[] | null {
  const arrivals: number[] = [];
  for (const flowId of node.incoming) {
    const oldest = run.state.arrivals.find((a) => a.flowId === flowId && a.scopeKey === scopeKey);
    if (oldest === undefined) return null;
    arrivals.push(oldest.key);
  }
  return arrivals;
}

/**
 * The rule of activities and events: every flow without a condition and every one whose condition is true; when no
 * condition is true, the default flow beside them (BPMN 2.0.2, 13.2.1). Abandons the phase when nothing can be taken.
 */
export function routeAll(run: Run, key: number, node: ExecutableNode): readonly string[] {
  const { outgoing, defaultFlow } = node;
  if (outgoing.length === 0) return outgoing;
  const conditional = outgoing.filter((id) => id !== defaultFlow && run.executable.flows[id]?.condition);
  const matched = conditional.filter((id) => holds(run, key, id));
  const taken = outgoing.filter((id) =>
    id === defaultFlow ? matched.length === 0 : matched.includes(id) || !conditional.includes(id),
  );
  return taken.length > 0 ? taken : noFlow(node);
}

/** The rule of the exclusive gateway: the first flow that holds, else the default one. */
export function routeFirst(run: Run, key: number, node: ExecutableNode): readonly string[] {
  if (node.outgoing.length === 0) return node.outgoing;
  const first =
    node.outgoing.find((id) => id !== node.defaultFlow && holds(run, key, id)) ?? node.defaultFlow;
  return first === undefined ? noFlow(node) : [first];
}

function holds(run: Run, key: number, flowId: string): boolean {
  const condition = run.executable.flows[flowId]?.condition;
  if (condition === undefined) return true;
  return evaluateCondition(run, condition, { key, phase: 'leave', what: `The condition of flow ${flowId}` });
}

function noFlow(node: ExecutableNode): never {
  return fail('no-flow-matched', `No condition after ${label(node)} is true and it has no default flow.`);
}

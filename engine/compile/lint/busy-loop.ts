import type { FlowModel, ScopeNode } from '../flow-model';
import { reference } from '../read';
import { rule } from './rule';

/** A way back with nothing in it that waits runs until the step limit stops it. */
export const busyLoop = rule('busy-loop', ({ model }, report) => {
  const passing = new Map<ScopeNode, ScopeNode[]>();
  for (const node of model.nodes.values()) {
    if (model.executable.has(node.process) && AT_ONCE.test(node.element.type))
      passing.set(node, next(model, node));
  }
  // peel off nodes that nothing in the set leads to; what stays lies on or behind a cycle
  const degree = new Map([...passing.keys()].map((node) => [node, 0]));
  for (const targets of passing.values())
    for (const target of targets) if (degree.has(target)) degree.set(target, (degree.get(target) ?? 0) + 1);
  const ready = [...degree].filter(([, count]) => count === 0).map(([node]) => node);
  for (const node of ready) {
    degree.delete(node);
    for (const target of passing.get(node) ?? []) {
      const left = (degree.get(target) ?? 0) - 1;
      if (degree.has(target)) degree.set(target, left);
      if (left === 0 && degree.has(target)) ready.push(target);
    }
  }
  const first = [...degree.keys()].find((node) => onCycle(node, passing));
  if (first)
    report(
      'warning',
      first.element,
      'Nothing on the way back to here ever waits: if the way back is taken for ever, the process is stopped with an incident. Add a step that waits, or a condition that ends it.',
    );
});

/** Elements that finish in the moment they begin. */
const AT_ONCE =
  /^bpmn:(?:Task|ManualTask|ScriptTask|ExclusiveGateway|ParallelGateway|IntermediateThrowEvent)$/;

const next = (model: FlowModel, node: ScopeNode): ScopeNode[] =>
  node.outgoing.flatMap((flow) => model.nodes.get(reference(flow, 'targetRef') ?? '') ?? []);

function onCycle(start: ScopeNode, passing: ReadonlyMap<ScopeNode, ScopeNode[]>): boolean {
  const seen = new Set(passing.get(start) ?? []);
  for (const node of seen) for (const target of passing.get(node) ?? []) seen.add(target);
  return seen.has(start);
}

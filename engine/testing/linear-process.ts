import type { Behavior, Behaviors } from '../core/behavior';
import type { Executable, ExecutableFlow, ExecutableNode } from '../core/model';

/** A step of a linear process: work of a type, a timer `ms` after its activation, or a human task. */
export type LinearStep = { work: string; retries?: number } | { timerMs: number } | { task: string };

const passThrough: Behavior = { activate: (step) => step.complete() };
const work: Behavior<{ workType: string; retries: number }> = {
  activate: (step, { workType, retries }) =>
    step.createWork({ workType, retries, payload: { for: step.node.id } }),
};
const timer: Behavior<{ ms: number }> = {
  activate: (step, { ms }) => step.setTimer(new Date(Date.parse(step.now) + ms).toISOString()),
};
const task: Behavior<{ name: string }> = {
  activate: (step, { name }) =>
    step.openTask({
      name,
      approval: true,
      assignee: null,
      candidateUsers: ['ada', 'b,"c"'],
      candidateGroups: [],
      dueAt: null,
      priority: 7,
    }),
  task: { complete: (_facts, _config, input) => ({ ok: true, variables: input.variables }) },
};

/** Behaviours of the smallest process that touches every table, for tests of hosts and stores. */
export const linearBehaviors = { start: passThrough, end: passThrough, work, timer, task } as Behaviors;

/** A process of these steps one after the other, between a start and an end. */
export function linearProcess(steps: readonly LinearStep[], versionId = 'v1'): Executable {
  const ids = ['Start', ...steps.map((_, index) => `Step_${index + 1}`), 'End'];
  const flows = ids.slice(1).map((target, index): ExecutableFlow => {
    const source = ids[index]!;
    return { id: `${source}-${target}`, source, target };
  });
  const nodes = ids.map((id, index): ExecutableNode => {
    const step = steps[index - 1];
    const kind = index === 0 ? 'start' : step ? kindOf(step) : 'end';
    return {
      id,
      name: id,
      kind,
      elementType: ELEMENT_TYPES[kind],
      scope: 'Process',
      incoming: flows.filter((flow) => flow.target === id).map((flow) => flow.id),
      outgoing: flows.filter((flow) => flow.source === id).map((flow) => flow.id),
      boundary: [],
      config: step ? configOf(step) : {},
    };
  });
  return {
    versionId,
    processKey: 'Process',
    processName: 'Process',
    checksum: versionId,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
    startNodes: ['Start'],
  };
}

const ELEMENT_TYPES = {
  start: 'startEvent',
  end: 'endEvent',
  work: 'serviceTask',
  timer: 'intermediateCatchEvent',
  task: 'userTask',
};

const kindOf = (step: LinearStep) => ('work' in step ? 'work' : 'timerMs' in step ? 'timer' : 'task');

function configOf(step: LinearStep): unknown {
  if ('work' in step) return { workType: step.work, retries: step.retries ?? 3 };
  return 'timerMs' in step ? { ms: step.timerMs } : { name: step.task };
}

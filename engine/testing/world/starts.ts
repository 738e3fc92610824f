import type { Json } from '../../core/json';
import type { Executable, ExecutableNode, Expression } from '../../core/model';
import type { Trigger } from '../../core/triggers';

/** A place where a trigger begins an instance. */
export interface TriggeredStart {
  executable: Executable;
  node: ExecutableNode;
  index: number;
  trigger: Trigger;
}

/** Every trigger that begins an instance, in order of the processes and of their nodes. */
export function triggeredStarts(executables: Iterable<Executable>): TriggeredStart[] {
  return [...executables].flatMap((executable) =>
    (executable.triggeredStarts ?? []).flatMap((id) => {
      const node = executable.nodes[id];
      if (node === undefined) throw new Error(`${executable.processKey} starts at ${id}, which it lacks`);
      return (node.triggers ?? []).map((trigger, index) => ({ executable, node, index, trigger }));
    }),
  );
}

/** A name outside any instance: there are no variables yet. */
export function constant(expression: Expression, now: string): Json {
  if (expression.mode === 'static') return expression.value;
  if (expression.mode === 'unbounded') throw new Error(`${expression.source} is no constant`);
  const result = expression.evaluate({ variables: {}, now });
  return result.ok ? result.value : null;
}

/** Whether a start waits for a message or signal of that name. */
export const startsOn =
  (type: 'message' | 'signal', name: string, now: string) =>
  ({ trigger }: TriggeredStart): boolean =>
    trigger.type === type && constant(trigger.name, now) === name;

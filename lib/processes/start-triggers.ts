import type { Problem } from '@/engine/compile/problem';
import type { Json } from '@/engine/core/json';
import type { Executable, ExecutableNode, Expression } from '@/engine/core/model';
import type { TimerStep, Trigger } from '@/engine/core/triggers';

/** What has to be waited for, outside any instance, so that a process starts by itself. */
export type StartTrigger = { elementId: string; index: number } & (
  | { kind: 'message' | 'signal'; name: string }
  | { kind: 'timer'; dueAt: string; data: Json | undefined }
  /** Looked at when somebody asks (`POST /conditions`), with the variables they give. */
  | { kind: 'condition' }
);

export interface StartTriggers {
  triggers: StartTrigger[];
  /** Why an element can't be waited for. */
  problems: Problem[];
}

/** Says why a trigger can't be waited for. */
class Unusable extends Error {}

/**
 * The messages, signals and times that start instances of a process. Names and times are read without variables: there
 * is no instance yet that could have some.
 * @param now RFC 3339; when timers begin to run
 */
export function startTriggers(executable: Executable, now: string): StartTriggers {
  const found: StartTriggers = { triggers: [], problems: [] };
  for (const id of executable.triggeredStarts ?? []) {
    const node = executable.nodes[id];
    for (const [index, trigger] of (node?.triggers ?? []).entries()) {
      if (node && trigger.type === 'condition') found.problems.push(asked(node));
      try {
        const waited = node && waitFor(node, trigger, now);
        if (waited) found.triggers.push({ elementId: id, index, ...waited });
      } catch (error) {
        if (!(error instanceof Unusable)) throw error;
        found.problems.push({
          severity: 'error',
          code: 'start-trigger',
          message: error.message,
          elementId: id,
        });
      }
    }
  }
  return found;
}

/** There are no variables outside instances whose change would say that the condition became true. */
const asked = (node: ExecutableNode): Problem => ({
  severity: 'info',
  code: 'start-trigger',
  message: `The condition of “${node.name || node.id}” is looked at when another system asks, with the variables that it gives (POST /conditions). By itself it starts nothing.`,
  elementId: node.id,
});

type Waited =
  | { kind: 'message' | 'signal'; name: string }
  | { kind: 'timer'; dueAt: string; data: Json | undefined }
  | { kind: 'condition' };

function waitFor(node: ExecutableNode, trigger: Trigger, now: string): Waited | undefined {
  const label = `“${node.name || node.id}”`;
  if (trigger.type === 'timer') {
    const { dueAt, data } = trigger.first(stepAt(now), label);
    return { kind: 'timer', dueAt, data };
  }
  if (trigger.type === 'condition') return { kind: 'condition' };
  if (trigger.type !== 'message' && trigger.type !== 'signal') return undefined;
  const name = constant(trigger.name, now, `The name of the ${trigger.type} that starts ${label}`);
  if (typeof name !== 'string' || name === '')
    throw new Unusable(`The name of the ${trigger.type} that starts ${label} must be a text.`);
  return { kind: trigger.type, name };
}

const stepAt = (now: string): TimerStep => ({
  now,
  evaluate: (expression, what) => constant(expression, now, what),
  raiseIncident: (_code, message) => {
    throw new Unusable(message);
  },
});

function constant(expression: Expression, now: string, what: string): Json {
  if (expression.mode === 'static') return expression.value;
  if (expression.mode === 'unbounded')
    throw new Unusable(
      `${what} can't be known before an instance runs: ${expression.source}. Write a fixed text.`,
    );
  const result = expression.evaluate({ variables: {}, now });
  if (!result.ok) throw new Unusable(`${what} can't be read: ${result.message}`);
  if (result.missing.length > 0)
    throw new Unusable(
      `${what} uses ${result.missing.join(', ')}, but nothing has a value before an instance runs. Write a fixed text.`,
    );
  return result.value;
}

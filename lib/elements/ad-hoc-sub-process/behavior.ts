import type { Behavior, ScopeVerdict, Step } from '@/engine/core/behavior';
import type { AdHocConfig } from './config';

/**
 * Activities in any order, in parallel or one after the other (BPMN 2.0.2, 13.3.5). All of them are begun unless an
 * expression names some; more can be begun by request. It is done when its completion condition is met, or when
 * nothing is left to do.
 */
export const behavior: Behavior<AdHocConfig> = {
  activate(step, config) {
    const chosen = config.activeElements ? named(step, config) : config.inner;
    const first = config.sequential ? chosen.slice(0, 1) : chosen;
    if (config.sequential) step.note({ left: chosen.slice(1) });
    step.activateChildren(first);
  },
  childCompleted(step, config, living): ScopeVerdict {
    const [next, ...rest] = leftOf(step);
    if (living.length === 0 && next === undefined) return { is: 'done' };
    if (isMet(step, config)) {
      if (config.cancelRemaining || living.length === 0) return { is: 'done' };
      step.note({ left: [] });
    }
    if (living.length > 0 || next === undefined) return { is: 'go-on' };
    step.note({ left: rest });
    return { is: 'next', elementIds: [next] };
  },
  offers: (_facts, { inner }) => inner,
  gathers: ({ gathers }) => gathers,
};

function isMet(step: Step, { completionCondition }: AdHocConfig): boolean {
  return (
    completionCondition !== undefined &&
    step.evaluateCondition(completionCondition, 'The completion condition')
  );
}

/** What a sequential one has still to begin. */
function leftOf(step: Step): string[] {
  const data = step.state.activations[step.key]?.data as { left?: string[] } | undefined;
  return data?.left ?? [];
}

function named(step: Step, { activeElements, inner }: AdHocConfig): readonly string[] {
  const ids = activeElements ? step.evaluate(activeElements, 'The list of activities to begin') : [];
  const strange = Array.isArray(ids) ? ids.find((id) => typeof id !== 'string' || !inner.includes(id)) : ids;
  if (Array.isArray(ids) && strange === undefined) return ids as string[];
  return step.raiseIncident(
    'evaluation',
    `“${step.node.name || step.node.id}” must begin with a list of its activities, but ${JSON.stringify(strange)?.slice(0, 80)} is none.`,
  );
}

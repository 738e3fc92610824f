import type { Behavior, Facts, ScopeVerdict, Step } from '@/engine/core/behavior';
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
    const { left, closed } = notesOf(step);
    const [next, ...rest] = left;
    if (living.length === 0 && next === undefined) return { is: 'done' };
    if (!closed && isMet(step, config)) {
      if (config.cancelRemaining) return { is: 'done', cancels: true };
      if (living.length === 0) return { is: 'done' };
      step.note(CLOSED);
      return { is: 'go-on' };
    }
    if (living.length > 0 || next === undefined) return { is: 'go-on' };
    step.note({ left: rest });
    return { is: 'next', elementIds: [next] };
  },
  // once it is met nothing new begins: what runs is only waited for
  offers: (facts, { inner }) => (notesOf(facts).closed ? undefined : inner),
  requested(step, { sequential }, elementIds, living) {
    if (!sequential) return elementIds;
    const waiting = [...notesOf(step).left, ...elementIds];
    const first = living.length === 0 ? waiting.slice(0, 1) : [];
    step.note({ left: waiting.slice(first.length) });
    return first;
  },
  interrupted: (step) => step.note(CLOSED),
  gathers: ({ gathers }) => gathers,
};

function isMet(step: Step, { completionCondition }: AdHocConfig): boolean {
  return (
    completionCondition !== undefined &&
    step.evaluateCondition(completionCondition, 'The completion condition')
  );
}

/** `left`: what a sequential one has still to begin. `closed`: nothing new begins in it. */
function notesOf({ state, key }: Facts): { left: string[]; closed: boolean } {
  const data = state.activations[key]?.data as { left?: string[]; closed?: boolean } | undefined;
  return { left: data?.left ?? [], closed: data?.closed ?? false };
}

const CLOSED = { left: [], closed: true };

function named(step: Step, { activeElements, inner }: AdHocConfig): readonly string[] {
  const ids = activeElements ? step.evaluate(activeElements, 'The list of activities to begin') : [];
  const strange = Array.isArray(ids) ? ids.find((id) => typeof id !== 'string' || !inner.includes(id)) : ids;
  if (Array.isArray(ids) && strange === undefined) return ids as string[];
  return step.raiseIncident(
    'evaluation',
    `“${step.node.name || step.node.id}” must begin with a list of its activities, but ${JSON.stringify(strange)?.slice(0, 80)} is none.`,
  );
}

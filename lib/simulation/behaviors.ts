import type { Behavior, Behaviors } from '@/engine/core/behavior';
import type { ExecutableNode } from '@/engine/core/model';
import { behaviors } from '@/lib/elements/behaviors';

/** Work of this type stands for the person who chooses where a gateway goes on. */
export const CHOICE_WORK = 'simulation:choice';

/** The flows that one pass of a gateway takes instead of what its conditions say. */
export interface Chosen {
  key: number;
  flows: readonly string[];
}

const KINDS = ['exclusive-gateway', 'inclusive-gateway'] as const;

/** Whether there is something to choose at an element. */
export const isChoice = (node: ExecutableNode): boolean =>
  KINDS.some((kind) => kind === node.kind) && node.outgoing.length > 1;

/**
 * How elements execute in a simulation: as ever, but gateways among `asks` wait to be told where to go on, and the one
 * that was told does so.
 */
export function simulationBehaviors(asks: (elementId: string) => boolean, chosen: Chosen | null): Behaviors {
  const asking = KINDS.map((kind): [string, Behavior] => [kind, choosing(behaviors[kind], asks, chosen)]);
  return { ...behaviors, ...Object.fromEntries(asking) } as Behaviors;
}

const choosing = (base: Behavior, asks: (elementId: string) => boolean, chosen: Chosen | null): Behavior => ({
  ...base,
  activate(step, config) {
    if (isChoice(step.node) && asks(step.node.id))
      step.createWork({ workType: CHOICE_WORK, retries: 0, payload: null });
    else base.activate(step, config);
  },
  route(step, config) {
    if (chosen?.key === step.key) return chosen.flows;
    return base.route?.(step, config) ?? step.routeAll();
  },
});

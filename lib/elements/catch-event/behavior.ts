import type { Behavior } from '@/engine/core/behavior';

/** Waits for its triggers; a cycle counts to its first occurrence. A link event passes: its token comes by the link. */
export const behavior: Behavior = {
  activate: (step) => (step.node.triggers?.length ? step.listen() : step.complete()),
};

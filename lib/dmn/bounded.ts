import { classify } from '@/engine/compile/feel';
import type { DmnNode } from './model';
import { repeats, textsOf } from './texts';

/** Expressions that may be evaluated inside one transition. */
const MOST = 2_000;

/** Why the work of these elements is not bounded by their size and data; undefined when it is. */
export function unboundedReason(nodes: readonly DmnNode[]): string | undefined {
  const names = nodes.map(({ name }) => name);
  const repeating = nodes.find(repeats);
  if (repeating) return `“${repeating.name}” calls functions or repeats`;
  let count = 0;
  for (const node of nodes) {
    for (const { text, kind } of textsOf(node)) {
      count += 1;
      if (count > MOST) return `it has more than ${MOST.toLocaleString('en')} expressions`;
      const classified = classify(text, kind, { names });
      if (classified.kind === 'unbounded') return `in “${node.name}”, ${classified.because}`;
    }
  }
  return undefined;
}

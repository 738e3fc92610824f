import type { Throw } from './triggers';

/** Where links lead that a node throws: the catch link events of that name in its scope. */
export const linkTargets = (throws: readonly Throw[] = []): string[] =>
  throws.flatMap((each) => (each.type === 'link' ? each.targets : []));

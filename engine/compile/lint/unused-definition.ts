import { rule } from './rule';
import { calledOf, SHARED, sharedOf } from './shared-definitions';

/** A message, signal, error or escalation that nothing refers to. */
export const unusedDefinition = rule('unused-definition', ({ document }, report) => {
  const shared = sharedOf(document);
  if (shared.length === 0) return;
  const used = new Set(Object.values(document.elements).flatMap(({ refs }) => Object.values(refs).flat()));
  for (const element of shared)
    if (!used.has(element.id))
      report(
        'info',
        element,
        `Nothing uses the ${SHARED[element.type]} “${calledOf(element)}” of this file.`,
      );
});

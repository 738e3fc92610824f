import { rule } from './rule';
import { calledOf, SHARED, sharedOf } from './shared-definitions';

/** Two of one kind and name can be told apart by their ids only, which nobody sees. */
export const duplicateDefinition = rule('duplicate-definition', ({ document }, report) => {
  const known = new Set<string>();
  for (const element of sharedOf(document)) {
    const name = `${element.type}\n${calledOf(element)}`;
    if (known.has(name))
      report(
        'info',
        element,
        `Another ${SHARED[element.type]} of this file is called “${calledOf(element)}” too.`,
      );
    known.add(name);
  }
});

import { titleOf } from '../read';
import { rule } from './rule';

const QUANTITIES = [
  ['startQuantity', 'waits for', 'EXT.037'],
  ['completionQuantity', 'ends with', 'EXT.038'],
] as const;

/** A step begins with at least one token and leaves at least one (BPMN 2.0.2, table 10.3). */
export const tokenQuantities = rule('token-quantity', ({ model }, report) => {
  for (const { element, process } of model.nodes.values()) {
    if (!model.executable.has(process)) continue;
    for (const [property, verb, constraint] of QUANTITIES) {
      const count = element.attrs[property];
      if (count === undefined || count === '' || (Number.isInteger(Number(count)) && Number(count) >= 1))
        continue;
      const message = `“${titleOf(element)}” ${verb} ${count} tokens. It must be a whole number from 1 on.`;
      report('error', element, message, {
        field: property,
        ...(Number(count) < 1 && { constraints: [constraint] }),
      });
    }
  }
});

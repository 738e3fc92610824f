import type { ExecutableNode } from '../core/model';
import type { CompileContext } from './registry';

const NAMES = ['startQuantity', 'completionQuantity'] as const;
const MEANING = {
  startQuantity: 'how many tokens begin it',
  completionQuantity: 'how many tokens leave it',
} as const;

/** How many tokens an activity takes and gives (BPMN 2.0.2, table 10.3); both are at least 1 and 1 when absent. */
export function compileQuantities(
  context: CompileContext,
): Pick<ExecutableNode, 'startQuantity' | 'completionQuantity'> {
  const found: { startQuantity?: number; completionQuantity?: number } = {};
  for (const name of NAMES) {
    const written = context.element.attrs[name];
    if (written === undefined || written === '') continue;
    const quantity = Number(written);
    if (!Number.isInteger(quantity) || quantity < 1)
      context.report(
        'error',
        'token-quantity',
        `“${name}” says ${MEANING[name]}, so it must be a whole number from 1 on, but is ${written}.`,
        name,
      );
    else if (quantity > 1) found[name] = quantity;
  }
  return found;
}

import type { DocElement } from '@/engine/compile/document';
import { language, written } from '@/engine/compile/read';
import type { CompileContext } from '@/engine/compile/registry';
import type { Trigger } from '@/engine/core/triggers';
import { extensionOf, vendorAttribute } from '@/lib/elements/extension-values';

const FIELD = 'conditional.condition';

/** A condition that is looked at whenever a variable changes, so it must be one that runs inside a transition. */
export function catchCondition(context: CompileContext, definition: DocElement): Trigger[] {
  const given = written(definition, 'condition');
  if (!given) {
    context.report('error', 'condition', 'Say which condition this event waits for.', FIELD);
    return [];
  }
  const condition = context.expression(given.body, FIELD, {
    purpose: 'condition',
    ...language(given.language),
  });
  if (condition.mode === 'unbounded')
    context.report(
      'error',
      'condition',
      `The condition “${given.body.trim()}” is looked at whenever a variable changes, so it can’t repeat, filter or search lists. Compare variables directly, or compute the answer in a script before.`,
      FIELD,
    );
  reportFilter(context, definition);
  return [{ type: 'condition', condition }];
}

/** Other engines can look at the condition for some variables only. */
function reportFilter(context: CompileContext, definition: DocElement): void {
  const filtered =
    extensionOf(definition, 'zeebe:ConditionalFilter') !== undefined ||
    vendorAttribute(definition, 'variableName') !== undefined ||
    vendorAttribute(definition, 'variableEvents') !== undefined;
  if (filtered)
    context.report(
      'info',
      'condition-filter',
      'The file says which changes of variables this condition is looked at for. Here it is looked at after every change.',
      FIELD,
    );
}

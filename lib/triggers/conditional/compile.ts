import type { DocElement } from '@/engine/compile/document';
import { language, written } from '@/engine/compile/read';
import type { CompileContext } from '@/engine/compile/registry';
import type { ChangeFilter, Trigger } from '@/engine/core/triggers';
import { textOf } from '@/lib/document';
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
  const only = filterOf(context, definition);
  return [{ type: 'condition', condition, ...(only ? { only } : {}) }];
}

/** Zeebe, Camunda 7 and Flowable can look at a condition for some changes of variables only. */
function filterOf(context: CompileContext, definition: DocElement): ChangeFilter | undefined {
  const filter = extensionOf(definition, 'zeebe:ConditionalFilter');
  const names = listOf(textOf(filter, 'variableNames') ?? vendorAttribute(definition, 'variableName'));
  const events = listOf(textOf(filter, 'variableEvents') ?? vendorAttribute(definition, 'variableEvents'));
  const how = KINDS.filter((kind) => events.includes(kind));
  if (events.some((event) => !KINDS.includes(event as Kind)))
    context.report(
      'info',
      'condition-filter',
      'The file wants this condition to be looked at when variables are deleted, which never happens here.',
      FIELD,
    );
  if (names.length === 0 && events.length === 0) return undefined;
  return { ...(names.length > 0 ? { names } : {}), ...(events.length > 0 ? { how } : {}) };
}

type Kind = NonNullable<ChangeFilter['how']>[number];
const KINDS: readonly Kind[] = ['create', 'update'];

const listOf = (written = ''): string[] =>
  written
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

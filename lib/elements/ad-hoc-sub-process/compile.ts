import { flowModel } from '@/engine/compile/flow-model';
import { language, written } from '@/engine/compile/read';
import type { CompileContext } from '@/engine/compile/registry';
import { startsItself } from '@/engine/compile/starts';
import type { Expression } from '@/engine/core/model';
import { adHocBpmn } from './bpmn';
import type { AdHocConfig } from './config';

/** What Zeebe gathers of each activity, beside what the behaviour reads. */
export interface CompiledAdHoc extends AdHocConfig {
  outputCollection?: string;
  outputElement?: Expression;
}

export function compileAdHoc(context: CompileContext): CompiledAdHoc {
  const { document, element } = context;
  const view = adHocBpmn.read(document, element.id);
  const given = written(element, 'completionCondition');
  const completionCondition =
    given &&
    context.expression(given.body, 'completionCondition', {
      purpose: 'condition',
      ...language(given.language),
    });
  const activeElements = context.optional(view.activeElements, 'activeElements');
  const outputElement = context.optional(view.outputElement, 'outputElement');
  return {
    sequential: view.sequential,
    cancelRemaining: view.cancelRemaining,
    inner: innerOf(context),
    ...(completionCondition ? { completionCondition } : {}),
    ...(activeElements ? { activeElements } : {}),
    ...(view.outputCollection ? { outputCollection: view.outputCollection } : {}),
    ...(outputElement ? { outputElement } : {}),
  };
}

/** The activities that may be begun: nothing leads to them, and they wait for nothing else. */
function innerOf(context: CompileContext): string[] {
  const nodes = flowModel(context.document).scopes.get(context.element.id)?.nodes ?? [];
  const events = nodes.filter((node) => /^bpmn:(?:Start|End)Event$/.test(node.element.type));
  for (const { element } of events)
    context.report(
      'error',
      'ad-hoc-events',
      `An ad-hoc sub-process has no start and no end: its steps begin in any order. Remove “${String(element.attrs.name || element.id)}”.`,
    );
  return nodes
    .filter((node) => node.incoming.length === 0 && startsItself(node) && !events.includes(node))
    .map((node) => node.id);
}

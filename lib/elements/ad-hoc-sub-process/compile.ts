import { flowModel } from '@/engine/compile/flow-model';
import { language, written } from '@/engine/compile/read';
import type { CompileContext } from '@/engine/compile/registry';
import { startsItself } from '@/engine/compile/starts';
import { adHocBpmn } from './bpmn';
import type { AdHocConfig } from './config';

export function compileAdHoc(context: CompileContext): AdHocConfig {
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
  const collection = view.outputCollection.trim();
  return {
    sequential: view.sequential,
    cancelRemaining: view.cancelRemaining,
    inner: innerOf(context),
    ...(completionCondition ? { completionCondition } : {}),
    ...(activeElements ? { activeElements } : {}),
    ...(collection ? { gathers: { collection, ...(outputElement ? { element: outputElement } : {}) } } : {}),
  };
}

/** The activities that may be begun: nothing leads to them, and they wait for nothing else. */
function innerOf(context: CompileContext): string[] {
  const nodes = flowModel(context.document).scopes.get(context.element.id)?.nodes ?? [];
  return nodes
    .filter((node) => node.incoming.length === 0 && startsItself(node) && !EVENT.test(node.element.type))
    .map((node) => node.id);
}

/** Such a sub-process has no beginning and no end. */
const EVENT = /^bpmn:(?:Start|End)Event$/;

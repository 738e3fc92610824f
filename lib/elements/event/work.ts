import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import type { CompileContext, ElementCompiler } from '@/engine/compile/registry';
import { eventDefinitionsOf } from '@/lib/document';
import { extensionOf, vendorAttribute } from '../extension-values';
import { serviceTask } from '../service-task/spec';

/**
 * A message event whose sending somebody else does: Zeebe and Camunda 7 make it work of a type. It is then executed
 * as external work.
 */
export function eventWorker(document: ProcessDocument, element: DocElement): ElementCompiler | undefined {
  if (extensionOf(element, 'zeebe:TaskDefinition')) return serviceTask.compiler;
  const definition = eventDefinitionsOf(document, element.id).find(
    (each) => each.type === 'bpmn:MessageEventDefinition' && vendorAttribute(each, 'topic') !== undefined,
  );
  return definition && serviceTask.compiler && workOf(serviceTask.compiler, definition);
}

/** Camunda 7 writes the topic to the event definition. */
const workOf = (compiler: ElementCompiler, { attrs }: DocElement): ElementCompiler => ({
  behavior: compiler.behavior,
  compile: (context: CompileContext) =>
    compiler.compile({
      ...context,
      element: { ...context.element, attrs: { ...attrs, ...context.element.attrs } },
    }),
});

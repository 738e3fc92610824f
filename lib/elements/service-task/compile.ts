import type { CompileContext } from '@/engine/compile/registry';
import { retriesOf, serviceTaskBpmn } from './bpmn';
import type { ServiceTaskConfig } from './config';
import { implementationOf } from './implementation';

/** External work by type; without an implementation the type is the element's id, and that is said. */
export function compileServiceTask(context: CompileContext): ServiceTaskConfig {
  const { element, document } = context;
  const implementation = implementationOf(element);
  const common = {
    retries: retriesOf(element),
    headers: Object.fromEntries(
      serviceTaskBpmn.read(document, element.id).headers.map((header) => [header.key, header.value]),
    ),
  };
  if (implementation.type !== undefined) {
    const { type, syntax } = implementation;
    return { ...common, workType: context.expression(type.trim(), 'type', { syntax }) };
  }
  const offered = `It is offered to external workers as work of type “${element.id}”.`;
  const message = implementation.foreign
    ? `This step is done by ${implementation.foreign}, which does not run here. ${offered}`
    : `Nothing says who does this step. ${offered}`;
  context.report('warning', 'no-implementation', message, 'type');
  return {
    ...common,
    workType: { mode: 'static', source: element.id, value: element.id },
    unimplemented: true,
  };
}

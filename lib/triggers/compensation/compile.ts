import { handlerOfEvent } from '@/engine/compile/compensation';
import type { DocElement } from '@/engine/compile/document';
import { flowModel } from '@/engine/compile/flow-model';
import type { CompileContext } from '@/engine/compile/registry';
import type { Throw, Trigger } from '@/engine/core/triggers';
import { ref } from '@/lib/document';

/** On the border of an activity it names the activity that undoes it, by an association. */
export function catchCompensation(context: CompileContext): Trigger[] {
  const { document, element } = context;
  if (element.type === 'bpmn:BoundaryEvent' && !handlerOfEvent(flowModel(document), element))
    context.report(
      'warning',
      'compensation-handler',
      'Nothing undoes this step: connect the compensation event to a step that is marked as compensation. Until then it is left as it is.',
    );
  return [{ type: 'compensation' }];
}

export function throwCompensation(context: CompileContext, definition: DocElement): Throw[] {
  const activity = ref(definition, 'activityRef') ?? null;
  const node = activity === null ? undefined : flowModel(context.document).nodes.get(activity);
  if (activity !== null && node?.process !== context.node.process)
    context.report(
      'error',
      'compensation-activity',
      `The step “${activity}” that should be undone is not part of this process. Choose another, or none to undo all.`,
      'compensation.activity',
    );
  return [{ type: 'compensation', activity, wait: definition.attrs.waitForCompletion !== false }];
}

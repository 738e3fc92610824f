import { z } from 'zod';
import { expressionText, mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, withExtensions } from '../extension-values';
import { joinPatches } from '../patch';
import { writeExpressions } from '../write-expressions';

export const adHocSchema = z.object({
  /** One activity after the other instead of all at once. */
  sequential: z.boolean().default(false),
  /** FEEL; empty: done when nothing runs any more. */
  completionCondition: z.string().default(''),
  cancelRemaining: z.boolean().default(true),
  /** FEEL giving the ids of the activities to begin with; empty: all. */
  activeElements: z.string().default(''),
  /** The list that gathers the output of each activity. */
  outputCollection: z.string().default(''),
  outputElement: z.string().default(''),
});
type View = z.infer<typeof adHocSchema>;

export const adHocBpmn: BpmnBinding<View> = {
  read(document, id) {
    const element = mustGet(document, id);
    const adHoc = extensionOf(element, 'zeebe:AdHoc');
    return {
      sequential: element.attrs.ordering === 'Sequential',
      completionCondition: (expressionText(element, 'completionCondition') ?? '').trim(),
      cancelRemaining: element.attrs.cancelRemainingInstances !== false,
      activeElements: textOf(adHoc, 'activeElementsCollection') ?? '',
      outputCollection: textOf(adHoc, 'outputCollection') ?? '',
      outputElement: textOf(adHoc, 'outputElement') ?? '',
    };
  },
  write(view, document, id) {
    const before = adHocBpmn.read(document, id);
    const { activeElements: activeElementsCollection, outputCollection, outputElement } = view;
    const adHoc = { activeElementsCollection, outputCollection, outputElement };
    const used = Object.values(adHoc).some((each) => each !== '');
    const same =
      before.activeElements === view.activeElements &&
      before.outputCollection === outputCollection &&
      before.outputElement === outputElement;
    const attrs = {
      ordering: view.sequential ? 'Sequential' : null,
      cancelRemainingInstances: view.cancelRemaining ? null : false,
    };
    const values = same ? {} : withExtensions(mustGet(document, id), { 'zeebe:AdHoc': used ? adHoc : null });
    const { completionCondition } = view;
    const changed = before.sequential !== view.sequential || before.cancelRemaining !== view.cancelRemaining;
    return joinPatches(
      { update: { [id]: { ...(changed ? { attrs } : {}), values } } },
      writeExpressions(document, id, { completionCondition }),
    );
  },
};

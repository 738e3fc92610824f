import { z } from 'zod';
import type { DocElement } from '@/engine/compile/document';
import { mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, vendorAttribute, withExtensions } from '../extension-values';

export const businessRuleTaskSchema = z.object({
  /** The id of a stored decision; FEEL after `=`. */
  decisionId: z.string().default(''),
  /** Empty for the newest version. */
  version: z.string().default(''),
  resultVariable: z.string().default('decision'),
});
type View = z.infer<typeof businessRuleTaskSchema>;

const CALLED = 'zeebe:CalledDecision';

/** Whether a business rule task names a decision, in whichever vendor's words; otherwise it is external work. */
export const callsDecision = (element: DocElement): boolean =>
  element.type === 'bpmn:BusinessRuleTask' &&
  (extensionOf(element, CALLED) !== undefined || vendorAttribute(element, 'decisionRef') !== undefined);

export const businessRuleTaskBpmn: BpmnBinding<View> = {
  read(document, id) {
    const element = mustGet(document, id);
    const called = extensionOf(element, CALLED);
    if (!called) return readVendor(element);
    return {
      decisionId: textOf(called, 'decisionId') ?? '',
      version: vendorAttribute(element, 'decisionRefVersion') ?? '',
      resultVariable: textOf(called, 'resultVariable') ?? '',
    };
  },
  write(view, document, id) {
    const element = mustGet(document, id);
    const before = businessRuleTaskBpmn.read(document, id);
    if (JSON.stringify(before) === JSON.stringify(view)) return {};
    const { decisionId, resultVariable, version } = view;
    return {
      update: {
        [id]: {
          attrs: written(element, version),
          values: withExtensions(element, { [CALLED]: { decisionId, resultVariable } }),
        },
      },
    };
  },
};

function readVendor(element: DocElement): View {
  const version = vendorAttribute(element, 'decisionRefVersion');
  return {
    decisionId: vendorAttribute(element, 'decisionRef') ?? '',
    version: vendorAttribute(element, 'decisionRefBinding') === 'version' ? (version ?? '') : '',
    resultVariable: vendorAttribute(element, 'resultVariable') ?? '',
  };
}

/** Camunda 7's words for the decision go, for the extension says it now; only it can name a version by number. */
function written(element: DocElement, version: string): Record<string, string | null> {
  const attrs: Record<string, string | null> = {};
  for (const prefix of ['camunda', 'flowable', 'activiti']) {
    for (const name of ['decisionRef', 'resultVariable', 'decisionRefVersion', 'decisionRefBinding'])
      if (element.attrs[`${prefix}:${name}`] !== undefined) attrs[`${prefix}:${name}`] = null;
  }
  if (version.trim() === '') return attrs;
  return { ...attrs, 'camunda:decisionRefVersion': version.trim(), 'camunda:decisionRefBinding': 'version' };
}

import { z } from 'zod';
import type { DocElement, InlineValue } from '@/engine/compile/document';
import { mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, vendorAttribute, withExtensions } from '../extension-values';
import { CALLED } from './calls-decision';
import { RESULT_MAPPINGS } from './result-mapping';

export const businessRuleTaskSchema = z.object({
  /** The id of a stored decision; FEEL after `=`. */
  decisionId: z.string().default(''),
  binding: z.enum(['latest', 'deployment', 'version', 'tag']).default('latest'),
  /** With binding `version` or `tag`: which. */
  version: z.string().default(''),
  resultVariable: z.string().default('decision'),
  /** In which of Camunda 7's shapes the result is kept; `value` as DMN says. */
  mapping: z.enum(RESULT_MAPPINGS).default('value'),
});
export type BusinessRuleTaskView = z.infer<typeof businessRuleTaskSchema>;
type View = BusinessRuleTaskView;

/** Camunda 7's words, of which the two last also stand beside Zeebe's, which has none for them. */
const VENDOR = [
  'decisionRef',
  'resultVariable',
  'decisionRefVersion',
  'decisionRefVersionTag',
  'decisionRefBinding',
  'mapDecisionResult',
];
const BINDINGS: Record<string, View['binding']> = {
  deployment: 'deployment',
  version: 'version',
  versionTag: 'tag',
};

/** How the result is to be mapped, as it is written; what nobody knows is told when it is compiled. */
export const writtenMapping = (element: DocElement): string | undefined =>
  vendorAttribute(element, 'mapDecisionResult');

export const businessRuleTaskBpmn: BpmnBinding<View> = {
  read(document, id) {
    const element = mustGet(document, id);
    const called = extensionOf(element, CALLED);
    return called ? readZeebe(element, called) : readVendor(element);
  },
  write(view, document, id) {
    const element = mustGet(document, id);
    const before = businessRuleTaskBpmn.read(document, id);
    if (JSON.stringify(before) === JSON.stringify(view)) return {};
    const { decisionId, resultVariable, binding } = view;
    const called = {
      decisionId,
      resultVariable,
      bindingType: { latest: undefined, version: undefined, deployment: binding, tag: 'versionTag' }[binding],
      versionTag: binding === 'tag' ? view.version.trim() : undefined,
    };
    return {
      update: {
        [id]: { attrs: written(element, view), values: withExtensions(element, { [CALLED]: called }) },
      },
    };
  },
};

function readZeebe(element: DocElement, called: InlineValue): View {
  const numbered = vendorAttribute(element, 'decisionRefVersion') !== undefined;
  const binding = BINDINGS[textOf(called, 'bindingType') ?? ''] ?? (numbered ? 'version' : 'latest');
  const versions = {
    tag: textOf(called, 'versionTag'),
    version: vendorAttribute(element, 'decisionRefVersion'),
  };
  return {
    decisionId: textOf(called, 'decisionId') ?? '',
    binding,
    version: (binding === 'tag' || binding === 'version' ? versions[binding] : undefined) ?? '',
    resultVariable: textOf(called, 'resultVariable') ?? '',
    mapping: mappingOf(writtenMapping(element) ?? 'value'),
  };
}

function readVendor(element: DocElement): View {
  const binding = BINDINGS[vendorAttribute(element, 'decisionRefBinding') ?? ''] ?? 'latest';
  const versions = {
    tag: vendorAttribute(element, 'decisionRefVersionTag'),
    version: vendorAttribute(element, 'decisionRefVersion'),
  };
  return {
    decisionId: vendorAttribute(element, 'decisionRef') ?? '',
    binding,
    version: (binding === 'tag' || binding === 'version' ? versions[binding] : undefined) ?? '',
    resultVariable: vendorAttribute(element, 'resultVariable') ?? '',
    mapping: mappingOf(writtenMapping(element) ?? 'resultList'),
  };
}

const mappingOf = (text: string): View['mapping'] =>
  RESULT_MAPPINGS.find((mapping) => mapping === text) ?? 'resultList';

/** Camunda 7's words for the decision go, for the extension says it now; only they name a number and a shape. */
function written(element: DocElement, { binding, version, mapping }: View): Record<string, string | null> {
  const attrs: Record<string, string | null> = {};
  for (const prefix of ['camunda', 'flowable', 'activiti'])
    for (const name of VENDOR)
      if (element.attrs[`${prefix}:${name}`] !== undefined) attrs[`${prefix}:${name}`] = null;
  if (mapping !== 'value') attrs['camunda:mapDecisionResult'] = mapping;
  if (binding !== 'version') return attrs;
  return { ...attrs, 'camunda:decisionRefVersion': version.trim(), 'camunda:decisionRefBinding': 'version' };
}

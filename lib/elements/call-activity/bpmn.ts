import { z } from 'zod';
import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { extensionsOf, get, mustGet, textOf, valuesOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, vendorAttribute, withExtensions } from '../extension-values';

export const callActivitySchema = z.object({
  /** Key of the called process; FEEL after `=`. */
  process: z.string().default(''),
  binding: z.enum(['latest', 'deployment', 'version', 'tag']).default('latest'),
  /** With binding `version` or `tag`: which. */
  version: z.string().default(''),
  /** FEEL after `=`; empty: that of the calling instance. */
  businessKey: z.string().default(''),
  allParentVariables: z.boolean().default(true),
  allChildVariables: z.boolean().default(true),
});
export type CallActivityView = z.infer<typeof callActivitySchema>;

const CALLED = 'zeebe:CalledElement';
const BINDINGS: Record<string, CallActivityView['binding']> = {
  deployment: 'deployment',
  version: 'version',
  versionTag: 'tag',
};

/** Zeebe knows no binding to a number; Camunda 7's attributes say it beside its extension. */
const VERSION = 'calledElementVersion';
const boundToVersion = (element: DocElement): boolean =>
  vendorAttribute(element, 'calledElementBinding') === 'version';

/** What a call activity calls, in Zeebe's words where there are any, else in Camunda 7's and the standard's. */
export function readCall(document: ProcessDocument, id: string): CallActivityView {
  const element = mustGet(document, id);
  const called = extensionOf(element, CALLED);
  if (!called) return readStandard(document, element);
  const written = BINDINGS[textOf(called, 'bindingType') ?? ''];
  const binding = written ?? (boundToVersion(element) ? 'version' : 'latest');
  const versions = { tag: textOf(called, 'versionTag'), version: vendorAttribute(element, VERSION) };
  return {
    process: textOf(called, 'processId') ?? textOf(called, 'processIdExpression') ?? '',
    binding,
    version: (binding === 'tag' || binding === 'version' ? versions[binding] : undefined) ?? '',
    businessKey: textOf(called, 'businessId') ?? '',
    allParentVariables: textOf(called, 'propagateAllParentVariables') !== 'false',
    allChildVariables: textOf(called, 'propagateAllChildVariables') !== 'false',
  };
}

function readStandard(document: ProcessDocument, element: DocElement): CallActivityView {
  const binding = BINDINGS[vendorAttribute(element, 'calledElementBinding') ?? ''];
  const version = {
    version: vendorAttribute(element, VERSION),
    tag: vendorAttribute(element, 'calledElementVersionTag'),
  };
  const named = binding === 'version' || binding === 'tag' ? version[binding] : undefined;
  const handed = (direction: RegExp) => extensionsOf(element).filter((each) => direction.test(each.$type));
  const ins = handed(/^(?:camunda|flowable|activiti):in$/i);
  const outs = handed(/^(?:camunda|flowable|activiti):out$/i);
  const businessKey = ins.map((each) => textOf(each, 'businessKey')).find((key) => key !== undefined);
  const all = (list: typeof ins) =>
    list.length === 0 || list.some((each) => textOf(each, 'variables') === 'all');
  return {
    process: calledElement(document, element),
    binding: vendorAttribute(element, 'sameDeployment') === 'true' ? 'deployment' : (binding ?? 'latest'),
    version: named ?? '',
    businessKey: businessKey ?? vendorAttribute(element, 'businessKey') ?? '',
    allParentVariables: all(ins.filter((each) => textOf(each, 'businessKey') === undefined)),
    allChildVariables: all(outs),
  };
}

/** The standard's `calledElement` is a qualified name; its prefix says nothing inside one file. */
function calledElement(document: ProcessDocument, { attrs }: DocElement): string {
  const written = typeof attrs.calledElement === 'string' ? attrs.calledElement.trim() : '';
  const [, prefix = '', local = ''] = /^([\p{L}_][\p{L}\p{N}_.-]*):(.+)$/u.exec(written) ?? [];
  return prefix !== '' && Object.hasOwn(document.namespaces, prefix) ? local : written;
}

/** The global task of the file that a call activity calls; undefined when it calls a process. */
export function globalTaskOf(document: ProcessDocument, element: DocElement): DocElement | undefined {
  const called = get(document, readCall(document, element.id).process);
  return called && /^bpmn:Global\w*Task$/.test(called.type) ? called : undefined;
}

/** The script of a global script task: files write it as an element, the metamodel we read them by knows an attribute. */
export function globalScript(called: DocElement): string {
  if (typeof called.attrs.script === 'string') return called.attrs.script;
  const written = valuesOf(called, '$children').find(({ $type }) => $type === 'bpmn:script');
  return typeof written?.$body === 'string' ? written.$body.trim() : '';
}

export const callActivityBpmn: BpmnBinding<CallActivityView> = {
  read: readCall,
  write(view, document, id) {
    const before = readCall(document, id);
    if (JSON.stringify(before) === JSON.stringify(view)) return {};
    const element = mustGet(document, id);
    const called = {
      processId: view.process,
      bindingType: { latest: undefined, deployment: 'deployment', version: undefined, tag: 'versionTag' }[
        view.binding
      ],
      versionTag: view.binding === 'tag' ? view.version : undefined,
      businessId: view.businessKey,
      propagateAllChildVariables: view.allChildVariables ? undefined : false,
      propagateAllParentVariables: view.allParentVariables ? undefined : false,
    };
    const attrs = {
      'camunda:calledElementBinding': view.binding === 'version' ? 'version' : null,
      'camunda:calledElementVersion': view.binding === 'version' ? view.version : null,
    };
    return { update: { [id]: { attrs, values: withExtensions(element, { [CALLED]: called }) } } };
  },
};

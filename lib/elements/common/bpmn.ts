import { z } from 'zod';
import type { InlineValue, ProcessDocument } from '@/engine/compile/document';
import { inlineList, mustGet, nameOf, textOf, valuesOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, inlineValue, withExtensions } from '../extension-values';

const mapping = z.object({
  /** FEEL after `=`, else text. */
  source: z.string(),
  /** A variable or a dotted path into one. */
  target: z.string(),
});

/** What every element has beside its own fields. */
export const commonSchema = z.object({
  name: z.string().default(''),
  /** Markdown. */
  documentation: z.string().default(''),
  inputs: z.array(mapping).default([]),
  outputs: z.array(mapping).default([]),
});
export type CommonView = z.infer<typeof commonSchema>;

/** Name, documentation and mappings of any element. */
export const common: BpmnBinding<CommonView> = {
  read(document, id) {
    const element = mustGet(document, id);
    const io = extensionOf(element, 'zeebe:IoMapping');
    return {
      name: nameOf(element),
      documentation: textOf(valuesOf(element, 'documentation')[0], 'text') ?? '',
      inputs: mappings(io, 'inputParameters'),
      outputs: mappings(io, 'outputParameters'),
    };
  },
  write(view, document, id) {
    const element = mustGet(document, id);
    const before = common.read(document, id);
    const mapped = same(before.inputs, view.inputs) && same(before.outputs, view.outputs);
    return {
      update: {
        [id]: {
          attrs: { name: view.name === '' ? null : view.name },
          values: {
            ...(before.documentation === view.documentation
              ? {}
              : documentation(document, id, view.documentation)),
            ...(mapped ? {} : withExtensions(element, { 'zeebe:IoMapping': ioMapping(view) })),
          },
        },
      },
    };
  },
};

function mappings(io: InlineValue | undefined, property: string): { source: string; target: string }[] {
  return inlineList(io, property).map((each) => ({
    source: textOf(each, 'source') ?? '',
    target: textOf(each, 'target') ?? '',
  }));
}

function ioMapping(view: CommonView): Record<string, unknown> | null {
  if (view.inputs.length + view.outputs.length === 0) return null;
  return {
    inputParameters: view.inputs.map((each) => inlineValue('zeebe:Input', each)),
    outputParameters: view.outputs.map((each) => inlineValue('zeebe:Output', each)),
  };
}

function documentation(document: ProcessDocument, id: string, text: string) {
  const [first, ...others] = valuesOf(mustGet(document, id), 'documentation');
  const list = text === '' ? others : [{ ...first, $type: 'bpmn:Documentation', text }, ...others];
  return { documentation: list.length > 0 ? list : null };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

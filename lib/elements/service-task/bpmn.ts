import { z } from 'zod';
import type { DocElement } from '@/engine/compile/document';
import { inlineList, mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, inlineValue, vendorAttribute, withExtensions } from '../extension-values';

export const DEFAULT_RETRIES = 3;

export const serviceTaskSchema = z.object({
  /** The type external workers lease it by; FEEL after `=`. Empty: the element's id. */
  type: z.string().default(''),
  /** How often it is tried again after a failure. */
  retries: z.number().int().min(0).max(100).default(DEFAULT_RETRIES),
  /** Constant values handed to the worker. */
  headers: z.array(z.object({ key: z.string(), value: z.string() })).default([]),
});
type View = z.infer<typeof serviceTaskSchema>;

/** Who does the work, in whichever vendor's words. */
export interface Implementation {
  type?: string;
  syntax: 'zeebe' | 'juel';
  /** An implementation of another engine that can't run here: a Java class or an expression. */
  foreign?: string;
}

export function implementationOf(element: DocElement): Implementation {
  const type = textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type');
  if (type !== undefined && type.trim() !== '') return { type, syntax: 'zeebe' };
  const topic = vendorAttribute(element, 'topic');
  if (topic) return { type: topic, syntax: 'juel' };
  const vendorType = vendorAttribute(element, 'type');
  if (vendorType && !/^external(?:-worker)?$/.test(vendorType)) return { type: vendorType, syntax: 'juel' };
  const foreign = foreignImplementation(element);
  return { syntax: 'juel', ...(foreign ? { foreign } : {}) };
}

function foreignImplementation(element: DocElement): string | undefined {
  for (const name of ['class', 'delegateExpression', 'expression']) {
    const value = vendorAttribute(element, name);
    if (value) return `“${value}” of another engine`;
  }
  return extensionOf(element, 'camunda:Connector') ? 'a connector of another engine' : undefined;
}

/** Retries as written; three when nothing usable is (Zeebe's default). */
export function retriesOf(element: DocElement, fallback = DEFAULT_RETRIES): number {
  const written = Number(textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'retries') ?? Number.NaN);
  return Number.isInteger(written) && written >= 0 ? Math.min(written, 100) : fallback;
}

export const serviceTaskBpmn: BpmnBinding<View> = {
  read(document, id) {
    const element = mustGet(document, id);
    return {
      type: implementationOf(element).type ?? '',
      retries: retriesOf(element),
      headers: inlineList(extensionOf(element, 'zeebe:TaskHeaders'), 'values').map((header) => ({
        key: textOf(header, 'key') ?? '',
        value: textOf(header, 'value') ?? '',
      })),
    };
  },
  write(view, document, id) {
    const element = mustGet(document, id);
    const before = serviceTaskBpmn.read(document, id);
    if (JSON.stringify(before) === JSON.stringify(view)) return {};
    const headers = view.headers.map((header) => inlineValue('zeebe:Header', header));
    const definition = {
      type: view.type.trim(),
      retries: view.retries === DEFAULT_RETRIES ? undefined : String(view.retries),
    };
    const used = definition.type !== '' || definition.retries !== undefined;
    return {
      update: {
        [id]: {
          values: withExtensions(element, {
            'zeebe:TaskDefinition': used ? definition : null,
            'zeebe:TaskHeaders': headers.length > 0 ? { values: headers } : null,
          }),
        },
      },
    };
  },
};

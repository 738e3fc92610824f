import { z } from 'zod';
import type { DocElement } from '@/engine/compile/document';
import { inlineList, mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, inlineValue, withExtensions } from '../extension-values';
import { implementationOf } from './implementation';

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

/** Retries as written, by Zeebe or as a cycle of Camunda 7; three when nothing usable is (Zeebe's default). */
export function retriesOf(element: DocElement, fallback = DEFAULT_RETRIES): number {
  const own = textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'retries') ?? cycleRetries(element);
  const written = Number(own ?? Number.NaN);
  return Number.isInteger(written) && written >= 0 ? Math.min(written, 100) : fallback;
}

const CYCLES = ['camunda', 'flowable', 'activiti'].flatMap((prefix) => [
  `${prefix}:FailedJobRetryTimeCycle`,
  `${prefix}:failedJobRetryTimeCycle`,
]);

/** `R5/PT7M` is tried five times; when, the worker says. */
function cycleRetries(element: DocElement): string | undefined {
  const cycle = extensionOf(element, ...CYCLES);
  return /^R(\d+)\//.exec((textOf(cycle, 'body') ?? textOf(cycle, '$body') ?? '').trim())?.[1];
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

import { z } from 'zod';
import type { InlineValue } from '@/engine/compile/document';
import { inlineList, mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, inlineValue, withExtensions } from '../extension-values';
import { DEFAULT_RETRIES, retriesOf } from '../service-task/bpmn';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export const httpCallSchema = z.object({
  method: z.enum(METHODS).default('GET'),
  /** FEEL after `=`, else the address itself. */
  url: z.string().default(''),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  /** FEEL after `=`, else text; empty for none. */
  body: z.string().default(''),
  /** Name of a stored secret, sent as a bearer token. */
  secret: z.string().default(''),
  /** ISO 8601 duration. */
  timeout: z.string().default('PT10S'),
  retries: z.number().int().min(0).max(100).default(DEFAULT_RETRIES),
  resultVariable: z.string().default('response'),
});
type View = z.infer<typeof httpCallSchema>;

const HTTP = 'countersign:Http';

export const httpCallBpmn: BpmnBinding<View> = {
  read(document, id) {
    const element = mustGet(document, id);
    const http = extensionOf(element, HTTP);
    const method = (textOf(http, 'method') ?? 'GET').toUpperCase();
    return {
      method: METHODS.find((each) => each === method) ?? 'GET',
      url: textOf(http, 'url') ?? '',
      headers: inlineList(http, 'headers').map((header) => ({
        name: textOf(header, 'name') ?? '',
        value: textOf(header, 'value') ?? '',
      })),
      body: textOf(http, 'body') ?? '',
      secret: textOf(http, 'secret') ?? '',
      timeout: textOf(http, 'timeout') ?? 'PT10S',
      retries: retriesOf(element),
      resultVariable: textOf(http, 'resultVariable') ?? 'response',
    };
  },
  write(view, document, id) {
    const element = mustGet(document, id);
    const { retries, headers, ...own } = view;
    const list: InlineValue[] = headers.map((header) => inlineValue('countersign:Header', header));
    const taskDefinition =
      retries === DEFAULT_RETRIES ? null : { type: 'countersign.http', retries: String(retries) };
    return {
      update: {
        [id]: {
          values: withExtensions(element, {
            [HTTP]: { ...own, headers: list },
            'zeebe:TaskDefinition': taskDefinition,
          }),
        },
      },
    };
  },
};

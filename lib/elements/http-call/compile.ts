import type { CompileContext } from '@/engine/compile/registry';
import { durationMs } from '@/lib/triggers/timer/duration';
import { httpCallBpmn } from './bpmn';
import type { HttpCallConfig } from './config';

const DEFAULT_TIMEOUT_MS = 10_000;

export function compileHttpCall(context: CompileContext): HttpCallConfig {
  const view = httpCallBpmn.read(context.document, context.element.id);
  const timeoutMs = durationMs(view.timeout);
  if (timeoutMs === undefined)
    context.report(
      'error',
      'timeout',
      `The time limit “${view.timeout}” is not a duration such as PT10S.`,
      'timeout',
    );
  const body = context.optional(view.body, 'body');
  return {
    method: view.method,
    url: context.expression(view.url.trim(), 'url'),
    headers: view.headers.map((header, index) => ({
      name: header.name.trim(),
      value: context.expression(header.value, `headers[${index}].value`),
    })),
    ...(body ? { body } : {}),
    ...(view.secret ? { secret: view.secret } : {}),
    timeoutMs: timeoutMs ?? DEFAULT_TIMEOUT_MS,
    retries: view.retries,
    resultVariable: view.resultVariable,
  };
}

import type { CompileContext } from '@/engine/compile/registry';
import { endTrigger, errorCodeOf, errorOf } from './bpmn';
import type { EndEventConfig } from './config';

export function compileEndEvent({ document, element, report }: CompileContext): EndEventConfig {
  const trigger = endTrigger(document, element.id);
  if (trigger === 'terminate') return { trigger };
  if (trigger !== 'error') return { trigger: 'none' };
  const errorCode = errorCodeOf(document, element.id);
  if (errorCode === undefined)
    report(
      'warning',
      'error-code',
      'This end throws an error without a code: only events that catch every error catch it.',
      'errorCode',
    );
  const message = String(
    errorOf(document, element.id)?.attrs.name ?? element.attrs.name ?? errorCode ?? 'Error',
  );
  return { trigger, errorCode: errorCode ?? '', message };
}

import type { DocElement } from '@/engine/compile/document';
import { titleOf } from '@/engine/compile/read';
import type { CompileContext } from '@/engine/compile/registry';
import type { Throw, Trigger } from '@/engine/core/triggers';
import { nameOf, resolve } from '@/lib/document';
import { vendorAttribute } from '@/lib/elements/extension-values';
import { fixedCode } from '../fixed-code';
import { errorCode } from './bpmn';

/** What an event catches, and the variables that Camunda 7 and Flowable write the error to. */
export function catchError(context: CompileContext, definition: DocElement): Trigger[] {
  const codeVariable =
    vendorAttribute(definition, 'errorCodeVariable') ?? vendorAttribute(definition, 'errorVariableName');
  const messageVariable = vendorAttribute(definition, 'errorMessageVariable');
  return [
    {
      type: 'error',
      code: fixedCode(context, errorCode(context.document, definition), 'error.code'),
      ...(codeVariable ? { codeVariable } : {}),
      ...(messageVariable ? { messageVariable } : {}),
    },
  ];
}

export function throwError(context: CompileContext, definition: DocElement): Throw[] {
  const { document, element } = context;
  const code = errorCode(document, definition);
  if (code === undefined)
    context.report(
      'warning',
      'error-code',
      'This end throws an error without a code: only events that catch every error catch it.',
      'error.code',
    );
  const message = nameOf(resolve(document, definition, 'errorRef')) || titleOf(element);
  return [{ type: 'error', code: context.expression(code ?? '', 'error.code', { syntax: 'juel' }), message }];
}

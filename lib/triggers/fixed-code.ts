import type { CompileContext } from '@/engine/compile/registry';

/**
 * The code by which an error or escalation is caught: it must be known before anything runs, so an expression is
 * refused. Null catches every code.
 */
export function fixedCode(context: CompileContext, code: string | undefined, field: string): string | null {
  if (code === undefined) return null;
  if (/^\s*=|[$#]\{/.test(code))
    context.report(
      'error',
      'event-code',
      `The code that is caught must be fixed text, but “${code.trim()}” is an expression. Only where it is thrown may it be computed.`,
      field,
    );
  return code;
}

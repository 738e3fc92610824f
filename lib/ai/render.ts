import 'server-only';
import type { JsonObject } from '@/engine/core/json';
import { type Rendered, rendered } from '@/lib/elements/ai-call/rendered';
import { parseTemplate } from '@/lib/elements/template';
import { written } from '@/lib/elements/values';
import { invalid } from '@/lib/errors/app-error';
import { evaluateUnbounded } from '@/lib/feel/evaluator';

/**
 * Renders a prompt with sample variables, as an activation would.
 * @param field named in the error
 * @throws AppError 422 for an expression that can't be evaluated
 */
export async function renderPrompt(
  template: string,
  variables: JsonObject,
  field: string,
): Promise<Rendered> {
  const context = { variables, now: new Date().toISOString() };
  const parts = parseTemplate(template).map(async (part) => {
    if ('literal' in part) return part;
    const result = await evaluateUnbounded(part.expression, context);
    if (result.ok) return { value: written(result.value as never) };
    const message = `{{${part.expression}}}: ${result.message}`;
    throw invalid({ code: 'evaluation', userMessage: message, errors: [{ path: field, message }] });
  });
  return rendered(await Promise.all(parts));
}

import type { CompileContext } from '@/engine/compile/registry';
import type { PromptTemplate } from './ai-call/config';

/** A text with `{{variable.path}}` or `{{= FEEL }}` in it, taken apart in order. */
export type TemplatePart = { literal: string } | { expression: string; at: number };

/** Takes a template apart. An opening `{{` without `}}` is literal text. */
export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(/\{\{([\s\S]*?)\}\}/g)) {
    if (match.index > end) parts.push({ literal: template.slice(end, match.index) });
    const expression = (match[1] ?? '').trim().replace(/^=/, '').trim();
    parts.push({ expression, at: match.index });
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push({ literal: template.slice(end) });
  return parts;
}

/** Compiles a template; syntax errors are reported at its field. */
export function compileTemplate(context: CompileContext, template: string, field: string): PromptTemplate {
  return parseTemplate(template).map((part) =>
    'literal' in part ? part.literal : context.expression(part.expression, field, { syntax: 'feel' }),
  );
}

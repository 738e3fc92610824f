import type { CompileContext } from '@/engine/compile/registry';
import type { Json } from '@/engine/core/json';
import { durationMs } from '@/lib/triggers/timer/duration';
import { compileTemplate } from '../template';
import { aiCallBpmn } from './bpmn';
import { linkOf } from './chain';
import type { AiCallConfig } from './config';
import { budgetOf } from './limits';

const DEFAULT_TIMEOUT_MS = 30_000;

export function compileAiCall(context: CompileContext): AiCallConfig {
  const view = aiCallBpmn.read(context.document, context.element.id);
  const timeoutMs = durationMs(view.timeout);
  if (timeoutMs === undefined)
    context.report(
      'error',
      'timeout',
      `The time limit “${view.timeout}” is not a duration such as PT30S.`,
      'timeout',
    );
  return {
    ...linkOf(view),
    ...(view.fallbacks.length > 0 ? { fallbacks: view.fallbacks.map(linkOf) } : {}),
    ...(view.temperature === undefined ? {} : { temperature: view.temperature }),
    ...(view.maxTokens === undefined ? {} : { maxTokens: view.maxTokens }),
    ...budgetOf(view),
    timeoutMs: timeoutMs ?? DEFAULT_TIMEOUT_MS,
    retries: Math.min(Math.max(0, Math.trunc(view.retries)), 20),
    systemPrompt: compileTemplate(context, view.systemPrompt, 'systemPrompt'),
    userPrompt: compileTemplate(context, view.userPrompt, 'userPrompt'),
    outputSchema: schemaOf(view.outputSchema),
    ...(view.requireQuotes ? { requireQuotes: true } : {}),
    resultVariable: view.resultVariable,
    confidenceSource: view.confidenceSource,
    threshold: Math.min(Math.max(0, view.threshold), 1),
  };
}

/** An unreadable schema is an error of its own rule; it never runs. */
function schemaOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

import type { Behavior, Step } from '@/engine/core/behavior';
import type { JsonObject } from '@/engine/core/json';
import { written } from '../values';
import type { AiCallConfig, PromptTemplate } from './config';
import { type Rendered, rendered } from './rendered';

/** In-process work of this type is a call to a model. */
export const AI_WORK = 'countersign:ai';

/** Renders the prompts; the worker's variables hold `{[resultVariable]: {value, confidence, …}}`. */
export const behavior: Behavior<AiCallConfig> = {
  activate(step, config) {
    const { text: system } = render(step, config.systemPrompt, 'The system prompt');
    const { text: prompt, inputs } = render(step, config.userPrompt, 'The prompt');
    const payload: JsonObject = { system, prompt };
    if (config.requireQuotes) payload.inputs = inputs.map(([start, end]) => [start, end]);
    step.createWork({ workType: AI_WORK, retries: config.retries, payload });
  },
};

function render(step: Step, template: PromptTemplate, what: string): Rendered {
  const expressions = template.flatMap((part) => (typeof part === 'string' ? [] : [part]));
  const values = step.evaluateAll(expressions, what);
  const texts = values.map(written);
  return rendered(
    template.map((part) => (typeof part === 'string' ? { literal: part } : { value: texts.shift() ?? '' })),
  );
}

import type { Behavior, Step } from '@/engine/core/behavior';
import { written } from '../values';
import type { AiCallConfig, PromptTemplate } from './config';

/** In-process work of this type is a call to a model. */
export const AI_WORK = 'countersign:ai';

/** Renders the prompts; the worker's variables hold `{[resultVariable]: {value, confidence, …}}`. */
export const behavior: Behavior<AiCallConfig> = {
  activate(step, config) {
    const system = render(step, config.systemPrompt, 'The system prompt');
    const prompt = render(step, config.userPrompt, 'The prompt');
    step.createWork({ workType: AI_WORK, retries: config.retries, payload: { system, prompt } });
  },
};

function render(step: Step, template: PromptTemplate, what: string): string {
  const expressions = template.flatMap((part) => (typeof part === 'string' ? [] : [part]));
  const values = step.evaluateAll(expressions, what);
  const texts = values.map(written);
  return template.map((part) => (typeof part === 'string' ? part : (texts.shift() ?? ''))).join('');
}

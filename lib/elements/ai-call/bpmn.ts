import { inlineList, mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, inlineValue, withExtensions } from '../extension-values';
import { isLimited } from './limits';
import { type AiCallView, aiCallSchema, CONFIDENCE_SOURCES, ON_BUDGET } from './schema';

const AI_CALL = 'countersign:AiCall';
const FALLBACK = 'countersign:Fallback';
const DEFAULTS = aiCallSchema.parse({});

export const aiCallBpmn: BpmnBinding<AiCallView> = {
  read(document, id) {
    const call = extensionOf(mustGet(document, id), AI_CALL);
    const text = (name: keyof AiCallView) => textOf(call, name) ?? String(DEFAULTS[name] ?? '');
    const number = (name: keyof AiCallView) => {
      const written = textOf(call, name);
      return written === undefined || written.trim() === '' || Number.isNaN(Number(written))
        ? undefined
        : Number(written);
    };
    const optional = (name: 'temperature' | 'maxTokens' | 'maxCost' | 'maxCostPerDay') => {
      const value = number(name);
      return value === undefined ? {} : { [name]: value };
    };
    return {
      provider: text('provider'),
      model: text('model'),
      fallbacks: inlineList(call, 'fallbacks').map((link) => ({
        provider: textOf(link, 'provider') ?? '',
        model: textOf(link, 'model') ?? '',
      })),
      ...optional('temperature'),
      ...optional('maxTokens'),
      ...optional('maxCost'),
      ...optional('maxCostPerDay'),
      currency: text('currency'),
      onBudget: ON_BUDGET.find((each) => each === text('onBudget')) ?? DEFAULTS.onBudget,
      timeout: text('timeout'),
      retries: number('retries') ?? DEFAULTS.retries,
      systemPrompt: text('systemPrompt'),
      userPrompt: text('userPrompt'),
      outputSchema: text('outputSchema'),
      requireQuotes: text('requireQuotes') === 'true',
      resultVariable: text('resultVariable'),
      confidenceSource:
        CONFIDENCE_SOURCES.find((each) => each === text('confidenceSource')) ?? DEFAULTS.confidenceSource,
      threshold: number('threshold') ?? DEFAULTS.threshold,
    };
  },
  write: (view, document, id) => ({
    update: {
      [id]: {
        values: withExtensions(mustGet(document, id), {
          [AI_CALL]: {
            ...view,
            fallbacks: view.fallbacks.map((link) => inlineValue(FALLBACK, link)),
            temperature: view.temperature,
            maxTokens: view.maxTokens,
            maxCost: view.maxCost,
            maxCostPerDay: view.maxCostPerDay,
            // What is not limited needs no currency in the file.
            currency: isLimited(view) || view.currency !== DEFAULTS.currency ? view.currency : undefined,
            requireQuotes: view.requireQuotes || undefined,
            onBudget: view.onBudget === DEFAULTS.onBudget ? undefined : view.onBudget,
          },
        }),
      },
    },
  }),
};

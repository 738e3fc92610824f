import { createHash } from 'node:crypto';
import type { JsonObject } from '@/engine/core/json';
import type { ModelAnswer, ModelCall, ModelV3 } from '../providers/types';
import { simulatedAnswer } from './answer';
import { pause, simulatedDelayMs } from './delay';

const CHARACTERS_PER_TOKEN = 4;

/**
 * A model that needs no key and no network: it answers by rules from the prompt's own words, always the same to the
 * same question, after about a second. It has the seam of a real provider, so everything around it is what runs
 * with one.
 */
export function simulatedModel(modelId: string): ModelV3 {
  return {
    specificationVersion: 'v3',
    provider: 'simulated',
    modelId,
    supportedUrls: {},
    doGenerate,
    doStream: () => Promise.reject(new Error('The simulated model answers in one piece.')),
  };
}

async function doGenerate(call: ModelCall): Promise<ModelAnswer> {
  const schema = (call.responseFormat?.type === 'json' ? call.responseFormat.schema : undefined) ?? {};
  const prompt = userText(call);
  const seed = createHash('sha256').update(prompt).update(JSON.stringify(schema)).digest();
  await pause(simulatedDelayMs(seed[0]! / 256), call.abortSignal);
  const text = JSON.stringify(simulatedAnswer(prompt, schema as JsonObject));
  return {
    content: [{ type: 'text', text }],
    finishReason: { unified: 'stop', raw: undefined },
    usage: {
      inputTokens: {
        total: tokens(JSON.stringify(call.prompt)),
        noCache: undefined,
        cacheRead: undefined,
        cacheWrite: undefined,
      },
      outputTokens: { total: tokens(text), text: undefined, reasoning: undefined },
    },
    warnings: [],
  };
}

const tokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);

/** The first user message: what the step asks; later ones are corrections. */
function userText({ prompt }: ModelCall): string {
  const message = prompt.find(({ role }) => role === 'user');
  if (message?.role !== 'user') return '';
  return message.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

import 'server-only';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { createMistral } from '@ai-sdk/mistral';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { simulatedModel } from '../simulated/model';
import { guardedFetch } from './guarded-fetch';
import { logprobsFromBody } from './logprobs';
import type { ModelV3, ResolvedProvider } from './types';

/** The SDK refuses to be made without a key; endpoints that want none ignore it. */
const NO_KEY = 'none';

/** The model of a provider; every request goes through the guarded client. */
export function languageModel(provider: ResolvedProvider, modelId: string): ModelV3 {
  const { baseUrl: baseURL, apiKey = NO_KEY } = provider;
  const fetch = provider.kind === 'simulated' ? undefined : guardedFetch(baseURL);
  switch (provider.kind) {
    case 'simulated':
      return simulatedModel(modelId);
    case 'openai':
      return createOpenAI({ baseURL, apiKey, fetch }).chat(modelId);
    case 'anthropic':
      return createAnthropic({ baseURL, apiKey, fetch })(modelId);
    case 'google':
      return createGoogleGenerativeAI({ baseURL, apiKey, fetch })(modelId);
    case 'mistral':
      return createMistral({ baseURL, apiKey, fetch })(modelId);
    case 'openai-compatible':
      return createOpenAICompatible({
        name: 'compatible',
        baseURL,
        ...(provider.apiKey ? { apiKey: provider.apiKey } : {}),
        fetch,
        supportsStructuredOutputs: true,
        includeUsage: true, // else a streamed answer would cost nothing
        metadataExtractor: logprobsFromBody,
      }).chatModel(modelId);
  }
}

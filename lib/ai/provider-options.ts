import type { JsonObject } from '@/engine/core/json';
import type { ProviderKind } from './providers/kinds';

/**
 * Options by provider. Task schemas have optional fields and any keyword, which the providers' strict modes refuse;
 * answers are validated here instead.
 */
export function providerOptions(
  kind: ProviderKind | 'simulated',
  logprobs: boolean,
): Record<string, JsonObject> {
  switch (kind) {
    case 'openai':
      return { openai: { strictJsonSchema: false, ...(logprobs ? { logprobs: true } : {}) } };
    case 'openai-compatible':
      return { compatible: { strictJsonSchema: false, ...(logprobs ? { logprobs: true } : {}) } };
    case 'anthropic':
      return { anthropic: { structuredOutputMode: 'jsonTool' } };
    case 'mistral':
      return { mistral: { strictJsonSchema: false } };
    case 'google':
    case 'simulated':
      return {};
  }
}

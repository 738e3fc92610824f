import type { MetadataExtractor } from '@ai-sdk/openai-compatible';
import type { JSONValue, ProviderMetadata } from 'ai';

/** One token of an answer with its natural logarithm of probability. */
export interface TokenProbability {
  token: string;
  logprob: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads `choices[0].logprobs.content` of the OpenAI wire format, which the compatible provider leaves aside. */
export const logprobsFromBody: MetadataExtractor = {
  async extractMetadata({ parsedBody }) {
    const choice =
      isRecord(parsedBody) && Array.isArray(parsedBody.choices) ? parsedBody.choices[0] : undefined;
    const logprobs = isRecord(choice) && isRecord(choice.logprobs) ? choice.logprobs.content : undefined;
    return Array.isArray(logprobs) ? { compatible: { logprobs: logprobs as JSONValue } } : undefined;
  },
  createStreamExtractor: () => ({ processChunk() {}, buildMetadata: () => undefined }),
};

/** The tokens' probabilities in what a provider returned; undefined when it gave none. */
export function tokenProbabilities(metadata: ProviderMetadata | undefined): TokenProbability[] | undefined {
  const list = metadata?.openai?.logprobs ?? metadata?.compatible?.logprobs;
  if (!Array.isArray(list)) return undefined;
  const tokens = list.filter(
    (each): each is { token: string; logprob: number } =>
      isRecord(each) && typeof each.token === 'string' && typeof each.logprob === 'number',
  );
  return tokens.length > 0 ? tokens : undefined;
}

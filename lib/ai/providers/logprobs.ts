import type { MetadataExtractor } from '@ai-sdk/openai-compatible';
import type { JSONValue, ProviderMetadata } from 'ai';

/** One token of an answer with its natural logarithm of probability. */
export interface TokenProbability {
  token: string;
  logprob: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the token probabilities of the OpenAI wire format, which the compatible provider leaves aside. */
export const logprobsFromBody: MetadataExtractor = {
  async extractMetadata({ parsedBody }) {
    const logprobs = contentOf(parsedBody);
    return logprobs ? { compatible: { logprobs } } : undefined;
  },
  createStreamExtractor() {
    const logprobs: JSONValue[] = [];
    return {
      processChunk: (chunk) => void logprobs.push(...(contentOf(chunk) ?? [])),
      buildMetadata: () => (logprobs.length > 0 ? { compatible: { logprobs } } : undefined),
    };
  },
};

/** `choices[0].logprobs.content` of an answer or of a piece of one. */
function contentOf(body: unknown): JSONValue[] | undefined {
  const choice = isRecord(body) && Array.isArray(body.choices) ? body.choices[0] : undefined;
  const logprobs = isRecord(choice) && isRecord(choice.logprobs) ? choice.logprobs.content : undefined;
  return Array.isArray(logprobs) ? (logprobs as JSONValue[]) : undefined;
}

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

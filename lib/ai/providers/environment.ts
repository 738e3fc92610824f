import { KINDS, PROVIDER_KINDS, type ProviderKind } from './kinds';
import type { ResolvedProvider } from './types';

/**
 * The providers that the environment configures, the first of which is the default when Settings name none:
 * an OpenAI-compatible endpoint (`COUNTERSIGN_AI_BASE_URL` with `COUNTERSIGN_AI_MODEL`, and `COUNTERSIGN_AI_API_KEY`
 * where it wants one), then those with a key. Their ids are their kinds. Where they process data is what
 * `COUNTERSIGN_AI_REGION`, or the same with the kind behind it, says.
 */
export function environmentProviders(env: NodeJS.ProcessEnv = process.env): ResolvedProvider[] {
  const endpoint = env.COUNTERSIGN_AI_BASE_URL?.trim();
  const order: ProviderKind[] = ['openai-compatible', ...PROVIDER_KINDS.slice(0, -1)];
  return order.flatMap((kind) => {
    const facts = KINDS[kind];
    const apiKey = env[facts.key]?.trim();
    const region = env[facts.region]?.trim();
    const baseUrl = kind === 'openai-compatible' ? endpoint : facts.baseUrl;
    const model =
      kind === 'openai-compatible' || !endpoint
        ? env.COUNTERSIGN_AI_MODEL?.trim() || facts.model
        : facts.model;
    const configured = kind === 'openai-compatible' ? endpoint : apiKey;
    if (!configured || !baseUrl || !model) return [];
    return [
      {
        id: kind,
        kind,
        name: facts.name,
        baseUrl,
        model,
        ...(apiKey ? { apiKey } : {}),
        ...(region ? { region } : {}),
      },
    ];
  });
}

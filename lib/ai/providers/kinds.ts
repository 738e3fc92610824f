export const PROVIDER_KINDS = ['openai', 'anthropic', 'google', 'mistral', 'openai-compatible'] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

interface KindFacts {
  name: string;
  /** Where its API is when nothing else is configured; null when an address must be given. */
  baseUrl: string | null;
  /** Used from the environment when `COUNTERSIGN_AI_MODEL` names none; any other can be chosen. */
  model: string | null;
  /** Environment variable with the key. */
  key: string;
  /** Environment variable in which the administrator states where it processes data. */
  region: string;
}

export const KINDS: Record<ProviderKind, KindFacts> = {
  openai: {
    name: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    model: 'gpt-5-mini',
    key: 'OPENAI_API_KEY',
    region: 'COUNTERSIGN_AI_REGION_OPENAI',
  },
  anthropic: {
    name: 'Anthropic',
    baseUrl: 'https://api.anthropic.com/v1',
    model: 'claude-sonnet-4-5',
    key: 'ANTHROPIC_API_KEY',
    region: 'COUNTERSIGN_AI_REGION_ANTHROPIC',
  },
  google: {
    name: 'Google',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    model: 'gemini-2.5-flash',
    key: 'GOOGLE_GENERATIVE_AI_API_KEY',
    region: 'COUNTERSIGN_AI_REGION_GOOGLE',
  },
  mistral: {
    name: 'Mistral',
    baseUrl: 'https://api.mistral.ai/v1',
    model: 'mistral-medium-latest',
    key: 'MISTRAL_API_KEY',
    region: 'COUNTERSIGN_AI_REGION_MISTRAL',
  },
  'openai-compatible': {
    name: 'OpenAI-compatible',
    baseUrl: null,
    model: null,
    key: 'COUNTERSIGN_AI_API_KEY',
    region: 'COUNTERSIGN_AI_REGION',
  },
};

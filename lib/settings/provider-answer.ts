import 'server-only';
import { environmentProviders } from '@/lib/ai/providers/environment';
import { type ResolvedProvider, SIMULATED } from '@/lib/ai/providers/types';
import type { AiProvider } from '@/lib/db/generated/client';

const MICRO = 1e6;

/** A provider as Settings show it; of its key only whether there is one. */
export interface ProviderAnswer {
  providerId: string;
  kind: string;
  name: string;
  baseUrl: string | null;
  model: string;
  isDefault: boolean;
  hasKey: boolean;
  /** Per million tokens, in units of the currency. */
  inputPrice: number | null;
  outputPrice: number | null;
  currency: string;
  /** Where it processes data, in the administrator's words; null while nobody has stated it. */
  region: string | null;
  /** `settings` can be changed here; `environment` by whoever starts the server; `built-in` not at all. */
  source: 'settings' | 'environment' | 'built-in';
  updatedAt: string | null;
}

/** From units to what is stored. */
export const toMicro = (price: number): bigint => BigInt(Math.round(price * MICRO));

const fromMicro = (price: bigint | null): number | null => (price === null ? null : Number(price) / MICRO);

export const storedAnswer = (row: Omit<AiProvider, 'wrappedKey' | 'kekId'>): ProviderAnswer => ({
  providerId: row.id,
  kind: row.kind,
  name: row.name,
  baseUrl: row.baseUrl,
  model: row.model,
  isDefault: row.isDefault,
  hasKey: row.ciphertext !== null,
  inputPrice: fromMicro(row.inputPrice),
  outputPrice: fromMicro(row.outputPrice),
  currency: row.currency,
  region: row.region,
  source: 'settings',
  updatedAt: row.updatedAt.toISOString(),
});

const fixedAnswer = (
  provider: ResolvedProvider,
  source: 'environment' | 'built-in',
  isDefault: boolean,
): ProviderAnswer => ({
  providerId: provider.id,
  kind: provider.kind,
  name: provider.name,
  baseUrl: provider.baseUrl || null,
  model: provider.model,
  isDefault,
  hasKey: provider.apiKey !== undefined,
  inputPrice: null,
  outputPrice: null,
  currency: 'EUR',
  region: provider.region ?? null,
  source,
  updatedAt: null,
});

/** Everything that can answer, in the order in which a default is looked for. */
export function providerAnswers(rows: readonly AiProvider[]): ProviderAnswer[] {
  const stored = rows.map(storedAnswer);
  const taken = new Set(stored.map(({ providerId }) => providerId));
  const environment = environmentProviders().filter(({ id }) => !taken.has(id));
  const chosen = stored.some(({ isDefault }) => isDefault);
  return [
    ...stored,
    ...environment.map((each, index) => fixedAnswer(each, 'environment', !chosen && index === 0)),
    fixedAnswer(SIMULATED, 'built-in', !chosen && environment.length === 0),
  ];
}

import 'server-only';
import { EnvelopeError, open, rewrap, type Sealed, seal } from '@/lib/connections/envelope';
import { keyRing } from '@/lib/connections/kek';
import type { AiProvider } from '@/lib/db/generated/client';
import { AiError } from '../errors';
import { KINDS, PROVIDER_KINDS } from './kinds';
import type { ResolvedProvider } from './types';

/** The address is authenticated with the key: a row whose address was altered can't send its key anywhere. */
const about = (id: string, baseUrl: string | null): string => `provider\0${id}\0${baseUrl ?? ''}`;

/** A provider's key as it is stored. */
export const sealKey = (id: string, baseUrl: string | null, key: string): Sealed =>
  seal(key, about(id, baseUrl), keyRing());

/** A stored provider's key under today's key-encryption key. @throws EnvelopeError */
export const rewrapKey = (row: Sealed & { id: string; baseUrl: string | null }): Sealed =>
  rewrap(row, about(row.id, row.baseUrl), keyRing());

/** Encrypted for an address; needed again when the address changes. @throws AiError when it can't be read */
export function openKey(
  row: Pick<AiProvider, 'id' | 'name' | 'baseUrl' | 'ciphertext' | 'wrappedKey' | 'kekId'>,
) {
  const { ciphertext, wrappedKey, kekId } = row;
  if (!ciphertext || !wrappedKey || !kekId) return undefined;
  try {
    return open({ ciphertext, wrappedKey, kekId }, about(row.id, row.baseUrl), keyRing());
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    throw new AiError(
      'unreadable-key',
      `The key of ${row.name} can't be read. ${error.message} Enter it again in Settings.`,
      false,
      undefined,
      error,
    );
  }
}

/** A stored provider ready to be called. @throws AiError */
export function resolveStored(row: AiProvider): ResolvedProvider {
  const kind = PROVIDER_KINDS.find((each) => each === row.kind);
  const baseUrl = row.baseUrl ?? (kind ? KINDS[kind].baseUrl : null);
  if (!kind || !baseUrl)
    throw new AiError(
      'provider-incomplete',
      `The provider ${row.name} has no address. Complete it in Settings.`,
      false,
    );
  const apiKey = openKey(row);
  return {
    id: row.id,
    kind,
    name: row.name,
    baseUrl,
    model: row.model,
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(row.region === null ? {} : { region: row.region }),
    ...(row.inputPrice === null || row.outputPrice === null
      ? {}
      : { prices: { input: row.inputPrice, output: row.outputPrice, currency: row.currency } }),
  };
}

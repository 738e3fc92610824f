import 'server-only';
import { db } from '@/lib/db/client';
import { AiError } from '../errors';
import { environmentProviders } from './environment';
import { resolveStored } from './stored';
import { type ResolvedProvider, SIMULATED } from './types';

/**
 * Who answers: the provider of that id; without an id the default of Settings, else the first of the environment,
 * else the simulated model.
 * @throws AiError for an id that nobody configured, or a key that can't be read
 */
export async function resolveProvider(id: string | undefined): Promise<ResolvedProvider> {
  if (id === SIMULATED.id) return SIMULATED;
  const environment = environmentProviders();
  const row = await db().aiProvider.findFirst({ where: id ? { id } : { isDefault: true } });
  if (row) return resolveStored(row);
  const found = id ? environment.find((each) => each.id === id) : (environment[0] ?? SIMULATED);
  if (found) return found;
  throw new AiError(
    'unknown-provider',
    `The AI provider “${id}” is not configured. Choose another one for this step, or add it in Settings.`,
    false,
  );
}

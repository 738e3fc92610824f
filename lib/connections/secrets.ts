import 'server-only';
import { db } from '@/lib/db/client';
import { EnvelopeError, open, rewrap, type Sealed, seal } from './envelope';
import { hostMatches } from './hosts';
import { keyRing } from './kek';

/** Names are what a process refers to: letters, digits and underscores. */
export const SECRET_NAME = /^[A-Za-z][A-Za-z0-9_]{0,99}$/;

/** Why a secret is not sent. The message names it and its hosts, never its value. */
export class SecretError extends Error {
  constructor(
    readonly code: 'unknown-secret' | 'foreign-host' | 'unreadable-secret',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'SecretError';
  }
}

const about = (name: string, hosts: readonly string[]): string =>
  `secret\0${name}\0${[...hosts].sort().join(',')}`;

/** A secret as it is stored. The hosts are authenticated too: a row whose hosts were altered can't be opened. */
export const sealSecret = (name: string, hosts: readonly string[], value: string) =>
  seal(value, about(name, hosts), keyRing());

/** A stored secret under today's key-encryption key. @throws EnvelopeError */
export const rewrapSecret = (row: Sealed & { name: string; hosts: string[] }): Sealed =>
  rewrap(row, about(row.name, row.hosts), keyRing());

/**
 * The value of a stored secret, for a request to this URL and no other.
 * @throws SecretError when there is none of that name, it isn't bound to the URL's host, or it can't be decrypted
 */
export async function secretFor(name: string, url: URL): Promise<string> {
  const row = await db().secret.findUnique({ where: { name } });
  if (!row)
    throw new SecretError(
      'unknown-secret',
      `There is no secret “${name}”. An administrator adds it in Settings.`,
    );
  if (!hostMatches(row.hosts, url))
    throw new SecretError(
      'foreign-host',
      `The secret “${name}” may only be sent to ${row.hosts.join(', ') || 'no host'}, not to ${url.host}.`,
    );
  try {
    return open(row, about(name, row.hosts), keyRing());
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    throw new SecretError('unreadable-secret', `The secret “${name}” can't be read. ${error.message}`, error);
  }
}

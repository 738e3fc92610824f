import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { Gather } from '@/engine/host/gather';
import { db } from '@/lib/db/client';
import { demoPossible } from './demo';
import type { Principal } from './principal';

const PREFIX = 'cs_';

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A new token; only its hash is stored. */
export function makeToken(): { token: string; hash: string } {
  const token = PREFIX + randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

const LAST_USED_GRAIN_MS = 60_000;

/** Tokens whose last use is being written: of many requests at once, one writes it. */
const touching = new Set<string>();

async function touch(id: string, lastUsedAt: Date | null, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < LAST_USED_GRAIN_MS) return;
  if (touching.has(id)) return;
  touching.add(id);
  try {
    await db().apiToken.update({ where: { id }, data: { lastUsedAt: now } });
  } finally {
    touching.delete(id);
  }
}

/**
 * The rows of tokens by their hash. Calls that arrive while one reads share the next read: it begins after all of them
 * have come, so that a token revoked before a call is refused by it.
 */
const rows = new Gather(async (hashes: readonly string[]) => {
  const where = { hash: { in: [...new Set(hashes)] } };
  const found = await db().apiToken.findMany({ where, include: { person: true } });
  const byHash = new Map(found.map((row) => [row.hash, row]));
  return hashes.map((hash) => byHash.get(hash));
});

/**
 * Who a bearer token stands for, read afresh at every call. A person's token never has more than its owner: roles
 * and groups are intersected with the person's of today.
 * @returns null for an unknown, expired or revoked token, or a disabled owner.
 */
export async function principalOfToken(token: string): Promise<Principal | null> {
  const row = await rows.add(hashToken(token));
  const now = new Date();
  if (!row || row.revokedAt || (row.expiresAt && row.expiresAt <= now)) return null;
  const owner = row.person;
  if (row.personId && (!owner || owner.disabled || (owner.demo && !demoPossible()))) return null;
  await touch(row.id, row.lastUsedAt, now);
  const within = (own: string[], granted: string[]) =>
    own.includes('*') ? granted : granted.filter((one) => own.includes(one));
  return {
    kind: owner ? 'person' : 'service',
    id: owner?.id ?? `service:${row.id}`,
    name: owner?.name ?? row.service ?? row.name,
    email: owner?.email,
    roles: owner ? within(owner.roles, row.roles) : row.roles,
    groups: owner ? (row.groups.includes('*') ? owner.groups : within(owner.groups, row.groups)) : row.groups,
    via: 'token',
    tokenId: row.id,
    demo: owner?.demo ?? false,
  };
}

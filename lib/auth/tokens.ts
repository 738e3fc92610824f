import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
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

async function touch(id: string, lastUsedAt: Date | null, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < LAST_USED_GRAIN_MS) return;
  await db().apiToken.update({ where: { id }, data: { lastUsedAt: now } });
}

/**
 * Who a bearer token stands for, read afresh at every call. A person's token never has more than its owner: roles
 * and groups are intersected with the person's of today.
 * @returns null for an unknown, expired or revoked token, or a disabled owner.
 */
export async function principalOfToken(token: string): Promise<Principal | null> {
  const row = await db().apiToken.findUnique({
    where: { hash: hashToken(token) },
    include: { person: true },
  });
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

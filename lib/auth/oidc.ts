import 'server-only';
import type { Profile } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { JsonObject } from '@/engine/core/json';
import { db, type Tx } from '@/lib/db/client';
import type { Person } from '@/lib/db/generated/client.ts';
import { newId } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import { ROLES } from './permissions';

interface OidcProfile extends Profile {
  sub: string;
  email_verified?: boolean;
  groups?: string[];
}

/** The identity provider named by the environment, or none: OIDC with PKCE. */
export function oidcProviders(env: NodeJS.ProcessEnv = process.env): OAuthConfig<OidcProfile>[] {
  const {
    COUNTERSIGN_OIDC_ISSUER: issuer,
    COUNTERSIGN_OIDC_CLIENT_ID: clientId,
    COUNTERSIGN_OIDC_CLIENT_SECRET: clientSecret,
  } = env;
  if (!issuer || !clientId) return [];
  return [
    {
      id: 'oidc',
      name: env.COUNTERSIGN_OIDC_NAME ?? 'Single sign-on',
      type: 'oauth',
      wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      authorization: { params: { scope: env.COUNTERSIGN_OIDC_SCOPE ?? 'openid email profile groups' } },
      clientId,
      clientSecret,
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (profile) => ({ id: profile.sub, name: profile.name, email: profile.email }),
    },
  ];
}

/**
 * Roles by group, from `COUNTERSIGN_OIDC_ROLES`: `finance-leads=reviewer+operator,it=administrator`.
 * Unknown roles are ignored; a group without a mapping gives none.
 */
export function rolesOfGroups(
  groups: readonly string[],
  mapping = process.env.COUNTERSIGN_OIDC_ROLES ?? '',
): string[] {
  const known = new Set<string>(ROLES);
  const roles = mapping.split(',').flatMap((pair) => {
    const [group, list] = pair.split('=').map((part) => part.trim());
    return group && list && groups.includes(group) ? list.split('+').map((role) => role.trim()) : [];
  });
  return [...new Set(roles.filter((role) => known.has(role)))];
}

const PROVIDER = { kind: 'service', id: 'oidc', name: 'Identity provider', via: 'system' } as const;

const record = (tx: Tx, type: string, data: JsonObject) =>
  appendLedger(tx, { stream: 'admin', actor: PROVIDER, cause: 'oidc.sign-in', events: [{ type, data }] });

interface Held {
  name: string;
  roles: string[];
  groups: string[];
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join('\0') === [...b].sort().join('\0');

/** Brings a person up to date with the identity provider; a change of roles or groups ends their open sessions. */
async function update(existing: Person, now: Held): Promise<Person> {
  const changed = !sameSet(existing.roles, now.roles) || !sameSet(existing.groups, now.groups);
  if (!changed && existing.name === now.name) return existing;
  return db().$transaction(async (tx) => {
    const person = await tx.person.update({
      where: { id: existing.id },
      data: { ...now, ...(changed ? { sessionEpoch: { increment: 1 } } : {}) },
    });
    const { roles, groups } = existing;
    await record(tx, 'person.changed', {
      personId: person.id,
      name: person.name,
      before: { roles, groups, disabled: existing.disabled },
      after: { roles: now.roles, groups: now.groups, disabled: existing.disabled },
    });
    return person;
  });
}

/** Finds or makes the person of an identity, and brings roles and groups up to date. Null when it may not enter. */
export async function personFromOidc(profile: Profile | undefined): Promise<Person | null> {
  const identity = profile as OidcProfile | undefined;
  if (!identity?.sub || !identity.email) return null;
  const groups = identity.groups ?? [];
  const mapped = rolesOfGroups(groups);
  const name = identity.name ?? identity.email;
  const existing = await db().person.findUnique({ where: { oidcSubject: identity.sub } });
  if (existing?.disabled) return null;
  if (existing) {
    const roles = process.env.COUNTERSIGN_OIDC_ROLES ? mapped : existing.roles;
    return update(existing, { name, groups, roles });
  }
  // An address that isn't verified could take over somebody else's account, so it never links.
  const email = identity.email.toLowerCase();
  if (await db().person.findUnique({ where: { email } })) return null;
  return db().$transaction(async (tx) => {
    const person = await tx.person.create({
      data: { id: newId(), email, oidcSubject: identity.sub, name, groups, roles: mapped },
    });
    await record(tx, 'person.created', { personId: person.id, name: person.name, roles: person.roles });
    return person;
  });
}

import 'server-only';
import { z } from 'zod';
import { ROLES, scopeOf } from '@/lib/auth/permissions';
import { actorOf, inGroup, type Principal } from '@/lib/auth/principal';
import { makeToken } from '@/lib/auth/tokens';
import { db } from '@/lib/db/client';
import { conflict, forbidden, notFound } from '@/lib/errors/app-error';
import { idFrom } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import { id, page } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';
import { nextCursor, readCursor } from '@/lib/usecase/paging';

const DAY_MS = 86_400_000;

export interface TokenAnswer {
  tokenId: string;
  name: string;
  owner: string;
  roles: string[];
  groups: string[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** One's own tokens; an administrator sees all. */
export const listTokens = defineUseCase(
  { name: 'tokens.list', schema: z.strictObject(page), policy: { permission: 'tokens.own' }, mutates: false },
  async (context, input): Promise<{ items: TokenAnswer[]; nextCursor: string | null }> => {
    const all = scopeOf(context.principal.roles, 'settings.manage') !== null;
    const rows = await db().apiToken.findMany({
      where: all ? {} : { personId: context.principal.id },
      include: { person: { select: { name: true } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: input.limit + 1,
      ...readCursor(input.cursor),
    });
    const items = rows.slice(0, input.limit).map((row) => ({
      tokenId: row.id,
      name: row.name,
      owner: row.person?.name ?? row.service ?? '',
      roles: row.roles,
      groups: row.groups,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
    return { items, nextCursor: nextCursor(rows, input.limit) };
  },
);

/**
 * Makes a token, shown once. For oneself with at most one's own roles and groups, or, as administrator, for a named
 * service.
 */
export const createToken = defineUseCase(
  {
    name: 'tokens.create',
    schema: z.strictObject({
      name: z.string().trim().min(1, 'Name the token after what uses it.').max(100),
      roles: z.array(z.enum(ROLES)).min(1, 'Choose at least one role.'),
      groups: z.array(z.string().trim().min(1).max(100)).max(100).default([]),
      /** Days until it expires. */
      days: z.number().int().min(1).max(730).default(90),
      service: z.string().trim().min(1).max(100).optional(),
    }),
    policy: { permission: 'tokens.own' },
    mutates: true,
  },
  async (context, input): Promise<{ tokenId: string; token: string; expiresAt: string }> => {
    const { principal } = context;
    const administers = scopeOf(principal.roles, 'settings.manage') !== null;
    if (input.service && !administers)
      throw forbidden({ userMessage: 'Only an administrator makes tokens for services.' });
    const beyond = input.service ? [] : input.roles.filter((role) => !principal.roles.includes(role));
    if (beyond.length > 0)
      throw forbidden({
        userMessage: `A token has at most your own roles; you don't hold ${beyond.join(', ')}.`,
      });
    if (!administers) withinOwnGroups(principal, input.groups);
    const { token, hash } = makeToken();
    const tokenId = idFrom(context.commandId, 'token');
    const expiresAt = await expiryOf(principal, input.days);
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${tokenId}, 0))`;
      if (await tx.apiToken.findUnique({ where: { id: tokenId }, select: { id: true } })) throw shownBefore();
      await tx.apiToken.create({
        data: {
          id: tokenId,
          hash,
          name: input.name,
          roles: input.roles,
          groups: input.groups,
          createdBy: principal.id,
          expiresAt,
          ...(input.service || principal.kind === 'service'
            ? { service: input.service ?? principal.name }
            : { personId: principal.id }),
        },
      });
      await appendLedger(tx, {
        stream: 'admin',
        actor: actorOf(principal),
        cause: 'tokens.create',
        events: [
          {
            type: 'token.created',
            data: {
              tokenId,
              name: input.name,
              roles: input.roles,
              groups: input.groups,
              service: input.service ?? null,
              expiresAt: expiresAt.toISOString(),
            },
          },
        ],
      });
    });
    return { tokenId, token, expiresAt: expiresAt.toISOString() };
  },
);

/** A service has no person whose groups would bound the token at every use, so they bound it here. */
function withinOwnGroups(principal: Principal, groups: readonly string[]): void {
  const beyond = groups.filter((group) => !inGroup(principal, [group]));
  if (principal.kind === 'service' && beyond.length > 0)
    throw forbidden({
      userMessage: `A token has at most your own groups; you aren't in ${beyond.join(', ')}.`,
    });
}

/** A token that was made with a token doesn't outlive it: a short loan never becomes a long one. */
async function expiryOf(principal: Principal, days: number): Promise<Date> {
  const wanted = new Date(Date.now() + days * DAY_MS);
  const parent = principal.tokenId
    ? await db().apiToken.findUnique({ where: { id: principal.tokenId }, select: { expiresAt: true } })
    : null;
  return parent?.expiresAt && parent.expiresAt < wanted ? parent.expiresAt : wanted;
}

const shownBefore = () =>
  conflict({
    code: 'answer-not-kept',
    userMessage: 'This token was made before and shown then. Revoke it and make another.',
  });

/** Ends a token at once. */
export const revokeToken = defineUseCase(
  {
    name: 'tokens.revoke',
    schema: z.strictObject({ tokenId: id }),
    policy: { permission: 'tokens.own' },
    mutates: true,
  },
  async (context, input): Promise<{ tokenId: string }> => {
    const all = scopeOf(context.principal.roles, 'settings.manage') !== null;
    await db().$transaction(async (tx) => {
      const row = await tx.apiToken.findUnique({ where: { id: input.tokenId } });
      if (!row || (!all && row.personId !== context.principal.id)) throw notFound('The token');
      if (row.revokedAt) return;
      await tx.apiToken.update({ where: { id: row.id }, data: { revokedAt: new Date() } });
      await appendLedger(tx, {
        stream: 'admin',
        actor: actorOf(context.principal),
        cause: 'tokens.revoke',
        events: [{ type: 'token.revoked', data: { tokenId: row.id, name: row.name } }],
      });
    });
    return { tokenId: input.tokenId };
  },
);

import 'server-only';
import { z } from 'zod';
import { hashPassword, passwordProblem } from '@/lib/auth/password';
import { ROLES } from '@/lib/auth/permissions';
import { actorOf } from '@/lib/auth/principal';
import { db, type Tx } from '@/lib/db/client';
import { conflict, invalid, notFound } from '@/lib/errors/app-error';
import { idFrom } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import { id, page } from '@/lib/processes/schemas';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { nextCursor, readCursor } from '@/lib/usecase/paging';

const roles = z.array(z.enum(ROLES)).max(ROLES.length);
const groups = z.array(z.string().trim().min(1).max(100)).max(100);

export interface PersonAnswer {
  personId: string;
  email: string;
  name: string;
  roles: string[];
  groups: string[];
  disabled: boolean;
  demo: boolean;
}

const record = (
  tx: Tx,
  context: AuthorisedContext,
  type: string,
  data: Record<string, string | string[] | boolean | null>,
) =>
  appendLedger(tx, {
    stream: 'admin',
    actor: actorOf(context.principal),
    cause: type,
    events: [{ type, data }],
  });

/** Everybody who can sign in. */
export const listPeople = defineUseCase(
  {
    name: 'people.list',
    schema: z.strictObject(page),
    policy: { permission: 'settings.see' },
    mutates: false,
  },
  async (_context, input): Promise<{ items: PersonAnswer[]; nextCursor: string | null }> => {
    const people = await db().person.findMany({
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: input.limit + 1,
      ...readCursor(input.cursor),
    });
    const items = people
      .slice(0, input.limit)
      .map(({ id: personId, email, name, roles: held, groups: member, disabled, demo }) => ({
        personId,
        email,
        name,
        roles: held,
        groups: member,
        disabled,
        demo,
      }));
    return { items, nextCursor: nextCursor(people, input.limit) };
  },
);

/** Adds a person with a first password. @throws AppError 409 for an address in use, 422 for a weak password */
export const createPerson = defineUseCase(
  {
    name: 'people.create',
    schema: z.strictObject({
      email: z.email().max(320),
      name: z.string().trim().min(1).max(200),
      password: z.string().max(300),
      roles,
      groups: groups.default([]),
    }),
    policy: { permission: 'settings.manage' },
    mutates: true,
  },
  async (context, input): Promise<{ personId: string }> => {
    const weak = passwordProblem(input.password);
    if (weak)
      throw invalid({
        code: 'weak-password',
        userMessage: weak,
        errors: [{ path: 'password', message: weak }],
      });
    const email = input.email.toLowerCase();
    const personId = idFrom(context.commandId, 'person');
    const taken = await db().person.findUnique({ where: { email } });
    if (taken?.id === personId) return { personId };
    if (taken)
      throw conflict({ code: 'email-in-use', userMessage: `Somebody already signs in with ${email}.` });
    const passwordHash = await hashPassword(input.password);
    await db().$transaction(async (tx) => {
      await tx.person.create({
        data: {
          id: personId,
          email,
          name: input.name,
          passwordHash,
          roles: input.roles,
          groups: input.groups,
        },
      });
      await record(tx, context, 'person.created', {
        personId,
        name: input.name,
        roles: input.roles,
        groups: input.groups,
      });
    });
    return { personId };
  },
);

/** Changes roles, groups or the disabled state; open sessions of that person end. */
export const updatePerson = defineUseCase(
  {
    name: 'people.update',
    schema: z.strictObject({
      personId: id,
      roles: roles.optional(),
      groups: groups.optional(),
      disabled: z.boolean().optional(),
    }),
    policy: { permission: 'settings.manage' },
    mutates: true,
  },
  async (context, input): Promise<{ personId: string }> => {
    const { personId, ...change } = input;
    await db().$transaction(async (tx) => {
      const before = await tx.person.findUnique({ where: { id: personId } });
      if (!before) throw notFound('The person');
      await keepAnAdministrator(tx, before, change);
      const after = await tx.person.update({
        where: { id: personId },
        data: { ...change, sessionEpoch: { increment: 1 } },
      });
      await appendLedger(tx, {
        stream: 'admin',
        actor: actorOf(context.principal),
        cause: 'people.update',
        events: [
          {
            type: 'person.changed',
            data: {
              personId,
              name: after.name,
              before: { roles: before.roles, groups: before.groups, disabled: before.disabled },
              after: { roles: after.roles, groups: after.groups, disabled: after.disabled },
            },
          },
        ],
      });
    });
    return { personId };
  },
);

async function keepAnAdministrator(
  tx: Tx,
  before: { id: string; roles: string[]; demo: boolean },
  change: { roles?: string[]; disabled?: boolean },
) {
  if (before.demo || !before.roles.includes('administrator')) return;
  const stays = (change.roles ?? before.roles).includes('administrator') && !change.disabled;
  if (stays) return;
  const others = await tx.person.count({
    where: { roles: { has: 'administrator' }, disabled: false, demo: false, id: { not: before.id } },
  });
  if (others === 0)
    throw conflict({
      code: 'last-administrator',
      userMessage: 'This is the last administrator. Make somebody else one first.',
    });
}

import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { AppError, invalid } from '@/lib/errors/app-error';
import { newId } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import { defineUseCase } from '@/lib/usecase/define';
import { hashPassword, passwordProblem } from './password';
import { ROLES } from './permissions';
import { makeSession } from './session';
import { throttle } from './throttle';

const LINK_MS = 24 * 60 * 60 * 1000;
const PURPOSE = 'first-administrator';
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

const needsAdministrator = async (): Promise<boolean> =>
  (await db().person.count({ where: { roles: { has: 'administrator' }, demo: false } })) === 0;

/**
 * A fresh one-time code for the first administrator, replacing earlier ones; null when there is one already. The
 * caller prints the link on the console; only its hash is stored.
 */
export async function makeSetupCode(): Promise<string | null> {
  if (!(await needsAdministrator())) return null;
  const code = randomBytes(24).toString('base64url');
  await db().$transaction([
    db().oneTimeLink.deleteMany({ where: { purpose: PURPOSE, usedAt: null } }),
    db().oneTimeLink.create({
      data: { id: newId(), purpose: PURPOSE, hash: hashOf(code), expiresAt: new Date(Date.now() + LINK_MS) },
    }),
  ]);
  return code;
}

const refused = () =>
  new AppError({
    status: 403,
    code: 'setup-link-invalid',
    userMessage:
      'This link was used or has run out. Restart Countersign: the console prints a new one while there is no administrator.',
  });

/**
 * Creates the first administrator from the console's link and signs them in. They hold every role until they give
 * roles to others: whoever installs alone can do the whole job.
 * @throws AppError 403 for a used, old or unknown link, 422 for a weak password
 */
export const setUpAdministrator = defineUseCase(
  {
    name: 'setup.first-administrator',
    schema: z.strictObject({
      code: z.string().min(10).max(200),
      email: z.email('That is not an e-mail address.').max(320),
      name: z.string().trim().min(1, 'Give your name.').max(200),
      password: z.string().max(300),
    }),
    policy: { public: true },
    mutates: true,
  },
  async (context, input): Promise<{ session: string }> => {
    await throttle('setup', context.address);
    const weak = passwordProblem(input.password);
    if (weak)
      throw invalid({
        code: 'weak-password',
        userMessage: weak,
        errors: [{ path: 'password', message: weak }],
      });
    const passwordHash = await hashPassword(input.password);
    const person = await db().$transaction(async (tx) => {
      const { count } = await tx.oneTimeLink.updateMany({
        where: { purpose: PURPOSE, hash: hashOf(input.code), usedAt: null, expiresAt: { gt: new Date() } },
        data: { usedAt: new Date() },
      });
      if (
        count !== 1 ||
        (await tx.person.count({ where: { roles: { has: 'administrator' }, demo: false } })) > 0
      )
        throw refused();
      const made = await tx.person.create({
        data: {
          id: newId(),
          email: input.email.toLowerCase(),
          name: input.name,
          passwordHash,
          roles: [...ROLES],
          groups: [],
        },
      });
      await appendLedger(tx, {
        stream: 'admin',
        actor: { kind: 'person', id: made.id, name: made.name, via: 'link' },
        cause: 'setup.first-administrator',
        events: [
          {
            type: 'person.created',
            data: { personId: made.id, name: made.name, roles: [...ROLES], first: true },
          },
        ],
      });
      return made;
    });
    return { session: await makeSession(person) };
  },
);

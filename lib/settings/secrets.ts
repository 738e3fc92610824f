import 'server-only';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { hostProblem } from '@/lib/connections/hosts';
import { SECRET_NAME, sealSecret } from '@/lib/connections/secrets';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { defineUseCase } from '@/lib/usecase/define';

const name = z
  .string()
  .regex(
    SECRET_NAME,
    'A name begins with a letter and has letters, digits and underscores, such as ERP_TOKEN.',
  );

const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(260)
  .superRefine((text, context) => {
    const message = hostProblem(text);
    if (message) context.addIssue({ code: 'custom', message });
  });

export interface SecretAnswer {
  name: string;
  hosts: string[];
  updatedAt: string;
  updatedBy: string;
}

/** Names and hosts; nothing ever shows a value again. */
export const listSecrets = defineUseCase(
  {
    name: 'secrets.list',
    schema: z.strictObject({}),
    policy: { permission: 'settings.see' },
    mutates: false,
  },
  async (): Promise<SecretAnswer[]> => {
    const rows = await db().secret.findMany({
      select: { name: true, hosts: true, updatedAt: true, updatedBy: true },
      orderBy: { name: 'asc' },
      take: 1000,
    });
    const ids = [...new Set(rows.map(({ updatedBy }) => updatedBy))];
    const people = await db().person.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true },
    });
    const names = new Map(people.map((person) => [person.id, person.name]));
    return rows.map((row) => ({
      name: row.name,
      hosts: row.hosts,
      updatedAt: row.updatedAt.toISOString(),
      updatedBy: names.get(row.updatedBy) ?? row.updatedBy,
    }));
  },
);

/** Stores or replaces a secret, bound to the hosts it may be sent to. The value is needed each time. */
export const putSecret = defineUseCase(
  {
    name: 'secrets.put',
    schema: z.strictObject({
      name,
      value: z.string().min(1, 'Enter the value.').max(10_000),
      hosts: z.array(host).min(1, 'Name at least one host this secret may be sent to.').max(50),
    }),
    policy: { permission: 'settings.manage' },
    mutates: true,
  },
  async (context, input): Promise<{ name: string }> => {
    const hosts = [...new Set(input.hosts)];
    const sealed = sealSecret(input.name, hosts, input.value);
    const row = { hosts, ...sealed, updatedBy: context.principal.id };
    await db().$transaction(async (tx) => {
      const before = await tx.secret.findUnique({ where: { name: input.name }, select: { hosts: true } });
      await tx.secret.upsert({
        where: { name: input.name },
        create: { name: input.name, ...row },
        update: row,
      });
      await appendLedger(tx, {
        stream: 'admin',
        actor: actorOf(context.principal),
        cause: 'secrets.put',
        events: [
          {
            type: 'secret.stored',
            data: { name: input.name, before: before && { hosts: before.hosts }, after: { hosts } },
          },
        ],
      });
    });
    return { name: input.name };
  },
);

/** Removes a secret; steps that name it fail from now on. @throws AppError 404 */
export const deleteSecret = defineUseCase(
  {
    name: 'secrets.delete',
    schema: z.strictObject({ name }),
    policy: { permission: 'settings.manage' },
    mutates: true,
  },
  async (context, input): Promise<{ name: string }> => {
    await db().$transaction(async (tx) => {
      const { count } = await tx.secret.deleteMany({ where: { name: input.name } });
      if (count === 0) throw notFound(`The secret “${input.name}”`);
      await appendLedger(tx, {
        stream: 'admin',
        actor: actorOf(context.principal),
        cause: 'secrets.delete',
        events: [{ type: 'secret.deleted', data: { name: input.name } }],
      });
    });
    return { name: input.name };
  },
);

import 'server-only';
import { z } from 'zod';
import type { Json, JsonObject } from '@/engine/core/json';
import { sealKey } from '@/lib/ai/providers/stored';
import { actorOf } from '@/lib/auth/principal';
import { db, type Tx } from '@/lib/db/client';
import type { AiProvider } from '@/lib/db/generated/client';
import { invalid, notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { type ProviderAnswer, providerAnswers, toMicro } from './provider-answer';
import { ownProviderId, type ProviderInput, providerInput } from './provider-input';

const record = (tx: Tx, context: AuthorisedContext, cause: string, type: string, data: Json) =>
  appendLedger(tx, { stream: 'admin', actor: actorOf(context.principal), cause, events: [{ type, data }] });

/** Providers of Settings, of the environment, and the simulated model; keys are never shown. */
export const listProviders = defineUseCase(
  {
    name: 'providers.list',
    schema: z.strictObject({}),
    policy: { permission: 'settings.see' },
    mutates: false,
  },
  async (): Promise<ProviderAnswer[]> =>
    providerAnswers(await db().aiProvider.findMany({ orderBy: { name: 'asc' }, take: 200 })),
);

/**
 * Who can be chosen for an AI step: names, models and where they process data, nothing about addresses or keys.
 */
export const providerChoices = defineUseCase(
  {
    name: 'providers.choices',
    schema: z.strictObject({}),
    policy: { permission: 'models.see' },
    mutates: false,
  },
  async () => {
    const answers = providerAnswers(await db().aiProvider.findMany({ orderBy: { name: 'asc' }, take: 200 }));
    return answers.map(({ providerId, kind, name, model, isDefault, region }) => ({
      providerId,
      kind,
      name,
      model,
      isDefault,
      region,
    }));
  },
);

/** The part of a provider that events and comparisons show. */
const shown = (row: AiProvider): JsonObject => ({
  kind: row.kind,
  baseUrl: row.baseUrl,
  model: row.model,
  isDefault: row.isDefault,
  region: row.region,
});

/** The key's columns: sealed anew, removed, or left as they are. */
function keyColumns(input: ProviderInput, baseUrl: string | null, before: AiProvider | null) {
  if (input.apiKey) return sealKey(input.providerId, baseUrl, input.apiKey);
  if (input.apiKey === null) return { ciphertext: null, wrappedKey: null, kekId: null };
  if (before?.ciphertext && (before.baseUrl !== baseUrl || before.kind !== input.kind)) {
    const message = 'Enter the key again: it is only sent to the address it was entered for.';
    throw invalid({ code: 'key-needed', userMessage: message, errors: [{ path: 'apiKey', message }] });
  }
  return {};
}

/** Where data goes was stated for an address: at another one nobody has stated it. */
function regionOf(input: ProviderInput, baseUrl: string | null, before: AiProvider | null): string | null {
  if (input.region !== undefined) return input.region || null;
  const same = before && before.baseUrl === baseUrl && before.kind === input.kind;
  return same ? before.region : null;
}

/** Adds or changes a provider. The first one becomes the default. @throws AppError 422 when the key must be entered again */
export const putProvider = defineUseCase(
  { name: 'providers.put', schema: providerInput, policy: { permission: 'settings.manage' }, mutates: true },
  async (context, input): Promise<{ providerId: string }> => {
    const { providerId } = input;
    const baseUrl = input.baseUrl || null;
    await db().$transaction(async (tx) => {
      const before = await tx.aiProvider.findUnique({ where: { id: providerId } });
      const price = (given: number | null | undefined, kept: bigint | null | undefined) =>
        given === undefined ? (kept ?? null) : given === null ? null : toMicro(given);
      const row = {
        kind: input.kind,
        name: input.name,
        baseUrl,
        model: input.model,
        inputPrice: price(input.inputPrice, before?.inputPrice),
        outputPrice: price(input.outputPrice, before?.outputPrice),
        currency: input.currency,
        region: regionOf(input, baseUrl, before),
        ...keyColumns(input, baseUrl, before),
      };
      const isDefault =
        before?.isDefault ?? (await tx.aiProvider.count({ where: { isDefault: true } })) === 0;
      const after = await tx.aiProvider.upsert({
        where: { id: providerId },
        create: { id: providerId, isDefault, ...row },
        update: row,
      });
      await record(tx, context, 'providers.put', 'provider.stored', {
        providerId,
        name: after.name,
        keyChanged: input.apiKey !== undefined,
        before: before && shown(before),
        after: shown(after),
      });
    });
    return { providerId };
  },
);

/** Makes a stored provider the one that answers where a step names none. @throws AppError 404 */
export const setDefaultProvider = defineUseCase(
  {
    name: 'providers.set-default',
    schema: z.strictObject({ providerId: ownProviderId }),
    policy: { permission: 'settings.manage' },
    mutates: true,
  },
  async (context, { providerId }): Promise<{ providerId: string }> => {
    await db().$transaction(async (tx) => {
      const before = await tx.aiProvider.findUnique({ where: { id: providerId } });
      if (!before) throw notFound('The provider');
      await tx.aiProvider.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
      const after = await tx.aiProvider.update({ where: { id: providerId }, data: { isDefault: true } });
      await record(tx, context, 'providers.set-default', 'provider.stored', {
        providerId,
        name: after.name,
        keyChanged: false,
        before: shown(before),
        after: shown(after),
      });
    });
    return { providerId };
  },
);

/** Removes a provider with its key; steps that name it fail from now on. @throws AppError 404 */
export const deleteProvider = defineUseCase(
  {
    name: 'providers.delete',
    schema: z.strictObject({ providerId: ownProviderId }),
    policy: { permission: 'settings.manage' },
    mutates: true,
  },
  async (context, { providerId }): Promise<{ providerId: string }> => {
    await db().$transaction(async (tx) => {
      const before = await tx.aiProvider.findUnique({ where: { id: providerId } });
      if (!before) throw notFound('The provider');
      await tx.aiProvider.delete({ where: { id: providerId } });
      await record(tx, context, 'providers.delete', 'provider.deleted', {
        providerId,
        name: before.name,
        before: shown(before),
      });
    });
    return { providerId };
  },
);

import 'server-only';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { defineUseCase } from '@/lib/usecase/define';
import { modelOf } from './model-answer';
import { id } from './schemas';

const tag = z
  .string()
  .trim()
  .min(1, 'Give the tag a name.')
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, 'A tag is letters, digits, spaces, dots, dashes.');

export interface TagAnswer {
  tag: string;
  /** The version that carries it; null when none does any more. */
  version: number | null;
}

async function moveTag(
  context: Parameters<Parameters<typeof defineUseCase>[1]>[0],
  processId: string,
  name: string,
  version: number | null,
): Promise<TagAnswer> {
  const { model } = await modelOf(processId);
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM model WHERE id = ${model.id} FOR UPDATE`;
    const key = { modelId_tag: { modelId: model.id, tag: name } };
    const before = await tx.versionMark.findUnique({ where: key });
    if ((before?.number ?? null) === version) return { tag: name, version };
    if (version === null) await tx.versionMark.delete({ where: key });
    else {
      const number = { modelId_number: { modelId: model.id, number: version } };
      if (!(await tx.processVersion.findUnique({ where: number, select: { id: true } })))
        throw notFound(`Version ${version}`);
      const by = { number: version, taggedBy: context.principal.id, taggedAt: new Date() };
      await tx.versionMark.upsert({
        where: key,
        create: { modelId: model.id, tag: name, ...by },
        update: by,
      });
    }
    await appendLedger(tx, {
      stream: `process:${model.id}`,
      actor: actorOf(context.principal),
      cause: 'processes.tag-version',
      events: [
        {
          type: 'version.tagged',
          data: { modelId: model.id, tag: name, version, before: before?.number ?? null },
        },
      ],
    });
    return { tag: name, version };
  });
}

/** Gives a version a name, such as Production; it leaves the version that had it. */
export const tagVersion = defineUseCase(
  {
    name: 'processes.tag-version',
    schema: z.strictObject({ processId: id, tag, version: z.number().int().min(1) }),
    policy: { permission: 'versions.publish' },
    mutates: true,
    subject: ({ processId }) => ({ processId }),
  },
  (context, input) => moveTag(context, input.processId, input.tag, input.version),
);

/** Takes a name away. */
export const untagVersion = defineUseCase(
  {
    name: 'processes.untag-version',
    schema: z.strictObject({ processId: id, tag }),
    policy: { permission: 'versions.publish' },
    mutates: true,
    subject: ({ processId }) => ({ processId }),
  },
  (context, input) => moveTag(context, input.processId, input.tag, null),
);

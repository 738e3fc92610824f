import 'server-only';
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { holdPublicationOrder } from '@/lib/db/publication-order';
import { compileDecision, type DmnModel, describeDmnProblem } from '@/lib/dmn';
import { AppError } from '@/lib/errors/app-error';
import { idFrom } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import { defineUseCase } from '@/lib/usecase/define';
import { withImports } from './imports';
import { isCallable, readDecisions } from './read';

export interface StoredDecisions {
  key: string;
  version: number;
  name: string;
  checksum: string;
  decisions: { decisionId: string; name: string; bounded: boolean }[];
}

/** Every decision of the file must be able to run. @throws AppError 422 with all problems, each with its place */
async function check(model: DmnModel): Promise<StoredDecisions['decisions']> {
  const models = await withImports(model);
  const problems = new Set<string>();
  const decisions: StoredDecisions['decisions'] = [];
  for (const { id, name } of model.nodes.filter(isCallable)) {
    // a file of thousands of decisions takes seconds; others are served in between
    await setImmediate();
    const compiled = compileDecision(models, id);
    if (compiled.ok) decisions.push({ decisionId: id, name, bounded: compiled.decision.bounded });
    else for (const problem of compiled.problems) problems.add(describeDmnProblem(problem));
  }
  if (problems.size === 0) return decisions;
  throw new AppError({
    status: 422,
    code: 'invalid-decisions',
    userMessage: [...problems][0] ?? 'The decisions can’t be evaluated.',
    errors: [...problems].slice(0, 100).map((message) => ({ path: '', message })),
  });
}

function versionTags({ nodes }: DmnModel): Record<string, string> {
  const tagged = nodes.flatMap((node) =>
    node.kind === 'decision' && node.versionTag !== undefined ? [[node.id, node.versionTag]] : [],
  );
  return Object.fromEntries(tagged);
}

/**
 * Stores a DMN file as the next version of the file with its id. A file that is the same as the latest version is
 * answered with that version.
 */
export const storeDecisions = defineUseCase(
  {
    name: 'decisions.store',
    schema: z.strictObject({ xml: z.union([z.string(), z.instanceof(Uint8Array)]) }),
    policy: { permission: 'models.edit' },
    mutates: true,
  },
  async (context, input): Promise<StoredDecisions> => {
    const { model, source } = readDecisions(input.xml);
    const decisions = await check(model);
    const checksum = createHash('sha256').update(source).digest('hex');
    const key = model.id;
    const name = model.name || key;
    const version = await db().$transaction(async (tx) => {
      await holdPublicationOrder(tx);
      const latest = await tx.decisionVersion.findFirst({ where: { key }, orderBy: { number: 'desc' } });
      if (latest?.checksum === checksum) return latest.number;
      const number = (latest?.number ?? 0) + 1;
      await tx.decisionVersion.create({
        data: {
          id: idFrom(context.commandId, 'decisions'),
          ...{ key, number, name, source, checksum },
          namespace: model.namespace,
          versionTags: versionTags(model),
          decisionNames: Object.fromEntries(decisions.map((each) => [each.decisionId, each.name])),
          decisionIds: decisions.map(({ decisionId }) => decisionId),
          storedBy: context.principal.id,
        },
      });
      await appendLedger(tx, {
        stream: `decisions:${key}`,
        actor: actorOf(context.principal),
        cause: 'decisions.store',
        events: [{ type: 'decision-model.stored', data: { key, version: number, name, checksum } }],
      });
      return number;
    });
    return { key, version, name, checksum, decisions };
  },
);

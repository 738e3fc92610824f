import 'server-only';
import type { Json } from '@/engine/core/json';
import type { ClaimedWork, WorkAnswer, Worker } from '@/engine/host/ports';
import type { Spender } from '@/lib/ai/budget/day';
import { callModel } from '@/lib/ai/call-model';
import type { AiOutcome } from '@/lib/ai/types';
import { db } from '@/lib/db/client';
import { AI_WORK } from './behavior';
import type { AiCallConfig, AiCallPayload } from './config';

const LEASE_MS = 30_000;

/** Asks the model of an AI step; its answer, judged, becomes the step's variable. */
export const aiWorker: Worker = {
  workType: AI_WORK,
  leaseMs: LEASE_MS,
  actor: { kind: 'ai', id: 'ai', name: 'AI' },
  async run(work, { executable, signal, idempotencyKey }) {
    const config = executable.nodes[work.elementId]!.config as AiCallConfig;
    const payload = work.payload as unknown as AiCallPayload;
    const spender = config.budget?.maxCostPerDay === undefined ? undefined : await spenderOf(work);
    const context = { signal, idempotencyKey, ...(spender ? { spender } : {}) };
    return workAnswer(config, await callModel(config, payload, context));
  },
};

/** A daily limit is the step's, over all versions and instances of its model. */
async function spenderOf({ instanceId, elementId }: ClaimedWork): Promise<Spender> {
  const { modelId } = await db().instance.findUniqueOrThrow({
    where: { id: instanceId },
    select: { modelId: true },
  });
  return { modelId, elementId };
}

function workAnswer(config: AiCallConfig, outcome: AiOutcome): WorkAnswer {
  if (outcome.ok) {
    const { result, report } = outcome;
    const variables = config.resultVariable ? { [config.resultVariable]: result as unknown as Json } : {};
    return { type: 'complete', variables, report: report as unknown as Json };
  }
  const { message, retryable, retryAfterMs, report } = outcome;
  return {
    type: 'fail',
    error: message,
    retryable,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(report ? { report: report as unknown as Json } : {}),
  };
}

import 'server-only';
import { z } from 'zod';
import type { Input, LeaseInfo } from '@/engine/core/inputs';
import { visibleVariables } from '@/engine/core/visible-variables';
import { retryAt } from '@/engine/host/backoff';
import { AppError, conflict, notFound } from '@/lib/errors/app-error';
import { command, splitId } from '@/lib/instances/command';
import { variables } from '@/lib/instances/schemas';
import { id } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { waitForWork } from './wait-for-work';
import { workRow } from './work-row';

const policy = { permission: 'work.execute' } as const;
const lease = z.string().min(1).max(200);
const leaseSeconds = z.number().min(1).max(3600);
const subject = ({ workId }: { workId: string }) => ({
  instanceId: workId.slice(0, workId.lastIndexOf(':')),
});

const stale = () =>
  conflict({
    code: 'stale-lease',
    userMessage: 'The lease is no longer yours: it ran out, or somebody else holds the work now.',
  });

interface Leased {
  instanceId: string;
  key: number;
  info: LeaseInfo;
  retries: number;
  attempt: number;
}

/**
 * The work under the caller's lease. When the lease isn't theirs any more the store still gets the command, because
 * it may be the repeat of one it has committed; anything else it refuses as stale.
 * @throws AppError 404 for work that never was
 */
async function leased(workId: string, token: string): Promise<Leased> {
  const { instanceId, key } = splitId(workId, 'The work');
  const row = await workRow({ instanceId, key });
  if (row?.token === token && row.worker && row.leasedAt) {
    const info = { worker: row.worker, leasedAt: row.leasedAt.toISOString(), attempt: row.attempt };
    return { instanceId, key, info, retries: row.retries, attempt: row.attempt };
  }
  const state = row ? null : await getRuntime().store.load(instanceId);
  if (!row && (!state || key >= state.nextKey)) throw notFound('The work');
  const info = { worker: '', leasedAt: await getRuntime().store.now(), attempt: 0 };
  return { instanceId, key, info, retries: 0, attempt: 0 };
}

async function settleWork(
  context: AuthorisedContext,
  workId: string,
  token: string,
  input: (work: Leased) => Promise<Input> | Input,
) {
  const work = await leased(workId, token);
  const { state } = await command(context, work.instanceId, await input(work), {
    workLease: { key: work.key, token },
  }).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'stale-lease' ? stale() : error;
  });
  return { workId, instanceId: work.instanceId, instanceStatus: state.status };
}

/** Leases work of one type to an external worker, at once or as soon as there is some. */
export const activateWork = defineUseCase(
  {
    name: 'work.activate',
    schema: z.strictObject({
      type: z
        .string()
        .min(1)
        .max(200)
        .refine(
          (type) => !type.startsWith('countersign:'),
          'Types that begin with “countersign:” are done by the engine itself.',
        ),
      max: z.number().int().min(1).max(100).default(1),
      leaseSeconds: leaseSeconds.default(60),
      worker: z.string().min(1).max(200),
      /** How long to wait for work when there is none. */
      waitSeconds: z.number().min(0).max(30).default(0),
    }),
    policy,
    mutates: false,
  },
  async (context, input) => {
    const { store } = getRuntime();
    const request = {
      workTypes: [input.type],
      max: input.max,
      leaseMs: input.leaseSeconds * 1000,
      worker: input.worker,
    };
    const claimed = await waitForWork(request, input.waitSeconds * 1000, context.gone);
    const items = await Promise.all(
      claimed.map(async (work) => {
        const state = await store.load(work.instanceId);
        const payload = work.payload as { headers?: Record<string, string> } | null;
        return {
          workId: `${work.instanceId}:${work.key}`,
          lease: work.token,
          type: work.workType,
          instanceId: work.instanceId,
          elementId: work.elementId,
          variables: state ? visibleVariables(state, work.key) : {},
          headers: payload?.headers ?? {},
          attempt: work.attempt,
          idempotencyKey: `${work.instanceId}:${work.key}`,
          leaseUntil: work.leaseUntil,
        };
      }),
    );
    return { items };
  },
);

/** The work is done; its variables go into the instance. */
export const completeWork = defineUseCase(
  {
    name: 'work.complete',
    schema: z.strictObject({ workId: id, lease, variables: variables.default({}) }),
    policy,
    mutates: true,
    subject,
  },
  (context, input) =>
    settleWork(context, input.workId, input.lease, ({ key, info }) => ({
      type: 'complete-work',
      key,
      variables: input.variables,
      lease: info,
    })),
);

/** The attempt failed; it is tried again while retries are left, then an incident asks a person. */
export const failWork = defineUseCase(
  {
    name: 'work.fail',
    schema: z.strictObject({
      workId: id,
      lease,
      error: z.string().min(1).max(10_000),
      retryAfterSeconds: z.number().min(0).max(86_400).optional(),
    }),
    policy,
    mutates: true,
    subject,
  },
  (context, input) =>
    settleWork(context, input.workId, input.lease, async ({ key, info, attempt, retries }) => {
      const now = await getRuntime().store.now();
      const at = retryAt(
        now,
        attempt,
        retries,
        input.retryAfterSeconds === undefined ? undefined : input.retryAfterSeconds * 1000,
      );
      return { type: 'fail-work', key, error: input.error, lease: info, ...(at ? { retryAt: at } : {}) };
    }),
);

/** The work ended with a BPMN error that the process may catch. */
export const throwFromWork = defineUseCase(
  {
    name: 'work.throw',
    schema: z.strictObject({
      workId: id,
      lease,
      errorCode: z.string().min(1).max(200),
      message: z.string().max(10_000).default(''),
      variables: variables.default({}),
    }),
    policy,
    mutates: true,
    subject,
  },
  (context, input) =>
    settleWork(context, input.workId, input.lease, ({ key, info }) => ({
      type: 'throw-error',
      key,
      errorCode: input.errorCode,
      message: input.message,
      variables: input.variables,
      lease: info,
    })),
);

/** Prolongs a lease. @throws AppError 409 `stale-lease` */
export const extendWork = defineUseCase(
  {
    name: 'work.extend',
    schema: z.strictObject({ workId: id, lease, leaseSeconds }),
    policy,
    mutates: false,
  },
  async (_context, input) => {
    const { instanceId, key } = splitId(input.workId, 'The work');
    const leaseUntil = await getRuntime().store.extendLease(
      { instanceId, key, token: input.lease },
      input.leaseSeconds * 1000,
    );
    if (!leaseUntil) throw stale();
    return { workId: input.workId, leaseUntil };
  },
);

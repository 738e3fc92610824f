import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MATRIX, ROLES, type Role, scopeOf } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { toProblem } from '@/lib/errors/problem';
import { operations } from '@/lib/http/openapi/operations';
import { flushStrangers } from '@/lib/ledger/strangers';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import '@/lib/everything';
import type { CallContext } from './context';
import { allUseCases } from './define';

type AnyUseCase = ReturnType<typeof allUseCases>[number];

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ engine: false });
});
afterAll(() => app.stop());

const refusedEvents = () => db().ledger.count({ where: { stream: { startsWith: 'refusal:' } } });

/** What a call is answered, and that a person who reads it finds no name of ours in it. */
async function statusOf(one: AnyUseCase, context: CallContext, input: unknown): Promise<number | 'answered'> {
  try {
    await one(context, input);
    return 'answered';
  } catch (error) {
    if (!(error instanceof AppError) && (error as { name: string }).name !== 'ZodError') return 500;
    const { status, title, detail, errors } = toProblem(error).problem;
    const words = JSON.stringify([title, detail, errors]);
    const { name, policy } = one.meta;
    for (const id of [name, ...('permission' in policy ? [policy.permission] : [])])
      expect(words, words).not.toContain(id);
    return status;
  }
}

const guarded = allUseCases().filter((one) => !('public' in one.meta.policy));

describe('public use cases', () => {
  const open = allUseCases().filter((one) => 'public' in one.meta.policy);
  it.each(open.map((one) => [one.meta.name, one] as const))(
    '%s: answers without a name of ours',
    async (_name, one) => {
      expect(await statusOf(one, call(null), { nothing: 'valid' })).not.toBe(500);
    },
  );
});

describe('every use case refuses a stranger', () => {
  it('knows them all', () => {
    const names = guarded.map((one) => one.meta.name);
    for (const operation of operations) expect(names).toContain(operation.useCase.meta.name);
    expect(guarded.length).toBeGreaterThan(35);
  });
  for (const one of guarded) {
    it(`${one.meta.name}: 401 for a stranger`, async () => {
      expect(await statusOf(one, call(null), {})).toBe(401);
    });
  }
  it('counts strangers as one event per address and minute', async () => {
    await flushStrangers();
    const rows = await db().ledger.findMany({ where: { stream: 'auth' } });
    expect(rows).toHaveLength(1);
    const [data] = JSON.parse(rows[0]!.data!) as { count: number; address: string }[];
    expect(data).toMatchObject({ count: guarded.length, address: '192.0.2.1' });
  });
});

describe('the matrix', () => {
  for (const one of guarded) {
    if (!('permission' in one.meta.policy)) continue;
    const { permission } = one.meta.policy;
    for (const role of ROLES) {
      const allowed = scopeOf([role], permission) !== null;
      it(`${one.meta.name}: ${role} ${allowed ? 'passes the lock' : 'is refused, and the refusal is an event'}`, async () => {
        const before = await refusedEvents();
        const status = await statusOf(one, call(someone(`a-${role}`, [role])), { nothing: 'valid' });
        if (allowed) return expect([400, 'answered']).toContain(status);
        expect(status).toBe(403);
        expect(await refusedEvents()).toBe(before + 1);
      });
    }
  }
  it('denies by default: an unknown role and no role pass nothing', () => {
    for (const permission of Object.keys(MATRIX) as (keyof typeof MATRIX)[]) {
      expect(scopeOf([], permission)).toBeNull();
      expect(scopeOf(['root' as Role], permission)).toBeNull();
    }
  });
});

describe('mass assignment', () => {
  for (const one of guarded.filter((each) => each.meta.mutates)) {
    it(`${one.meta.name} refuses keys it doesn't know`, () => {
      const result = one.meta.schema.safeParse({ role: 'administrator', ownerId: 'me', status: 'completed' });
      expect(result.success).toBe(false);
      const unknown = result.error?.issues.flatMap((issue) =>
        'keys' in issue ? (issue.keys as string[]) : [],
      );
      expect(unknown).toEqual(expect.arrayContaining(['role', 'ownerId']));
    });
  }
});

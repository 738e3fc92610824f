import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { call, startApp, type TestApp } from '@/lib/testing/app';
import { hashPassword, passwordProblem, verifyPassword } from './password';
import { makeSetupCode, setUpAdministrator } from './setup';
import { signInWithPassword } from './sign-in';
import { throttle } from './throttle';

const PASSWORD = 'a sentence nobody guesses';
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ engine: false });
  await db().person.create({
    data: { id: 'ida', name: 'Ida', email: 'ida@example.org', passwordHash: await hashPassword(PASSWORD) },
  });
});
afterAll(() => app.stop());

/** Another server process on the same database: everything of ours loaded anew, nothing in memory shared. */
async function otherServer() {
  vi.resetModules();
  const holder = globalThis as { countersignPool?: unknown; countersignDb?: unknown };
  const mine = { ...holder };
  holder.countersignPool = undefined;
  holder.countersignDb = undefined;
  const { signInWithPassword: signIn } = await import('./sign-in');
  const { throttle: count } = await import('./throttle');
  return {
    signIn,
    throttle: count,
    async close() {
      await (await import('@/lib/db/client')).closeDb();
      await (await import('@/lib/db/pool')).closePool();
      holder.countersignPool = mine.countersignPool;
      holder.countersignDb = mine.countersignDb;
    },
  };
}

describe('guessing passwords', () => {
  it('is throttled by account, whatever the address, over two servers', async () => {
    // Deriving a key is slow on purpose: most of the ten attempts are only counted.
    for (let index = 0; index < 4; index++) await throttle('sign-in-account', 'ida@example.org');
    expect(await signInWithPassword('ida@example.org', 'wrong', '192.0.2.1')).toBeNull();
    const other = await otherServer();
    for (let index = 0; index < 4; index++) await other.throttle('sign-in-account', 'ida@example.org');
    expect(await other.signIn('IDA@example.org ', 'wrong', '192.0.2.2')).toBeNull();
    await expect(other.signIn('ida@example.org', PASSWORD, '192.0.2.99')).rejects.toMatchObject({
      status: 429,
    });
    await other.close();
    await expect(signInWithPassword('ida@example.org', PASSWORD, '192.0.2.98')).rejects.toMatchObject({
      status: 429,
      retryAfterSeconds: expect.any(Number),
    });
  });

  it('is throttled by address, whatever the account', async () => {
    await db().$executeRaw`DELETE FROM rate_limit`;
    for (let index = 0; index < 50; index++) await throttle('sign-in-address', '198.51.100.7');
    await expect(signInWithPassword('anybody@example.org', 'x', '198.51.100.7')).rejects.toMatchObject({
      status: 429,
    });
    expect(await signInWithPassword('anybody@example.org', 'x', '198.51.100.8')).toBeNull();
  });

  it('starts counting afresh after the right one', async () => {
    await db().$executeRaw`DELETE FROM rate_limit`;
    for (let round = 0; round < 2; round++) {
      for (let index = 0; index < 6; index++)
        await signInWithPassword('ida@example.org', 'wrong', '192.0.2.1');
      expect(await signInWithPassword('ida@example.org', PASSWORD, '192.0.2.1')).toMatchObject({ id: 'ida' });
    }
  });

  it('costs the same work for accounts that don’t exist: the key is derived all the same', async () => {
    const derived = vi.spyOn(crypto, 'scrypt');
    syncBuiltinESMExports();
    await verifyPassword('anything', null);
    const forNobody = derived.mock.calls.map(([, salt, bytes, options]) => [
      (salt as Buffer).length,
      bytes,
      options,
    ]);
    await verifyPassword(
      'anything',
      await db()
        .person.findFirst()
        .then((one) => one!.passwordHash),
    );
    const forIda = derived.mock.calls
      .slice(1)
      .map(([, salt, bytes, options]) => [(salt as Buffer).length, bytes, options]);
    derived.mockRestore();
    syncBuiltinESMExports();
    expect(forNobody).toHaveLength(1);
    expect(forNobody).toEqual(forIda);
    expect(await verifyPassword('anything', null)).toBe(false);
  });

  it('never tells a disabled person from a wrong password', async () => {
    await db().$executeRaw`DELETE FROM rate_limit`;
    await db().person.update({ where: { id: 'ida' }, data: { disabled: true } });
    expect(await signInWithPassword('ida@example.org', PASSWORD, '192.0.2.1')).toBeNull();
    await db().person.update({ where: { id: 'ida' }, data: { disabled: false } });
  });
});

describe('the first administrator', () => {
  const input = (code: string) => ({ code, email: 'root@example.org', name: 'Root', password: PASSWORD });
  it('comes from a link that is replaced by the next, runs out, and works once', async () => {
    const replaced = (await makeSetupCode())!;
    const code = (await makeSetupCode())!;
    await expect(setUpAdministrator(call(null), input(replaced))).rejects.toMatchObject({
      code: 'setup-link-invalid',
    });
    await expect(setUpAdministrator(call(null), { ...input(code), password: 'short' })).rejects.toMatchObject(
      {
        code: 'weak-password',
      },
    );
    await db().oneTimeLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    await expect(setUpAdministrator(call(null), input(code))).rejects.toMatchObject({ status: 403 });
    const fresh = (await makeSetupCode())!;
    const together = await Promise.allSettled(
      [1, 2, 3].map(() => setUpAdministrator(call(null), input(fresh))),
    );
    expect(together.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await expect(setUpAdministrator(call(null), input(fresh))).rejects.toMatchObject({ status: 403 });
    expect(await makeSetupCode()).toBeNull();
    expect(await db().person.count({ where: { roles: { has: 'administrator' } } })).toBe(1);
  });
  it('chooses a password that is long, not strange', () => {
    expect(passwordProblem('short')).toMatch(/12/);
    expect(passwordProblem('aaaaaaaaaaaaaaaa')).not.toBeNull();
    expect(passwordProblem(PASSWORD)).toBeNull();
  });
});

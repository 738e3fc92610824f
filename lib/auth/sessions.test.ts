import { encode } from 'next-auth/jwt';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { updatePerson } from '@/lib/settings/people';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { send } from '@/lib/testing/routes';
import { makeSession, principalOfSession, sessionSecret } from './session';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ engine: false });
});
afterAll(() => app.stop());
afterEach(() => vi.unstubAllEnvs());

const admin = someone('root', ['administrator']);
const person = (id: string, demo = false) =>
  db().person.create({
    data: { id, name: id, email: `${id}@example.org`, roles: ['operator'], groups: [], demo },
  });

describe('a session', () => {
  it('ends when a role changes, and a new one has the new roles', async () => {
    const before = await makeSession(await person('nina'));
    expect((await principalOfSession(before))?.roles).toEqual(['operator']);
    await updatePerson(call(admin), { personId: 'nina', roles: ['auditor'] });
    expect(await principalOfSession(before)).toBeNull();
    const after = await makeSession(await db().person.findUniqueOrThrow({ where: { id: 'nina' } }));
    expect((await principalOfSession(after))?.roles).toEqual(['auditor']);
  });

  it('of a disabled person is refused by the very next request', async () => {
    const cookie = `next-auth.session-token=${await makeSession(await person('otto'))}`;
    const list = () => send('GET', '/instances', { headers: { cookie } });
    expect((await list()).status).toBe(200);
    await db().person.update({ where: { id: 'otto' }, data: { disabled: true } });
    expect((await list()).status).toBe(401);
  });

  it('is never the one an attacker brought: each sign-in makes its own, signed by this server', async () => {
    const paul = await person('paul');
    expect(await makeSession(paul)).not.toBe(await makeSession(paul));
    const forged = await encode({
      secret: 'another secret of thirty-two characters',
      token: { sub: 'paul', name: 'paul', epoch: paul.sessionEpoch },
    });
    expect(await principalOfSession(forged)).toBeNull();
    const noEpoch = await encode({ secret: sessionSecret(), token: { sub: 'paul', name: 'paul' } });
    expect(await principalOfSession(noEpoch)).toBeNull();
    const expired = await encode({
      secret: sessionSecret(),
      token: { sub: 'paul', name: 'paul', epoch: paul.sessionEpoch },
      maxAge: -60,
    });
    expect(await principalOfSession(expired)).toBeNull();
  });

  it('of a demo person opens nothing outside demo mode', async () => {
    const session = await makeSession(await person('demo-y', true));
    expect(await principalOfSession(session)).toBeNull();
    vi.stubEnv('COUNTERSIGN_EMBEDDED_DB', '1');
    expect((await principalOfSession(session))?.demo).toBe(true);
    vi.stubEnv('HOST', '0.0.0.0');
    expect(await principalOfSession(session)).toBeNull();
  });
});

describe('the last administrator', () => {
  it('can’t be demoted or disabled', async () => {
    await db().person.create({
      data: { id: 'solo', name: 'Solo', email: 'solo@example.org', roles: ['administrator'] },
    });
    for (const change of [{ roles: [] }, { disabled: true }])
      await expect(updatePerson(call(admin), { personId: 'solo', ...change })).rejects.toMatchObject({
        code: 'last-administrator',
      });
  });
});

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { createToken, listTokens, revokeToken } from '@/lib/settings/tokens';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { acceptBootstrapToken } from './bootstrap-token';
import { principalOfToken } from './tokens';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ engine: false });
});
afterAll(() => app.stop());

const person = (id: string, roles: string[], groups: string[] = []) =>
  db().person.create({ data: { id, name: id, email: `${id}@example.org`, roles, groups } });

describe('a token', () => {
  it('never has more than its owner, whose lost roles and groups shrink it at once', async () => {
    await person('rosa', ['operator', 'reviewer'], ['finance', 'people']);
    const rosa = someone('rosa', ['operator', 'reviewer'], ['finance', 'people']);
    const input = { name: 'ci', roles: ['operator', 'reviewer'], groups: ['finance', 'board'] };
    const { token } = await createToken(call(rosa), input);
    expect(await principalOfToken(token)).toMatchObject({
      roles: ['operator', 'reviewer'],
      groups: ['finance'],
    });
    await db().person.update({ where: { id: 'rosa' }, data: { roles: ['reviewer'], groups: ['people'] } });
    expect(await principalOfToken(token)).toMatchObject({ id: 'rosa', roles: ['reviewer'], groups: [] });
    await db().person.update({ where: { id: 'rosa' }, data: { disabled: true } });
    expect(await principalOfToken(token)).toBeNull();
  });

  it('can’t be given roles its maker lacks, nor be made for a service by others than administrators', async () => {
    const operator = someone('olaf', ['operator']);
    await expect(createToken(call(operator), { name: 'x', roles: ['administrator'] })).rejects.toMatchObject({
      status: 403,
    });
    await expect(
      createToken(call(operator), { name: 'x', roles: ['operator'], service: 'CI' }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it('made with a service’s token keeps to its groups and its end', async () => {
    const admin = someone('admin', ['administrator']);
    const made = await createToken(call(admin), {
      name: 'short',
      roles: ['operator'],
      groups: ['finance'],
      days: 2,
      service: 'CI',
    });
    const service = (await principalOfToken(made.token))!;
    expect(service).toMatchObject({ kind: 'service', groups: ['finance'] });
    for (const groups of [['*'], ['board']])
      await expect(
        createToken(call(service), { name: 'y', roles: ['operator'], groups }),
      ).rejects.toMatchObject({
        status: 403,
      });
    const child = await createToken(call(service), { name: 'y', roles: ['operator'], days: 700 });
    expect(child.expiresAt).toBe(made.expiresAt);
  });

  it('is revoked at once by its owner, not by others, and stored only as a hash', async () => {
    await person('tess', ['operator']);
    const tess = someone('tess', ['operator']);
    const { token, tokenId } = await createToken(call(tess), { name: 'mine', roles: ['operator'] });
    const stranger = revokeToken(call(someone('eve', ['operator'])), { tokenId });
    await expect(stranger).rejects.toMatchObject({ status: 404 });
    expect(JSON.stringify(await db().apiToken.findMany())).not.toContain(token);
    expect((await listTokens(call(tess), {})).items.map((one) => one.name)).toEqual(['mine']);
    const under = [1, 2, 3].map(() => principalOfToken(token)); // reads that are shared must not outlive it
    await revokeToken(call(tess), { tokenId });
    expect(await principalOfToken(token)).toBeNull();
    await Promise.all(under);
  });
});

describe('COUNTERSIGN_BOOTSTRAP_TOKEN', () => {
  const FIRST = 'first-bootstrap-token-value';
  it('is too short below 24 characters', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(await acceptBootstrapToken('x'.repeat(23))).toBe('ignored');
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });
  it('becomes an administrator’s token at the first start, though demo people are there', async () => {
    await db().person.create({
      data: { id: 'demo-x', name: 'Demo', email: 'd@demo.invalid', roles: ['administrator'], demo: true },
    });
    const starts = await Promise.all([acceptBootstrapToken(FIRST), acceptBootstrapToken(FIRST)]);
    expect(starts.sort()).toEqual(['accepted', 'known']);
    expect((await principalOfToken(FIRST))?.roles).toContain('administrator');
  });
  it('with a new value is ignored with a warning; the first works until it is revoked', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await person('root', ['administrator']);
    expect(await acceptBootstrapToken('second-bootstrap-token-value')).toBe('ignored');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('ignored'));
    warn.mockRestore();
    expect(await principalOfToken('second-bootstrap-token-value')).toBeNull();
    expect(await acceptBootstrapToken(FIRST)).toBe('known');
    const { tokenId } = (
      await listTokens(call(someone('root', ['administrator'])), { limit: 200 })
    ).items.find((one) => one.name === 'Bootstrap token')!;
    await revokeToken(call(someone('root', ['administrator'])), { tokenId });
    expect(await acceptBootstrapToken(FIRST)).toBe('known');
    expect(await principalOfToken(FIRST)).toBeNull();
  });
});

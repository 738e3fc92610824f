import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { startApp, type TestApp } from '@/lib/testing/app';
import { oidcProviders, personFromOidc, rolesOfGroups } from './oidc';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ engine: false });
});
afterAll(() => app.stop());
afterEach(() => vi.unstubAllEnvs());

const identity = (sub: string, more: object = {}) => ({
  sub,
  name: 'Ingrid Solberg',
  email: `${sub}@example.test`,
  groups: ['finance'],
  ...more,
});
const eventTypes = async () => {
  const rows = await db().ledger.findMany({ where: { stream: 'admin' }, orderBy: { position: 'asc' } });
  return rows
    .flatMap((row) => (JSON.parse(row.canon) as { events: { type: string }[] }).events)
    .map(({ type }) => type);
};

describe('the identity provider of the environment', () => {
  it('is there when issuer and client are named, with PKCE, state and nonce', () => {
    expect(oidcProviders({ NODE_ENV: 'test' })).toEqual([]);
    expect(oidcProviders({ NODE_ENV: 'test', COUNTERSIGN_OIDC_ISSUER: 'https://id.example' })).toEqual([]);
    const [provider] = oidcProviders({
      NODE_ENV: 'test',
      COUNTERSIGN_OIDC_ISSUER: 'https://id.example/realm/',
      COUNTERSIGN_OIDC_CLIENT_ID: 'countersign',
    });
    expect(provider).toMatchObject({
      wellKnown: 'https://id.example/realm/.well-known/openid-configuration',
      checks: ['pkce', 'state', 'nonce'],
      name: 'Single sign-on',
    });
  });

  it.each([
    [['it'], 'it=administrator', ['administrator']],
    [['finance'], 'it=administrator, finance = reviewer + operator', ['reviewer', 'operator']],
    [['it', 'finance'], 'it=operator,finance=operator', ['operator']],
    [['it'], 'it=king', []],
    [['others'], 'it=administrator', []],
    [['it'], '', []],
    [['it'], 'it', []],
  ])('gives %j by “%s” the roles %j', (groups, mapping, roles) => {
    expect(rolesOfGroups(groups, mapping)).toEqual(roles);
  });
});

describe('who signs in through it', () => {
  it('becomes a person with the roles of their groups, and is found again', async () => {
    vi.stubEnv('COUNTERSIGN_OIDC_ROLES', 'finance=reviewer');
    const made = await personFromOidc(identity('ingrid', { email: 'Ingrid@Example.test' }));
    expect(made).toMatchObject({ email: 'ingrid@example.test', roles: ['reviewer'], groups: ['finance'] });
    expect((await personFromOidc(identity('ingrid')))?.id).toBe(made?.id);
    expect(await eventTypes()).toEqual(['person.created']);
  });

  it('loses at the next sign-in what the provider took away, and every open session', async () => {
    vi.stubEnv('COUNTERSIGN_OIDC_ROLES', 'finance=reviewer');
    const before = await personFromOidc(identity('jan'));
    const after = await personFromOidc(identity('jan', { groups: [] }));
    expect(after).toMatchObject({ id: before?.id, roles: [], groups: [] });
    expect(after?.sessionEpoch).toBe((before?.sessionEpoch ?? 0) + 1);
    expect((await eventTypes()).at(-1)).toBe('person.changed');
  });

  it('keeps the roles given here when no mapping is configured', async () => {
    const made = await personFromOidc(identity('kari'));
    await db().person.update({ where: { id: made?.id ?? '' }, data: { roles: ['auditor'] } });
    expect((await personFromOidc(identity('kari', { name: 'Kari Nordmann' })))?.roles).toEqual(['auditor']);
  });

  it('is refused without an address, when disabled here, and with the address of somebody else', async () => {
    expect(await personFromOidc(undefined)).toBeNull();
    expect(await personFromOidc(identity('nobody', { email: undefined }))).toBeNull();
    const made = await personFromOidc(identity('lars'));
    expect(await personFromOidc(identity('thief', { email: 'lars@example.test' }))).toBeNull();
    await db().person.update({ where: { id: made?.id ?? '' }, data: { disabled: true } });
    expect(await personFromOidc(identity('lars'))).toBeNull();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashPassword } from '@/lib/auth/password';
import type { Principal } from '@/lib/auth/principal';
import { makeSession } from '@/lib/auth/session';
import { db } from '@/lib/db/client';
import { startInstance } from '@/lib/instances/start';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { approvalStep, model, sequence } from '@/lib/testing/models';
import { type SimulatedProvider, type SimulatedSignIn, simulatedProvider } from '@/lib/testing/oidc-provider';
import { sendJson, tokenFor } from '@/lib/testing/routes';
import { GET as callback } from '../../app/api/sign/callback/route';
import { completeTask } from './complete';
import { listDelegates } from './delegates';
import { getTask } from './queries';
import { beginSignature, signTask } from './sign';

const MEANING = 'I have reviewed the payment and answer for it.';
const SITE = 'https://countersign.example';

let app: TestApp;
let provider: SimulatedProvider;
let processId: string;
beforeAll(async () => {
  app = await startApp();
  provider = await simulatedProvider();
  vi.stubEnv('NEXTAUTH_URL', SITE);
  vi.stubEnv('COUNTERSIGN_OIDC_ISSUER', provider.url);
  vi.stubEnv('COUNTERSIGN_OIDC_CLIENT_ID', provider.clientId);
  const row = (id: string) => ({
    ...{ id, name: `${id} Name`, email: `${id}@example.org`, oidcSubject: `subject-${id}` },
    ...{ roles: ['reviewer'], groups: ['finance'] },
  });
  const passwordHash = await hashPassword('a long enough sentence');
  await db().person.createMany({
    data: [row('ida'), row('jan'), { ...row('pia'), oidcSubject: null, passwordHash }],
  });
  const step = approvalStep('Pay');
  const signed = `resultVariable="decision" signature="true" meaning="${MEANING}"`;
  const xml = step.xml.replace('resultVariable="decision"', signed);
  const token = await tokenFor(['designer', 'operator']);
  const headers = { 'content-type': 'application/xml' };
  const body = model(sequence([{ ...step, xml }]));
  processId = String((await sendJson('POST', '/processes', { token, body, headers })).body.processId);
  await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await provider.stop();
  await app.stop();
});
beforeEach(() => db().rateLimit.deleteMany());

const who = (id: string, more: Partial<Principal> = {}): Principal => ({
  ...someone(id, ['reviewer'], ['finance']),
  name: `${id} Name`,
  ...more,
});

async function opened() {
  const started = await startInstance(call(someone('olga', ['operator'])), { processId, waitMs: 5000 });
  const { id: taskId } = await db().task.findFirstOrThrow({ where: { instanceId: started.instanceId } });
  const { contentDigest } = await getTask(call(who('ida')), { taskId });
  return { taskId, contentDigest: contentDigest ?? '', outcome: 'approve' };
}
type What = Awaited<ReturnType<typeof opened>>;

const begin = (what: What, as = who('ida')) => beginSignature(call(as), what);
const sign = (what: What, confirmation: string, as = who('ida')) =>
  signTask(call(as), { ...what, confirmation });

/** The browser comes back with the session of somebody; where it is sent then. */
async function back(params: Record<string, string>, as = 'ida'): Promise<string> {
  const person = await db().person.findUniqueOrThrow({ where: { id: as } });
  const cookie = `__Secure-next-auth.session-token=${await makeSession(person)}`;
  const url = `${SITE}/api/sign/callback?${new URLSearchParams(params)}`;
  const response = await callback(new Request(url, { headers: { host: 'countersign.example', cookie } }));
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
}

async function confirmed(what: What, who: Partial<SimulatedSignIn> = {}, as = 'ida') {
  const { url, confirmation } = await begin(what);
  const params = provider.signIn(url, { subject: 'subject-ida', ...who });
  return { confirmation, params, sentTo: await back(params, as) };
}

describe('who signs in through single sign-on', () => {
  it('signs by signing in there once more, and the record says so', async () => {
    const what = await opened();
    expect((await getTask(call(who('ida')), { taskId: what.taskId })).signs).toBe('single-sign-on');
    const { url, confirmation } = await begin(what);
    const asked = Object.fromEntries(new URL(url).searchParams);
    expect(asked).toMatchObject({
      ...{ prompt: 'login', max_age: '0', response_type: 'code', code_challenge_method: 'S256' },
      redirect_uri: `${SITE}/api/sign/callback`,
    });
    expect(await back(provider.signIn(url, { subject: 'subject-ida' }))).toBe('/signed');
    const { signature } = await sign(what, confirmation);
    await expect(completeTask(call(who('ida')), { ...what, signature })).resolves.toMatchObject({
      decided: true,
    });
    const { canon } = await db().ledger.findFirstOrThrow({
      where: { canon: { contains: 'task.completed' } },
      orderBy: { position: 'desc' },
    });
    const row = await db().ledger.findFirstOrThrow({ where: { canon } });
    expect(row.data).toContain('"method":"single-sign-on"');
    expect(row.data).toContain(MEANING);
    const types = (
      await db().ledger.findMany({ where: { stream: 'auth' }, orderBy: { position: 'asc' } })
    ).map((each) => (JSON.parse(each.canon) as { events: { type: string }[] }).events[0]?.type);
    expect(types).toEqual(['person.step-up-asked', 'person.step-up-answered', 'person.confirmed']);
  });

  it('can be handed a decision to sign', async () => {
    const { taskId } = await opened();
    const { items } = await listDelegates(call(who('ida')), { taskId });
    expect(items.map(({ id }) => id)).toEqual(['jan', 'pia']);
  });

  it('isn’t asked for a password, and who has one isn’t sent there; tokens have no browser to come back in', async () => {
    const what = await opened();
    const password = 'a long enough sentence';
    await expect(signTask(call(who('ida')), { ...what, password })).rejects.toMatchObject({
      code: 'other-step-up',
    });
    await expect(begin(what, who('pia'))).rejects.toMatchObject({ code: 'other-step-up' });
    await expect(begin(what, who('ida', { via: 'token' }))).rejects.toMatchObject({ code: 'no-password' });
  });
});

describe('what the provider says is not taken', () => {
  const now = () => Math.floor(Date.now() / 1000);
  it.each<[string, () => Partial<SimulatedSignIn>, string]>([
    ['when they signed in before they were asked to', () => ({ authenticatedAt: now() - 60 }), 'not-again'],
    ['when they are to sign in yet', () => ({ authenticatedAt: now() + 60 }), 'not-again'],
    ['without a time', () => ({ authenticatedAt: null }), 'refused'],
    ['of somebody else', () => ({ subject: 'subject-jan' }), 'somebody-else'],
    ['for another question', () => ({ claims: { nonce: 'another' } }), 'refused'],
    ['for another client', () => ({ claims: { aud: 'another' } }), 'refused'],
    ['by another issuer', () => ({ claims: { iss: 'https://id.example' } }), 'refused'],
    ['when it has expired', () => ({ claims: { exp: now() - 60 } }), 'refused'],
  ])('%s', async (_what, says, why) => {
    const what = await opened();
    const { confirmation, sentTo } = await confirmed(what, says());
    expect(sentTo).toBe(`/signed?refused=${why}`);
    await expect(sign(what, confirmation)).rejects.toMatchObject({ status: 403, code: 'not-confirmed' });
  });

  it('twice, with another’s session, without one, or under an unknown state', async () => {
    const what = await opened();
    const { params, sentTo } = await confirmed(what);
    expect(sentTo).toBe('/signed');
    expect(await back(params)).toBe('/signed?refused=expired');
    const second = await begin(what);
    const theirs = provider.signIn(second.url, { subject: 'subject-jan' });
    expect(await back(theirs, 'jan')).toBe('/signed?refused=expired');
    await expect(sign(what, second.confirmation)).rejects.toMatchObject({ code: 'not-confirmed' });
    const stranger = await callback(new Request(`${SITE}/api/sign/callback?${new URLSearchParams(theirs)}`));
    expect(stranger.headers.get('location')).toBe('/signed?refused=ended');
    expect(await back({ ...theirs, state: 'guessed' })).toBe('/signed?refused=expired');
  });

  it('after five minutes, or when the sessions were ended meanwhile', async () => {
    const what = await opened();
    const late = await begin(what);
    const old = new Date(Date.now() - 5 * 60_000 - 1);
    await db().providerStepUp.update({ where: { id: late.confirmation }, data: { askedAt: old } });
    expect(await back(provider.signIn(late.url, { subject: 'subject-ida' }))).toBe('/signed?refused=expired');
    const ended = await begin(what);
    await db().person.update({ where: { id: 'ida' }, data: { sessionEpoch: { increment: 1 } } });
    expect(await back(provider.signIn(ended.url, { subject: 'subject-ida' }))).toBe('/signed?refused=ended');
  });

  it('after a wrong code, which ends that way', async () => {
    const what = await opened();
    const { url } = await begin(what);
    const params = provider.signIn(url, { subject: 'subject-ida' });
    expect(await back({ ...params, code: 'wrong' })).toBe('/signed?refused=refused');
    expect(await back(params)).toBe('/signed?refused=expired');
  });
});

describe('a confirmation', () => {
  it('is good for exactly what was asked, for who asked, once, and for a minute and a half', async () => {
    const what = await opened();
    const refused = { code: 'not-confirmed' };
    const { confirmation } = await confirmed(what);
    await expect(sign({ ...what, outcome: 'reject' }, confirmation)).rejects.toMatchObject(refused);
    await expect(sign({ ...what, contentDigest: '0'.repeat(64) }, confirmation)).rejects.toMatchObject(
      refused,
    );
    await expect(sign(await opened(), confirmation)).rejects.toMatchObject(refused);
    await expect(sign(what, confirmation, who('jan'))).rejects.toMatchObject(refused);
    await expect(sign(what, confirmation)).resolves.toMatchObject({ signature: expect.any(String) });
    await expect(sign(what, confirmation)).rejects.toMatchObject(refused);
    const late = await confirmed(what);
    const old = new Date(Date.now() - 90_001);
    await db().providerStepUp.update({ where: { id: late.confirmation }, data: { confirmedAt: old } });
    await expect(sign(what, late.confirmation)).rejects.toMatchObject(refused);
  });

  it('is none before the provider has answered, and its secrets are in no record', async () => {
    const what = await opened();
    const { confirmation, url } = await begin(what);
    await expect(sign(what, confirmation)).rejects.toMatchObject({ code: 'not-confirmed' });
    const { state = '', nonce = '' } = Object.fromEntries(new URL(url).searchParams);
    const record = JSON.stringify(await db().ledger.findMany({ select: { canon: true, data: true } }));
    expect(record).not.toContain(state);
    expect(record).not.toContain(nonce);
  });

  it('is asked for so many times and no more', async () => {
    const what = await opened();
    for (let i = 0; i < 20; i++) await begin(what);
    await expect(begin(what)).rejects.toMatchObject({ status: 429 });
  });
});

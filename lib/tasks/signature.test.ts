import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '@/lib/auth/password';
import type { Principal } from '@/lib/auth/principal';
import { makeSession, principalOfSession } from '@/lib/auth/session';
import { db } from '@/lib/db/client';
import { startInstance } from '@/lib/instances/start';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { approvalStep, model, sequence } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';
import { completeTask } from './complete';
import { listDelegates } from './delegates';
import { getTask } from './queries';
import { signTask } from './sign';

const PASSWORD = 'a long enough sentence';
const MEANING = 'I have reviewed the payment and answer for it.';

let app: TestApp;
let token: string;
let signed: string;
let twoOfTwo: string;
let plain: string;
beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator', 'auditor']);
  const passwordHash = await hashPassword(PASSWORD);
  const row = (id: string) => ({
    id,
    name: `${id} Name`,
    email: `${id}@example.org`,
    roles: ['reviewer'],
    groups: ['finance'],
  });
  await db().person.createMany({
    data: [
      { ...row('ann'), passwordHash },
      { ...row('bob'), passwordHash },
      { ...row('sso'), oidcSubject: 'subject' },
      { ...row('dem'), demo: true },
    ],
  });
  signed = await published(`signature="true" meaning="${MEANING}"`);
  twoOfTwo = await published(`signature="true" meaning="${MEANING}" quorum="2" quorumOf="2"`);
  plain = await published('');
});
afterAll(() => app.stop());
beforeEach(() => db().rateLimit.deleteMany());

async function published(attributes: string): Promise<string> {
  const step = approvalStep('Pay');
  const xml = step.xml.replace('resultVariable="decision"', `resultVariable="decision" ${attributes}`);
  const headers = { 'content-type': 'application/xml' };
  const body = model(sequence([{ ...step, xml }]));
  const { processId } = (await sendJson('POST', '/processes', { token, body, headers })).body;
  const at = `/processes/${processId}/publish`;
  expect((await sendJson('POST', at, { token, body: { note: 'One' } })).status).toBe(201);
  return String(processId);
}

const who = (id: string, more: Partial<Principal> = {}): Principal => ({
  ...someone(id, ['reviewer'], ['finance']),
  name: `${id} Name`,
  ...more,
});

/** An open task of a process, and what ann signs. */
async function opened(processId: string) {
  const { instanceId } = await startInstance(call(someone('olga', ['operator'])), {
    processId,
    waitMs: 5000,
  });
  const { id: taskId } = await db().task.findFirstOrThrow({ where: { instanceId } });
  const { contentDigest } = await getTask(call(who('ann')), { taskId });
  return { taskId, instanceId, contentDigest: contentDigest ?? '', outcome: 'approve' };
}
type Opened = Awaited<ReturnType<typeof opened>>;

const sign = ({ taskId, outcome, contentDigest }: Opened, id = 'ann', password = PASSWORD) =>
  signTask(call(who(id)), { taskId, outcome, contentDigest, password });
const decide = ({ taskId, outcome, contentDigest }: Opened, signature?: string, id = 'ann') =>
  completeTask(call(who(id)), {
    taskId,
    outcome,
    contentDigest,
    ...(signature === undefined ? {} : { signature }),
  });
const eventsOf = async (instanceId: string, type: string) => {
  const { body } = await sendJson('GET', `/instances/${instanceId}/events`, { token });
  const events = body.items as { type: string; data: Record<string, unknown> }[];
  return events.filter((event) => event.type === type);
};

describe('a decision that is signed', () => {
  it('keeps the statement with name and time, and signs it with the content', async () => {
    const task = await opened(signed);
    const { signature } = await sign(task);
    await expect(decide(task, signature)).resolves.toMatchObject({ decided: true });
    const [event] = await eventsOf(task.instanceId, 'task.completed');
    expect(event?.data.signature).toEqual({
      meaning: MEANING,
      name: 'ann Name',
      method: 'password',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const { body } = await db().content.findUniqueOrThrow({ where: { hash: task.contentDigest } });
    expect(JSON.parse(body)).toMatchObject({ signature: { meaning: MEANING } });
    const confirmed = await db().ledger.findMany({ where: { stream: 'auth' } });
    expect(confirmed.map(({ data }) => data).join()).toContain('"method":"password"');
  });

  it('is refused without a signature, and nothing is decided', async () => {
    const task = await opened(signed);
    await expect(decide(task)).rejects.toMatchObject({
      status: 422,
      code: 'signature-required',
      userMessage: '“Pay” is decided with a signature: sign with your password first.',
    });
    expect((await db().task.findUniqueOrThrow({ where: { id: task.taskId } })).state).toBe('open');
  });

  it('needs a signature of its own from each of several', async () => {
    const task = await opened(twoOfTwo);
    await expect(decide(task, (await sign(task)).signature)).resolves.toMatchObject({ decided: false });
    await expect(decide(task, undefined, 'bob')).rejects.toMatchObject({ code: 'signature-required' });
    const { signature } = await sign(task, 'bob');
    await expect(decide(task, signature, 'bob')).resolves.toMatchObject({ decided: true });
    const votes = await eventsOf(task.instanceId, 'task.voted');
    expect(votes.map(({ data }) => (data.signature as { name: string }).name)).toEqual([
      'ann Name',
      'bob Name',
    ]);
    const [done] = await eventsOf(task.instanceId, 'task.completed');
    expect(done?.data.signature).toBeUndefined();
  });
});

describe('a signature', () => {
  it('needs the right password; a wrong one is recorded without it, and five in a row are too many', async () => {
    const task = await opened(signed);
    const wrong = () => sign(task, 'ann', 'not my secret words');
    for (let i = 0; i < 5; i++)
      await expect(wrong()).rejects.toMatchObject({ status: 403, code: 'wrong-password' });
    await expect(sign(task)).rejects.toMatchObject({ status: 429, code: 'too-many-attempts' });
    await expect(sign(task, 'bob')).resolves.toMatchObject({ signature: expect.any(String) });
    const rows = await db().ledger.findMany({
      where: { stream: { startsWith: `refusal:${task.instanceId}` } },
    });
    expect(rows.map(({ data }) => (JSON.parse(data ?? '') as { code: string }[])[0]?.code)).toEqual(
      Array(5).fill('wrong-password'),
    );
    expect(JSON.stringify(rows.map(({ data, canon }) => [data, canon]))).not.toContain('secret words');
  });

  it.each([
    ['another answer', (task: Opened) => ({ ...task, outcome: 'reject' })],
    ['another content', (task: Opened) => ({ ...task, contentDigest: '0'.repeat(64) })],
  ])('for %s is worth nothing', async (_name, other) => {
    const task = await opened(signed);
    const { signature } = await sign(other(task));
    await expect(decide(task, signature)).rejects.toMatchObject({ status: 403, code: 'signature-invalid' });
  });

  it('of somebody else, or after all sessions were ended, is worth nothing', async () => {
    const task = await opened(signed);
    const { signature } = await sign(task, 'bob');
    await expect(decide(task, signature)).rejects.toMatchObject({ code: 'signature-invalid' });
    await db().person.update({ where: { id: 'bob' }, data: { sessionEpoch: { increment: 1 } } });
    await expect(decide(task, signature, 'bob')).rejects.toMatchObject({ code: 'signature-invalid' });
  });

  it('is no session, and a session is no signature', async () => {
    const task = await opened(signed);
    const { signature } = await sign(task);
    expect(await principalOfSession(signature)).toBeNull();
    const session = await makeSession({ id: 'ann', name: 'ann Name', sessionEpoch: 0 });
    await expect(decide(task, session)).rejects.toMatchObject({ code: 'signature-invalid' });
  });

  it('leaves nothing of the password, not even with an Idempotency-Key', async () => {
    const task = await opened(signed);
    const { taskId, outcome, contentDigest } = task;
    const reviewer = await tokenFor(['reviewer'], ['finance']);
    await db().apiToken.updateMany({
      where: { roles: { equals: ['reviewer'] } },
      data: { personId: 'ann', service: null },
    });
    const sent = await sendJson('POST', `/tasks/${taskId}/signature`, {
      token: reviewer,
      body: { outcome, contentDigest, password: PASSWORD },
      headers: { 'idempotency-key': 'sign-once' },
    });
    expect(sent.status).toBe(200);
    expect(await db().idempotencyKey.count({ where: { key: 'sign-once' } })).toBe(0);
  });

  it('is refused where none is asked for', async () => {
    const task = await opened(plain);
    await expect(sign(task)).rejects.toMatchObject({ status: 422, code: 'no-signature-asked' });
    const { signature } = await sign(await opened(signed));
    await expect(decide(task, signature)).rejects.toMatchObject({ code: 'no-signature-asked' });
    await expect(decide(task)).resolves.toMatchObject({ decided: true });
  });
});

describe('who has no password', () => {
  it.each([
    ['signs in through single sign-on', who('sso')],
    ['is a service', who('robot', { kind: 'service' })],
    ['is a demo person outside the demo', who('dem')],
  ])('because they are one who %s is told so before, and refused', async (_name, principal) => {
    const { taskId, outcome, contentDigest } = await opened(signed);
    const { verdict, signs } = await getTask(call(principal), { taskId });
    expect([verdict, signs]).toEqual([
      { may: false, code: 'no-password', reason: expect.stringContaining('single sign-on') },
      null,
    ]);
    await expect(
      signTask(call(principal), { taskId, outcome, contentDigest, password: PASSWORD }),
    ).rejects.toMatchObject({ status: 403, code: 'no-password' });
  });

  it('can hand it to those who have one', async () => {
    const { taskId } = await opened(signed);
    const { items } = await listDelegates(call(who('sso')), { taskId });
    expect(items).toEqual([
      { id: 'ann', name: 'ann Name' },
      { id: 'bob', name: 'bob Name' },
    ]);
  });

  it('in the demo types a name, and the record says that nobody was checked', async () => {
    const { taskId, instanceId, outcome, contentDigest } = await opened(signed);
    const dem = who('dem', { demo: true });
    expect((await getTask(call(dem), { taskId })).signs).toBe('demo');
    const attempt = (password: string) => signTask(call(dem), { taskId, outcome, contentDigest, password });
    await expect(attempt('ann Name')).rejects.toMatchObject({ code: 'wrong-password' });
    const { signature } = await attempt('dem Name');
    await completeTask(call(dem), { taskId, outcome, contentDigest, signature });
    const [event] = await eventsOf(instanceId, 'task.completed');
    expect(event?.data.signature).toMatchObject({ method: 'demo', name: 'dem Name' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '@/lib/testing/app';
import { approvalStep, model, sequence } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
let starter: string;
let reviewer: string;
let taskId: string;
let contentDigest: string;

beforeAll(async () => {
  app = await startApp();
  starter = await tokenFor(['designer', 'operator', 'reviewer']);
  reviewer = await tokenFor(['reviewer'], ['finance']);
  const headers = { 'content-type': 'application/xml' };
  const xml = model(sequence([approvalStep('approve')]));
  const { body } = await sendJson('POST', '/processes', { token: starter, body: xml, headers });
  await sendJson('POST', `/processes/${body.processId}/publish`, { token: starter, body: { note: 'One' } });
  const { instanceId } = (
    await sendJson('POST', `/processes/${body.processId}/instances`, { token: starter })
  ).body as { instanceId: string };
  const tasks = await sendJson<{ items: { taskId: string }[] }>('GET', `/tasks?instanceId=${instanceId}`, {
    token: reviewer,
  });
  taskId = tasks.body.items[0]!.taskId;
  contentDigest = (await sendJson('GET', `/tasks/${taskId}`, { token: reviewer })).body
    .contentDigest as string;
});
afterAll(() => app.stop());

const decide = (body: object, token = reviewer) =>
  sendJson('POST', `/tasks/${taskId}/complete`, { token, body });

describe('an approval over the API', () => {
  it('wants the digest of what was shown', async () => {
    expect(await decide({ outcome: 'approve' })).toMatchObject({
      status: 422,
      body: { code: 'digest-required', errors: [{ path: 'contentDigest' }] },
    });
  });
  it('refuses the digest of something else, with the present content', async () => {
    expect(await decide({ outcome: 'approve', contentDigest: '0'.repeat(64) })).toMatchObject({
      status: 409,
      body: { code: 'content-changed', contentDigest, shown: { taskId } },
    });
  });
  it('refuses an unknown outcome with 422', async () => {
    expect(await decide({ outcome: 'perhaps', contentDigest })).toMatchObject({
      status: 422,
      body: { code: 'unknown-outcome' },
    });
  });
  it('refuses an outcome without the comment it asks for', async () => {
    expect(await decide({ outcome: 'reject', contentDigest })).toMatchObject({
      status: 422,
      body: { code: 'comment-required' },
    });
  });
  it('refuses the one who started it with 403, naming the rule', async () => {
    expect(await decide({ outcome: 'approve', contentDigest }, starter)).toMatchObject({
      status: 403,
      body: { code: 'four-eyes', detail: expect.stringMatching(/start/) },
    });
  });
  it('is still open after all that, takes one decision, and refuses the next with 409', async () => {
    expect(await decide({ outcome: 'approve', contentDigest })).toMatchObject({
      status: 200,
      body: { outcome: 'approve', contentDigest, instanceStatus: 'completed' },
    });
    expect(await decide({ outcome: 'reject', comment: 'No', contentDigest })).toMatchObject({
      status: 409,
      body: { code: 'task-already-decided' },
    });
  });
});

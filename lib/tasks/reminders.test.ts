import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { eventually, startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

const step = (id: string, repeat: string) => ({
  id,
  xml: `<bpmn:userTask id="${id}" name="${id}"><bpmn:extensionElements>
    <zeebe:assignmentDefinition candidateGroups="finance" /><countersign:reminder repeat="${repeat}" />
  </bpmn:extensionElements></bpmn:userTask>`,
});

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator', 'reviewer']);
});
afterAll(() => app.stop());

async function started(id: string, repeat: string): Promise<{ instanceId: string; taskId: string }> {
  const made = await sendJson('POST', '/processes', {
    token,
    body: model(sequence([step(id, repeat)]), { id: `p-${id}` }),
    headers: { 'content-type': 'application/xml' },
  });
  const { processId } = made.body as { processId: string };
  await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
  const { body } = await sendJson('POST', `/processes/${processId}/instances?wait=5s`, { token });
  const instanceId = String(body.instanceId);
  const tasks = await sendJson('GET', `/tasks?instanceId=${instanceId}`, { token });
  return { instanceId, taskId: (tasks.body.items as { taskId: string }[])[0]!.taskId };
}

it('people are reminded of a waiting task as often as it says, which the inbox shows; claims stay', async () => {
  const { instanceId, taskId } = await started('twice', 'R2/PT0.4S');
  expect((await sendJson('POST', `/tasks/${taskId}/claim`, { token })).status).toBe(200);
  await eventually(async () => (await db().task.findUnique({ where: { id: taskId } }))?.reminders === 2);
  const { body } = await sendJson('GET', `/tasks/${taskId}`, { token });
  expect(body).toMatchObject({ state: 'claimed', reminders: 2 });
  expect(body.assignee).not.toBeNull();
  expect(await db().timer.count({ where: { instanceId } })).toBe(0);
  const events = await sendJson('GET', `/instances/${instanceId}/events`, { token });
  const reminded = (events.body.items as { type: string; actor: { kind: string } }[]).filter(
    ({ type }) => type === 'task.reminded',
  );
  expect(reminded.map(({ actor }) => actor.kind)).toEqual(['engine', 'engine']);
});

it('a task that is done reminds of nothing: its timer is gone', async () => {
  const { instanceId, taskId } = await started('once', 'PT1H');
  expect(await db().timer.count({ where: { instanceId } })).toBe(1);
  expect((await sendJson('POST', `/tasks/${taskId}/complete`, { token })).status).toBe(200);
  expect(await db().timer.count({ where: { instanceId } })).toBe(0);
});

it('a task that is withdrawn reminds of nothing either', async () => {
  const { instanceId } = await started('cancelled', 'R/PT1H');
  await sendJson('POST', `/instances/${instanceId}/cancel`, { token, body: { reason: 'Not needed.' } });
  expect(await db().timer.count({ where: { instanceId } })).toBe(0);
});

it('what can not be read is refused before publishing', async () => {
  const made = await sendJson('POST', '/processes', {
    token,
    body: model(sequence([step('bad', 'sometimes')]), { id: 'p-bad' }),
    headers: { 'content-type': 'application/xml' },
  });
  const named = { code: 'reminder', elementId: 'bad', field: 'reminder', severity: 'error' };
  expect(made.body.problems).toContainEqual(expect.objectContaining(named));
});

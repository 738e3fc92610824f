import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { getProcess, getVersion } from '@/lib/processes/queries';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { model, scriptStep, sequence } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';
import { startInstance } from './start';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator']);
  const roles = ['operator'];
  await db().person.createMany({
    data: [
      { id: 'fay', name: 'Fay Finance', email: 'fay@example.org', roles, groups: ['finance'] },
      { id: 'gus', name: 'Gus Gone', email: 'gus@example.org', roles, groups: ['finance'], disabled: true },
      { id: 'rex', name: 'Rex Reviewer', email: 'rex@example.org', roles: ['reviewer'], groups: ['finance'] },
      { id: 'oda', name: 'Oda Other', email: 'oda@example.org', roles, groups: ['people'] },
    ],
  });
});
afterAll(() => app.stop());

const STEPS = sequence([scriptStep('sum', '1')]);
let keys = 0;

/** A published process narrowed to these; answers its id. */
async function published(starters: string, content = STEPS): Promise<string> {
  keys += 1;
  const body = model(
    starters
      ? `<bpmn:extensionElements><countersign:starters ${starters} /></bpmn:extensionElements>${content}`
      : content,
    { id: `p${keys}`, name: 'Payments' },
  );
  const headers = { 'content-type': 'application/xml' };
  const created = await sendJson('POST', '/processes', { token, body, headers });
  const processId = String(created.body.processId);
  const answer = await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
  expect(answer.status).toBe(201);
  return processId;
}

const operator = (id: string, groups: string[] = []) => someone(id, ['operator'], groups);
const refusals = async (processId: string) =>
  (await db().ledger.findMany({ where: { stream: { startsWith: `refusal:${processId}` } } })).map(
    ({ data }) => (JSON.parse(data ?? '') as { code: string; message: string }[])[0],
  );

describe('who may start a process', () => {
  it('is everybody whose role allows it, where nobody is named', async () => {
    const processId = await published('');
    await expect(startInstance(call(operator('anybody')), { processId })).resolves.toMatchObject({
      instanceId: expect.any(String),
    });
  });

  it.each([
    ['a member of the group', operator('x', ['finance'])],
    ['the person, by name', { ...operator('y'), name: 'Oda Other' }],
    ['the person, by address in any case', { ...operator('z'), email: 'Fay@Example.org' }],
    ['whoever is in every group', operator('w', ['*'])],
  ])('is %s', async (_name, who) => {
    const processId = await published('groups="finance" people="Oda Other, fay@example.org"');
    await expect(startInstance(call(who), { processId })).resolves.toMatchObject({
      instanceId: expect.any(String),
    });
  });

  it('refuses others, naming whom to ask, and records it', async () => {
    const processId = await published('groups="finance"');
    const refused = startInstance(call(operator('oda', ['people'])), { processId });
    await expect(refused).rejects.toMatchObject({
      status: 403,
      code: 'not-a-starter',
      userMessage: 'Only the group “finance” may start “Payments”. Ask Fay Finance.',
    });
    expect(await db().instance.count({ where: { processId } })).toBe(0);
    expect(await refusals(processId)).toEqual([
      expect.objectContaining({ useCase: 'instances.start', code: 'not-a-starter' }),
    ]);
  });

  it('never widens what a role allows', async () => {
    const processId = await published('people="rex@example.org"');
    const rex = { ...someone('rex', ['reviewer'], ['finance']), email: 'rex@example.org' };
    await expect(startInstance(call(rex), { processId })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('holds for tokens over the API', async () => {
    const processId = await published('people="fay@example.org"');
    const foreign = await tokenFor(['operator']);
    await db().apiToken.updateMany({ where: { groups: { has: '*' } }, data: { groups: ['people'] } });
    const answer = await sendJson('POST', `/processes/${processId}/instances`, { token: foreign });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-a-starter' } });
  });

  it('is as the version says that is started: an older one stays as it was published', async () => {
    const processId = await published('');
    const { draftRevision } = await getProcess(call(operator('o')), { processId });
    const xml = model(
      `<bpmn:extensionElements><countersign:starters groups="finance" /></bpmn:extensionElements>${STEPS}`,
      { id: `p${keys}`, name: 'Payments' },
    );
    const headers = { 'content-type': 'application/xml', 'if-match': `"${draftRevision}"` };
    await sendJson('PUT', `/processes/${processId}/draft`, { token, body: xml, headers });
    await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'Two' } });
    const start = (version?: number) =>
      startInstance(call(operator('oda')), { processId, ...(version ? { version } : {}) });
    await expect(start()).rejects.toMatchObject({ code: 'not-a-starter' });
    await expect(start(1)).resolves.toMatchObject({ instanceId: expect.any(String) });
    const one = await getVersion(call(operator('oda')), { processId, version: 1 });
    const two = await getVersion(call(operator('oda')), { processId, version: 2 });
    expect([one.start.may, two.start.may]).toEqual([true, false]);
  });

  it('is said to whoever looks at the process, before they try', async () => {
    const processId = await published('groups="finance" people="Oda Other"');
    const seen = async (who: ReturnType<typeof operator>) =>
      (await getProcess(call(who), { processId })).start;
    expect(await seen(operator('x', ['finance']))).toEqual({ may: true });
    expect(await seen(operator('x'))).toEqual({
      may: false,
      code: 'not-a-starter',
      reason: 'Only the group “finance” and Oda Other may start “Payments”. Ask Fay Finance or Oda Other.',
      brief: 'not for you',
    });
    expect(await seen(someone('d', ['designer']))).toMatchObject({ may: false, code: 'forbidden' });
  });
});

describe('what begins by itself', () => {
  const definition = (body: string) =>
    STEPS.replace('<bpmn:startEvent id="start" />', `<bpmn:startEvent id="start">${body}</bpmn:startEvent>`);

  it('is the caller’s where a condition is asked: refused, said and recorded', async () => {
    const processId = await published(
      'groups="finance"',
      definition(
        '<bpmn:conditionalEventDefinition id="c"><bpmn:condition xsi:type="bpmn:tFormalExpression">=level > 3</bpmn:condition></bpmn:conditionalEventDefinition>',
      ),
    );
    const ask = () =>
      sendJson('POST', '/conditions', { token, body: { variables: { level: 5 }, processId } });
    expect((await ask()).body).toEqual({
      items: [],
      refused: [
        { processId, elementId: 'start', message: expect.stringContaining('Only the group “finance”') },
      ],
    });
    expect(await refusals(processId)).toEqual([
      expect.objectContaining({ useCase: 'conditions.evaluate', code: 'not-a-starter' }),
    ]);
    await db().apiToken.updateMany({ data: { groups: ['finance'] } });
    expect((await ask()).body).toMatchObject({ items: [{ processId }], refused: [] });
  });
});

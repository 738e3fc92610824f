import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '@/lib/testing/app';
import { model, scriptStep, sequence } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApp({ engine: false });
  token = await tokenFor(['designer', 'operator']);
});
afterAll(() => app.stop());

const XML = { 'content-type': 'application/xml' };
const xml = (key: string, ownership: string) =>
  model(
    `<bpmn:extensionElements><countersign:ownership ${ownership} /></bpmn:extensionElements>${sequence([scriptStep('sum', '1')])}`,
    { id: key, name: key },
  );
const create = async (key: string, ownership: string): Promise<string> =>
  (
    await sendJson<{ processId: string }>('POST', '/processes', {
      token,
      body: xml(key, ownership),
      headers: XML,
    })
  ).body.processId;
const listed = async (query: string) =>
  (await sendJson<{ items: { key: string }[] }>('GET', `/processes?${query}`, { token })).body.items.map(
    ({ key }) => key,
  );

describe('owner and tags of processes', () => {
  it('are listed, and the list is narrowed by them', async () => {
    await create('close', 'owner="Finance" tags="sox, month end"');
    await create('travel', 'owner="people" tags="sox"');
    expect(await listed('tag=sox')).toEqual(['close', 'travel']);
    expect(await listed('tag=month%20end')).toEqual(['close']);
    expect(await listed('tag=so')).toEqual([]);
    expect(await listed('owner=finance')).toEqual(['close']);
    expect(await listed('owner=finance&tag=gdpr')).toEqual([]);
    expect(await listed('q=finan')).toEqual(['close']);
    expect(await listed('q=month%20end')).toEqual(['close']);
    const { body } = await sendJson<{ items: object[] }>('GET', '/processes?tag=month%20end', { token });
    expect(body.items[0]).toMatchObject({ owner: 'Finance', tags: ['sox', 'month end'] });
  });

  it('follow the draft', async () => {
    const processId = await create('moving', 'owner="finance" tags="old"');
    const headers = { ...XML, 'if-match': '"1"' };
    const saved = await sendJson('PUT', `/processes/${processId}/draft`, {
      token,
      body: xml('moving', 'tags="new"'),
      headers,
    });
    expect(saved.status).toBe(200);
    expect((await sendJson('GET', `/processes/${processId}`, { token })).body).toMatchObject({
      owner: '',
      tags: ['new'],
    });
    expect(await listed('tag=old')).toEqual([]);
  });

  it('are those of the pool where the process says nothing, and both tags', async () => {
    const pools = model('', { id: 'inside', name: '' })
      .replace(
        '<bpmn:process',
        `<bpmn:collaboration id="C"><bpmn:participant id="Pool" name="Pooled" processRef="inside"><bpmn:extensionElements>
          <countersign:ownership owner="risk" tags="kyc, sox" /></bpmn:extensionElements></bpmn:participant></bpmn:collaboration><bpmn:process`,
      )
      .replace(
        '</bpmn:process>',
        `<bpmn:extensionElements><countersign:ownership tags="sox, b" /></bpmn:extensionElements>${sequence([scriptStep('s', '1')])}</bpmn:process>`,
      );
    const created = await sendJson('POST', '/processes', { token, body: pools, headers: XML });
    expect(created.status).toBe(201);
    const { body } = await sendJson('GET', '/processes?tag=kyc', { token });
    expect(body.items).toMatchObject([{ name: 'Pooled', owner: 'risk', tags: ['sox', 'b', 'kyc'] }]);
  });
});

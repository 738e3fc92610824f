import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { startApp, type TestApp } from '@/lib/testing/app';
import { model, scriptStep, sequence, workStep } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

interface Refused {
  code: string;
  detail: string;
  errors: { path: string; message: string }[];
  processId?: string;
}

let app: TestApp;
let token: string;
let saved: string;
beforeAll(async () => {
  app = await startApp({ engine: false });
  token = await tokenFor(['designer', 'auditor']);
  saved = await created(model(sequence([workStep('call', 'kept')])));
});
afterAll(() => app.stop());

const send = (
  method: string,
  address: string,
  body: string | Uint8Array,
  more: Record<string, string> = {},
) =>
  sendJson<Refused>(method, address, {
    token,
    body,
    headers: { 'content-type': 'application/xml', ...more },
  });

async function created(xml: string): Promise<string> {
  const answer = await send('POST', '/processes', xml);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.processId!;
}

/** Refused as a new process and as a draft of a saved one, which stays what it was. */
async function refused(xml: string | Uint8Array) {
  const before = await db().model.findMany({ orderBy: { id: 'asc' } });
  const asNew = await send('POST', '/processes', xml);
  const asDraft = await send('PUT', `/processes/${saved}/draft`, xml, { 'if-match': '"1"' });
  expect(asDraft).toMatchObject({ status: asNew.status, body: { code: asNew.body.code } });
  expect(await db().model.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  return { status: asNew.status, ...asNew.body };
}

/** What publishing says; nothing is published. */
async function blocked(xml: string) {
  const processId = await created(xml);
  const answer = await sendJson<Refused>('POST', `/processes/${processId}/publish`, {
    token,
    body: { note: 'Try' },
  });
  expect(answer).toMatchObject({ status: 422, body: { code: 'blocked' } });
  expect(await db().processVersion.count()).toBe(0);
  return answer.body;
}

describe('a file that can’t be read is refused, and nothing saved is lost:', () => {
  it('broken XML, with the line', async () => {
    const answer = await refused(model('<bpmn:task id="a">\n').replace('</bpmn:process>', ''));
    expect(answer).toMatchObject({ status: 422 });
    expect(answer.detail).toMatch(/line \d+/);
  });
  it('no XML at all, and no BPMN', async () => {
    for (const text of ['', 'hello', '<html></html>', '{}']) expect((await refused(text)).status).toBe(422);
  });
  it('a DOCTYPE, which is named', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "x"><!ENTITY y "&x;&x;">]>';
    const answer = await refused(model('').replace('?>', `?>${bomb}`));
    expect(answer).toMatchObject({ status: 422 });
    expect(answer.detail).toMatch(/DOCTYPE/);
  });
  it('3 MB', async () => {
    const answer = await refused(model(`<bpmn:documentation>${'x'.repeat(3_000_000)}</bpmn:documentation>`));
    expect(answer).toMatchObject({ status: 413, code: 'too-large' });
    expect(answer.detail).toMatch(/2 MB/);
  });
  it('nesting 50,000 deep', async () => {
    const [open, close] = ['<bpmn:subProcess>'.repeat(50_000), '</bpmn:subProcess>'.repeat(50_000)];
    const answer = await refused(model(open + close));
    expect(answer.status).toBe(422);
    expect(answer.detail).toMatch(/50/);
  });
  it('two elements of one id, which is named', async () => {
    const answer = await refused(model(sequence([workStep('twice', 'a'), workStep('twice', 'b')])));
    expect(answer.status).toBe(422);
    expect(answer.detail).toContain('twice');
    expect(answer.errors[0]?.path).toContain('twice');
  });
  it('a document that is no document', async () => {
    for (const body of ['{}', '[]', '{"root":"x","elements":{}}', '{"content":1}']) {
      const answer = await send('POST', '/processes', body, { 'content-type': 'application/json' });
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-document' } });
    }
  });
});

describe('a model that can’t run keeps its draft and blocks publishing, naming the place:', () => {
  it('a flow to nowhere', async () => {
    const xml = model(sequence([workStep('call', 'x')])).replace('targetRef="end"', 'targetRef="nowhere"');
    const answer = await blocked(xml);
    expect(answer.errors.map((one) => one.path).join()).toMatch(/f1/);
    expect(answer.errors.map((one) => one.message).join()).toMatch(/nowhere/);
  });
  it('a script that isn’t FEEL, with its position', async () => {
    const answer = await blocked(model(sequence([scriptStep('calc', '1 + ')])));
    expect(answer.errors[0]?.path).toMatch(/^calc\.\w+/);
    expect(answer.errors[0]?.message).toMatch(/position|column|character/i);
  });
  it('a condition that isn’t FEEL', async () => {
    const xml = model(
      `<bpmn:startEvent id="start" /><bpmn:exclusiveGateway id="choice" default="no" /><bpmn:endEvent id="end" />
      <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="choice" />
      <bpmn:sequenceFlow id="yes" sourceRef="choice" targetRef="end">
        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=amount &gt;</bpmn:conditionExpression>
      </bpmn:sequenceFlow>
      <bpmn:sequenceFlow id="no" sourceRef="choice" targetRef="end" />`,
    );
    expect((await blocked(xml)).errors[0]?.path).toMatch(/^yes\.\w+/);
  });
});

describe('a model with several pools', () => {
  it('is one process per pool, the first executable one at the top', async () => {
    const pool = (id: string, executable: boolean) =>
      `<bpmn:process id="${id}" isExecutable="${executable}">${sequence([workStep(`${id}-call`, id)])
        .replaceAll('"start"', `"${id}-start"`)
        .replaceAll('"end"', `"${id}-end"`)
        .replaceAll('id="f', `id="${id}-f`)}</bpmn:process>`;
    const [head] = model('').split('<bpmn:process');
    const xml = `${head}<bpmn:collaboration id="c">
      <bpmn:participant id="a" name="Customer" processRef="customer" />
      <bpmn:participant id="b" name="Shop" processRef="shop" /></bpmn:collaboration>
      ${pool('customer', false)}${pool('shop', true)}</bpmn:definitions>`;
    const { body, status } = await sendJson('POST', '/processes', {
      token,
      body: xml,
      headers: { 'content-type': 'application/xml' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ modelId: expect.any(String), key: 'shop', name: 'Shop', draftRevision: 1 });
    const items = body.items as { processId: string; key: string; name: string }[];
    expect(items.map(({ key, name }) => ({ key, name }))).toEqual([
      { key: 'shop', name: 'Shop' },
      { key: 'customer', name: 'Customer' },
    ]);
    const published = await sendJson('POST', `/processes/${items[1]!.processId}/publish`, {
      token,
      body: { note: 'Through the other pool' },
    });
    expect(published).toMatchObject({ status: 201, body: { version: 1 } });
    const versions = await sendJson('GET', `/processes/${items[0]!.processId}/versions`, { token });
    expect(versions.body.items).toHaveLength(1);
  });
});

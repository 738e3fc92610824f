import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { eventually, startApp, type TestApp } from '@/lib/testing/app';
import { sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator']);
});
afterAll(() => app.stop());

const definitions = (processes: string, messages = '') => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D" targetNamespace="http://example.org">
  ${messages}${processes}
</bpmn:definitions>`;

/** Start, one element, end. */
const line = (id: string, start: string, middle = '<bpmn:task id="M"/>') =>
  `<bpmn:process id="${id}" name="${id}" isExecutable="true">
    <bpmn:startEvent id="S">${start}</bpmn:startEvent>
    <bpmn:sequenceFlow id="F1" sourceRef="S" targetRef="M"/>${middle}
    <bpmn:sequenceFlow id="F2" sourceRef="M" targetRef="E"/><bpmn:endEvent id="E"/>
  </bpmn:process>`;

const message = (name: string, key = '') =>
  `<bpmn:message id="Msg" name="${name}">${
    key && `<bpmn:extensionElements><zeebe:subscription correlationKey="=${key}"/></bpmn:extensionElements>`
  }</bpmn:message>`;
const signal = (name: string) => `<bpmn:signal id="Sig" name="${name}"/>`;
const catches = (definition: string) =>
  `<bpmn:intermediateCatchEvent id="M" name="Wait">${definition}</bpmn:intermediateCatchEvent>`;
const ON_MESSAGE = '<bpmn:messageEventDefinition id="Def" messageRef="Msg"/>';
const ON_SIGNAL = '<bpmn:signalEventDefinition id="Def" signalRef="Sig"/>';

const post = async (path: string, body: unknown) =>
  (await sendJson('POST', path, { token, body })) as { status: number; body: Record<string, unknown> };

async function create(xml: string): Promise<string> {
  const headers = { 'content-type': 'application/xml' };
  const created = await sendJson('POST', '/processes', { token, body: xml, headers });
  expect(created).toMatchObject({ status: 201 });
  return String((created.body as { processId: string }).processId);
}
async function publish(xml: string): Promise<string> {
  const processId = await create(xml);
  expect(await post(`/processes/${processId}/publish`, { note: 'One' })).toMatchObject({ status: 201 });
  return processId;
}
async function publishAgain(processId: string, xml: string): Promise<void> {
  const { body } = await sendJson('GET', `/processes/${processId}`, { token });
  const headers = {
    'content-type': 'application/xml',
    'if-match': `"${(body as { draftRevision: number }).draftRevision}"`,
  };
  const draft = await sendJson('PUT', `/processes/${processId}/draft`, { token, body: xml, headers });
  expect(draft).toMatchObject({ status: 200 });
  expect(await post(`/processes/${processId}/publish`, { note: 'Next' })).toMatchObject({ status: 201 });
}
async function start(processId: string, variables = {}): Promise<string> {
  const { body } = await post(`/processes/${processId}/instances`, { variables });
  return String(body.instanceId);
}
const statusOf = async (instanceId: string) =>
  (await db().instance.findUniqueOrThrow({ where: { id: instanceId } })).status;
const ended = (instanceId: string) => eventually(async () => (await statusOf(instanceId)) === 'completed');
const instancesOf = (processId: string) =>
  db().instance.findMany({ where: { processId }, orderBy: { startedAt: 'asc' } });

describe('POST /messages', () => {
  it('reaches the instance that waits for its name and key, with its variables, and says which', async () => {
    const process = await publish(
      definitions(line('pay', '', catches(ON_MESSAGE)), message('Paid', 'order')),
    );
    const [other, mine] = [await start(process, { order: 1 }), await start(process, { order: 2 })];
    const answer = await post('/messages', { name: 'Paid', correlationKey: 2, variables: { paid: 120 } });
    expect(answer).toMatchObject({ status: 200, body: { delivered: true, instanceIds: [mine] } });
    const { body } = await sendJson('GET', `/instances/${mine}`, { token });
    expect(body).toMatchObject({ status: 'completed', variables: { paid: 120, order: 2 } });
    expect(await statusOf(other)).toBe('running');
  });

  it('is kept for an instance that waits later, and not when its time is over', async () => {
    const process = await publish(
      definitions(line('later', '', catches(ON_MESSAGE)), message('Later', 'order')),
    );
    const early = await post('/messages', { name: 'Later', correlationKey: 'a', timeToLive: 'PT1M' });
    expect(early.body).toMatchObject({ delivered: false, instanceIds: [] });
    await post('/messages', { name: 'Later', correlationKey: 'b', ttl: 0 });
    const [kept, gone] = [await start(process, { order: 'a' }), await start(process, { order: 'b' })];
    await ended(kept);
    expect(await statusOf(gone)).toBe('running');
  });

  it('is the same message under the same messageId', async () => {
    const process = await publish(
      definitions(line('twice', '', catches(ON_MESSAGE)), message('Twice', 'order')),
    );
    const [one, two] = [await start(process, { order: 1 }), await start(process, { order: 1 })];
    const body = { name: 'Twice', correlationKey: '1', messageId: 'm-1' };
    const first = await post('/messages', body);
    expect(first.body).toEqual({ messageId: 'm-1', delivered: true, instanceIds: [one] });
    expect((await post('/messages', body)).body).toEqual(first.body);
    expect(await statusOf(two)).toBe('running');
    expect(await db().ledger.count({ where: { stream: 'message:Twice' } })).toBe(1);
  });

  it('starts a process of the newest version once, begun by who sent it; a retired one no more', async () => {
    const process = await publish(definitions(line('order', ON_MESSAGE), message('Order')));
    const { body } = await post('/messages', { name: 'Order', variables: { item: 'tea' } });
    const [started, ...more] = await instancesOf(process);
    expect(more).toEqual([]);
    expect(body).toMatchObject({ delivered: true, instanceIds: [started?.id] });
    expect(JSON.parse(started?.state ?? '')).toMatchObject({ variables: { item: 'tea' } });
    expect(started?.startedBy).not.toBe('engine');
    expect(await post(`/processes/${process}/retire`, { reason: 'Not used' })).toMatchObject({ status: 200 });
    const kept = await post('/messages', { name: 'Order' });
    expect(kept.body).toMatchObject({ delivered: false });
    await post(`/processes/${process}/reinstate`, { reason: 'Used again' });
    await eventually(async () => (await instancesOf(process)).length === 2);
  });

  it('starts the newest version only', async () => {
    const process = await publish(definitions(line('newest', ON_MESSAGE), message('Old name')));
    await publishAgain(process, definitions(line('newest', ON_MESSAGE), message('New name')));
    expect((await post('/messages', { name: 'Old name', ttl: 0 })).body).toMatchObject({ delivered: false });
    expect((await post('/messages', { name: 'New name', ttl: 0 })).body).toMatchObject({ delivered: true });
    const [{ versionId } = { versionId: '' }] = await instancesOf(process);
    expect(await db().processVersion.findUnique({ where: { id: versionId } })).toMatchObject({ number: 2 });
  });

  it.each([
    ['no name', { correlationKey: '1' }, 'name'],
    ['a time that is none', { name: 'x', timeToLive: 'soon' }, 'timeToLive'],
    ['a time too long', { name: 'x', ttl: 31 * 86_400_000 }, 'ttl'],
    ['both words for the time', { name: 'x', ttl: 1, timeToLive: 1 }, 'ttl'],
    ['an unknown field', { name: 'x', colour: 'red' }, ''],
  ])('refuses %s', async (_what, body, path) => {
    const answer = await post('/messages', body);
    expect(answer.status).toBe(400);
    if (path) expect(JSON.stringify(answer.body.errors)).toContain(path);
  });

  it('refuses more than 1 MB of variables', async () => {
    const answer = await post('/messages', { name: 'x', variables: { text: 'x'.repeat(1_000_001) } });
    expect(answer.status).toBe(413);
  });
});

describe('POST /signals', () => {
  it('reaches everybody who waits and starts what it starts', async () => {
    const waiting = await publish(definitions(line('closing', '', catches(ON_SIGNAL)), signal('Closed')));
    const started = await publish(definitions(line('evening', ON_SIGNAL), signal('Closed')));
    const ids = [await start(waiting), await start(waiting)];
    const answer = await post('/signals', { name: 'Closed', variables: { at: 'six' } });
    expect(answer.status).toBe(200);
    expect([...(answer.body.instanceIds as string[])].sort()).toEqual([...ids].sort());
    for (const id of ids) await ended(id);
    const [evening] = await eventually(async () => {
      const rows = await instancesOf(started);
      return rows.length > 0 && rows;
    });
    expect(JSON.parse(evening?.state ?? '')).toMatchObject({ variables: { at: 'six' } });
    expect(await start(waiting).then(statusOf)).toBe('running');
  });
});

describe('a start timer', () => {
  it('starts instances from publication on', async () => {
    const cycle = '<bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R2/PT0.2S</bpmn:timeCycle>';
    const timer = `<bpmn:timerEventDefinition id="Def">${cycle}</bpmn:timerEventDefinition>`;
    const process = await publish(definitions(line('nightly', timer)));
    await eventually(async () => (await instancesOf(process)).length === 2);
    expect(await db().startTimer.count({ where: { processId: process } })).toBe(0);
    expect((await instancesOf(process)).map((each) => each.status)).toEqual(['completed', 'completed']);
  });

  const on = (date: string) =>
    `<bpmn:timerEventDefinition id="Def"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${date}</bpmn:timeDate></bpmn:timerEventDefinition>`;
  const fired = async (process: string) => {
    await eventually(async () => (await db().startTimer.count({ where: { processId: process } })) === 0);
    await eventually(
      async () => (await db().outbox.count({ where: { ref: { startsWith: `timer:${process}:` } } })) === 0,
    );
    return (await instancesOf(process)).length;
  };

  it('with a date that is past fires once on publication, and not again for a new version', async () => {
    const process = await publish(definitions(line('past', on('2020-01-01T00:00:00Z'))));
    expect(await fired(process)).toBe(1);
    await db().engineCommand.deleteMany({ where: { id: { startsWith: `start:timer:${process}:` } } }); // as the sweep does
    await publishAgain(
      process,
      definitions(line('past', on('2020-01-01T00:00:00Z'), '<bpmn:manualTask id="M"/>')),
    );
    expect(await fired(process)).toBe(1);
    await publishAgain(process, definitions(line('past', on('2021-01-01T00:00:00Z'))));
    expect(await fired(process)).toBe(2);
    const versions = await db().processVersion.count({
      where: { model: { processes: { some: { id: process } } } },
    });
    expect(versions).toBe(3);
  });
});

describe('POST /conditions', () => {
  const when = (condition: string) =>
    `<bpmn:conditionalEventDefinition id="Def"><bpmn:condition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:condition></bpmn:conditionalEventDefinition>`;
  const ask = async (variables: object, more = {}) => {
    const { status, body } = await post('/conditions', { variables, ...more });
    expect(status).toBe(200);
    return body.items as { processId: string; elementId: string; instanceId: string }[];
  };

  it('starts what holds, with the variables, begun by who asked; and again when asked again', async () => {
    const low = await publish(definitions(line('low', when('=stock &lt; 5'))));
    const high = await publish(definitions(line('high', when('=stock > 100'))));
    const items = await ask({ stock: 3 }, { businessKey: 'tea' });
    expect(items).toEqual([{ processId: low, elementId: 'S', instanceId: expect.any(String) }]);
    const [started] = await instancesOf(low);
    expect(started).toMatchObject({ id: items[0]?.instanceId, businessKey: 'tea', status: 'completed' });
    expect(JSON.parse(started?.state ?? '')).toMatchObject({ variables: { stock: 3 } });
    expect(started?.startedBy).not.toBe('engine');
    expect(await ask({ stock: 3 }, { processId: high })).toEqual([]);
    expect(await ask({ colour: 'red' })).toEqual([]);
    await ask({ stock: 4 });
    expect(await instancesOf(low)).toHaveLength(2);
    const [row] = await db().ledger.findMany({
      where: { stream: 'condition' },
      orderBy: { firstSeq: 'asc' },
    });
    expect(JSON.parse(row?.data ?? '')).toEqual([{ asked: 2, started: items }]);
  });

  it('asks the newest version of what is not retired, and once for one Idempotency-Key', async () => {
    const process = await publish(definitions(line('asked', when('=level > 1'))));
    await publishAgain(process, definitions(line('asked', when('=level > 5'))));
    expect(await ask({ level: 2 })).toEqual([]);
    const headers = { 'idempotency-key': 'level-6' };
    const once = () => sendJson('POST', '/conditions', { token, headers, body: { variables: { level: 6 } } });
    const [first, repeat] = [await once(), await once()];
    expect(repeat.body).toEqual(first.body);
    expect(await instancesOf(process)).toHaveLength(1);
    await post(`/processes/${process}/retire`, { reason: 'Not used' });
    expect(await ask({ level: 6 })).toEqual([]);
  });

  it('refuses more than 1 MB of variables', async () => {
    const answer = await post('/conditions', { variables: { text: 'x'.repeat(1_000_001) } });
    expect(answer.status).toBe(413);
  });
});

describe('publishing', () => {
  it('refuses a start event whose message can not be known before', async () => {
    const process = await create(definitions(line('vague', ON_MESSAGE), message('=customer')));
    const answer = await post(`/processes/${process}/publish`, { note: 'One' });
    expect(answer.status).toBe(422);
    expect(answer.body.problems).toContainEqual(
      expect.objectContaining({
        code: 'start-trigger',
        elementId: 'S',
        message: expect.stringContaining('customer'),
      }),
    );
    expect(await db().startSubscription.count({ where: { processId: process } })).toBe(0);
  });
});

describe('a call activity', () => {
  const calls = (processId: string, more = '') =>
    `<bpmn:callActivity id="M" name="Call"><bpmn:extensionElements><zeebe:calledElement processId="${processId}" ${more}/></bpmn:extensionElements></bpmn:callActivity>`;

  it('runs the other process and goes on with its variables', async () => {
    await publish(definitions(line('called', '', catches(ON_MESSAGE)), message('Answer', 'order')));
    const caller = await publish(definitions(line('caller', '', calls('called'))));
    const id = await start(caller, { order: 77 });
    const child = await eventually(async () => db().call.findFirst({ where: { parentId: id } }));
    await eventually(async () => db().subscription.findFirst({ where: { instanceId: child.childId } }));
    await post('/messages', { name: 'Answer', correlationKey: '77', variables: { answer: 42 } });
    await ended(id);
    const { body } = await sendJson('GET', `/instances/${id}`, { token });
    expect(body).toMatchObject({ variables: { answer: 42 } });
    const [parent, called] = await Promise.all(
      [id, child.childId].map((each) => db().instance.findUniqueOrThrow({ where: { id: each } })),
    );
    expect(called?.startedBy).toBe(parent?.startedBy);
  });

  it('says in an incident why there is nothing to call', async () => {
    const caller = await publish(definitions(line('lost', '', calls('not-there'))));
    const id = await start(caller);
    const incident = await eventually(() => db().incident.findFirst({ where: { instanceId: id } }));
    expect(incident).toMatchObject({ code: 'call-failed', message: expect.stringContaining('not-there') });
  });
});

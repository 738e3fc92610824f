import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PendingMessage } from '@/engine/host/delivery/ports';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { getRuntime } from '@/lib/runtime';
import { eventually, startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';
import type { SetAside } from './set-aside';

let app: TestApp;
let token: string;
let onSignal: string;
let onMessage: string;
beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator']);
  onSignal = await published('<bpmn:signal id="R" name="Go" />', 'signal');
  onMessage = await published(
    `<bpmn:message id="R" name="Paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=order" />
    </bpmn:extensionElements></bpmn:message>`,
    'message',
  );
});
afterAll(() => app.stop());

const post = (path: string, body: unknown) => sendJson('POST', path, { token, body });

/** A process that waits for this and ends. */
async function published(root: string, kind: 'signal' | 'message'): Promise<string> {
  const wait = {
    id: 'wait',
    xml: `<bpmn:intermediateCatchEvent id="wait"><bpmn:${kind}EventDefinition id="D" ${kind}Ref="R" /></bpmn:intermediateCatchEvent>`,
  };
  const xml = model(sequence([wait])).replace('</bpmn:definitions>', `${root}</bpmn:definitions>`);
  const headers = { 'content-type': 'application/xml' };
  const { body } = await sendJson('POST', '/processes', { token, body: xml, headers });
  expect(await post(`/processes/${body.processId}/publish`, { note: 'One' })).toMatchObject({ status: 201 });
  return String(body.processId);
}

async function start(processId: string, variables = {}): Promise<string> {
  return String((await post(`/processes/${processId}/instances`, { variables })).body.instanceId);
}
const statusOf = async (id: string) => (await db().instance.findUniqueOrThrow({ where: { id } })).status;
const list = async (query = '', as = token) => {
  const { status, body } = await sendJson('GET', `/deliveries${query}`, { token: as });
  return { status, ...(body as { items: SetAside[]; nextCursor: string | null }) };
};
const found = async (ref: string) => {
  const one = (await list()).items.find((each) => each.ref === ref);
  if (!one) throw new Error(`${ref} is not listed`);
  return one;
};
const recorded = async () =>
  (await db().ledger.findMany({ where: { stream: 'operations' }, orderBy: { firstSeq: 'asc' } })).map(
    (row) => ({
      actor: (JSON.parse(row.canon) as { actor: { kind: string } }).actor.kind,
      type: (JSON.parse(row.canon) as { events: { type: string }[] }).events[0]?.type,
      data: (JSON.parse(row.data ?? '[]') as unknown[])[0],
    }),
  );

/** A signal that the engine itself gives up on, because it was begun too often. */
async function signalSetAside(): Promise<string> {
  const ref = `signal:${newId()}`;
  const [createdAt, payload] = [new Date(), JSON.stringify({ name: 'Go', variables: {} })];
  await db().outbox.create({
    data: {
      ref,
      lane: ref,
      kind: 'broadcast-signal',
      payload,
      createdAt,
      availableAt: createdAt,
      claims: 25,
    },
  });
  getRuntime().host.delivery.wake();
  await eventually(() => db().outbox.findFirst({ where: { ref, quarantinedAt: { not: null } } }));
  return ref;
}

/** A kept message that is set aside as the engine does it. */
async function messageSetAside(order: string): Promise<string> {
  const { body } = await post('/messages', { name: 'Paid', correlationKey: order });
  const messageId = String(body.messageId);
  const row = await db().message.update({
    where: { name_messageId: { name: 'Paid', messageId } },
    data: { token: 'mine' },
  });
  const leased = { position: String(row.position), token: 'mine' } as PendingMessage;
  await getRuntime().store.delivery.quarantineMessage(leased, 'Refused five times');
  return messageId;
}

describe('deliveries that were set aside', () => {
  it('are listed, and delivered when they are tried again', async () => {
    const instance = await start(onSignal);
    const ref = await signalSetAside();
    const one = await found(ref);
    expect(one).toMatchObject({ kind: 'broadcast-signal', name: 'Go', instanceId: null });
    expect(one).toMatchObject({ error: expect.stringContaining('begun again'), attempts: 26 });
    expect(await statusOf(instance)).toBe('running');
    const again = await post(`/deliveries/${one.deliveryId}/retry`, { reason: 'The database is mended' });
    expect(again).toMatchObject({ status: 200, body: { deliveryId: one.deliveryId } });
    await eventually(async () => (await statusOf(instance)) === 'completed');
    expect((await list()).items.map((each) => each.ref)).not.toContain(ref);
    expect(await recorded()).toContainEqual({
      actor: 'service',
      type: 'delivery.retried',
      data: expect.objectContaining({ ref, name: 'Go', reason: 'The database is mended' }),
    });
  });

  it('are removed when they are dropped, and nobody gets them', async () => {
    const instance = await start(onSignal);
    const ref = await signalSetAside();
    const { deliveryId } = await found(ref);
    const drop = () => post(`/deliveries/${deliveryId}/drop`, { reason: 'Sent by mistake' });
    expect(await drop()).toMatchObject({ status: 200 });
    expect(await db().outbox.count({ where: { ref } })).toBe(0);
    expect(await statusOf(instance)).toBe('running');
    expect(await drop()).toMatchObject({ status: 404 });
    const dropped = (await recorded()).filter(({ type }) => type === 'delivery.dropped');
    expect(dropped).toEqual([
      {
        actor: 'service',
        type: 'delivery.dropped',
        data: expect.objectContaining({ ref, reason: 'Sent by mistake' }),
      },
    ]);
  });

  it('may be messages, which then find who waits for them', async () => {
    const ref = await messageSetAside('a');
    const instance = await start(onMessage, { order: 'a' });
    const one = await found(ref);
    expect(one).toMatchObject({ kind: 'message', name: 'Paid', error: 'Refused five times' });
    expect(await statusOf(instance)).toBe('running');
    await post(`/deliveries/${one.deliveryId}/retry`, { reason: 'Again' });
    await eventually(async () => (await statusOf(instance)) === 'completed');
  });

  it('come in pages, the newest first', async () => {
    const refs = [await signalSetAside(), await messageSetAside('b'), await signalSetAside()].reverse();
    const first = await list('?limit=2');
    expect(first.items.map((one) => one.ref)).toEqual(refs.slice(0, 2));
    const next = await list(`?limit=1&cursor=${first.nextCursor}`);
    expect(next.items.map((one) => one.ref)).toEqual(refs.slice(2));
    expect(await list('?cursor=bm9uc2Vuc2U')).toMatchObject({ status: 400, code: 'bad-cursor' });
  });

  it('are for operators; others may at most look', async () => {
    const { deliveryId } = await found(await signalSetAside());
    const as = async (role: string) => {
      const one = await tokenFor([role]);
      const body = { reason: 'x' };
      const retried = await sendJson('POST', `/deliveries/${deliveryId}/retry`, { token: one, body });
      return [(await list('', one)).status, retried.status];
    };
    expect([await as('auditor'), await as('designer')]).toEqual([
      [200, 403],
      [403, 403],
    ]);
  });

  it.each(['outbox:0', 'message:0', 'work:1', 'outbox:x', 'outbox:9999999999999999999'])(
    '%s is none',
    async (id) => {
      expect(await post(`/deliveries/${id}/retry`, { reason: 'x' })).toMatchObject({ status: 404 });
    },
  );

  it('want a reason', async () => {
    expect(await post('/deliveries/outbox:1/drop', { reason: ' ' })).toMatchObject({ status: 400 });
  });
});

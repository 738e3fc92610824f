import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallStarted } from '@/engine/core/events';
import { db } from '@/lib/db/client';
import { startApp, type TestApp } from '@/lib/testing/app';
import { sendJson, tokenFor } from '@/lib/testing/routes';
import { definitions } from './definitions';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApp({ engine: false });
  token = await tokenFor(['designer', 'operator']);
});
afterAll(() => app.stop());

const process = (key: string, tag = '', more = '') => `
  <bpmn:process id="${key}" isExecutable="true">${
    tag && `<bpmn:extensionElements><zeebe:versionTag value="${tag}"/></bpmn:extensionElements>`
  }<bpmn:startEvent id="${key}_S"/><bpmn:sequenceFlow id="${key}_F" sourceRef="${key}_S" targetRef="${key}_E"/>
    <bpmn:endEvent id="${key}_E" name="${more}"/></bpmn:process>`;
const file = (...processes: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="D" targetNamespace="http://example.org">${processes.join('')}</bpmn:definitions>`;

async function create(xml: string): Promise<string> {
  const headers = { 'content-type': 'application/xml' };
  const { body } = await sendJson('POST', '/processes', { token, body: xml, headers });
  return String((body as { processId: string }).processId);
}

/** Publishes what is new, and answers the version's id. */
async function publish(processId: string, xml?: string): Promise<string> {
  const { modelId } = await db().process.findUniqueOrThrow({ where: { id: processId } });
  if (xml) {
    const { draftRevision } = await db().model.findUniqueOrThrow({ where: { id: modelId } });
    const headers = { 'content-type': 'application/xml', 'if-match': `"${draftRevision}"` };
    await sendJson('PUT', `/processes/${processId}/draft`, { token, body: xml, headers });
  }
  const answer = await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'x' } });
  expect(answer.status).toBe(201);
  const where = { modelId };
  return (await db().processVersion.findFirstOrThrow({ where, orderBy: { number: 'desc' } })).id;
}

async function called(
  versionId: string,
  processKey: string,
  binding: CallStarted['binding'] = { type: 'latest' },
): Promise<string> {
  const parent = { instanceId: 'i', key: 1, elementId: 'Call', versionId };
  const call = { attempt: 1, processKey, binding, businessKey: null, variables: {} };
  const found = await definitions.resolve(parent, call);
  return found.ok ? found.create.versionId : found.message;
}

describe('a call finds', () => {
  it('the newest version; the one of its own file when it is bound to that; a version by number and by tag', async () => {
    const xml = (tag: string) => file(process('caller'), process('part', tag, tag));
    const id = await create(xml('one'));
    const first = await publish(id);
    const second = await publish(id, xml('two'));
    expect(await called(first, 'part')).toBe(second);
    expect(await called(first, 'part', { type: 'deployment' })).toBe(first);
    expect(await called(first, 'part', { type: 'version', version: 1 })).toBe(first);
    expect(await called(second, 'part', { type: 'tag', tag: 'one' })).toBe(first);
    expect(await called(second, 'part', { type: 'tag', tag: 'nine' })).toContain('tag “nine”');
    expect(await called(second, 'part', { type: 'version', version: 9 })).toContain('no version 9');
  });

  it('its own model first, then the process that was published last', async () => {
    const older = await create(file(process('shared')));
    await publish(older);
    const newer = await publish(await create(file(process('shared'))));
    const own = await publish(await create(file(process('mine'), process('shared'))));
    const stranger = await publish(await create(file(process('stranger'))));
    expect(await called(own, 'shared')).toBe(own);
    expect([newer, own]).toContain(await called(stranger, 'shared'));
    expect(await called(stranger, 'shared')).toBe(own);
  });

  it('bound to its deployment, the version of another model that was current then, until it is published again', async () => {
    const calls =
      '<bpmn:callActivity id="C"><bpmn:extensionElements><zeebe:calledElement processId="lone" bindingType="deployment"/></bpmn:extensionElements></bpmn:callActivity>';
    const flow = '<bpmn:sequenceFlow id="more" sourceRef="C" targetRef="calls-part_E"/>';
    const calling = process('calls-part').replace(
      'targetRef="calls-part_E"/>',
      `targetRef="C"/>${calls}${flow}`,
    );
    const deployment = { type: 'deployment' } as const;
    const part = await create(file(process('lone', 'one', 'one')));
    const callerId = await create(file(calling));
    const early = await publish(callerId);
    expect(await called(early, 'lone', deployment)).toContain('when this version of the calling process was');
    const first = await publish(part);
    const caller = await publish(callerId);
    expect(caller).not.toBe(early);
    const second = await publish(part, file(process('lone', 'two', 'two')));
    expect(await called(caller, 'lone', deployment)).toBe(first);
    expect(await called(caller, 'lone')).toBe(second);
    const again = await publish(callerId);
    expect(await called(again, 'lone', deployment)).toBe(second);
    expect(await publish(callerId)).toBe(again);
  });

  it('none that is retired, unpublished or unknown, and says so', async () => {
    const retired = await create(file(process('old')));
    const version = await publish(retired);
    await sendJson('POST', `/processes/${retired}/retire`, { token, body: { reason: 'Not used' } });
    await create(file(process('draft')));
    expect(await called(version, 'old')).toContain('is retired');
    expect(await called(version, 'draft')).toContain('no published version');
    expect(await called(version, 'nobody')).toContain('There is no process “nobody”');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '@/engine/compile/problem';
import type { EngineEvent } from '@/engine/core/events';
import { db } from '@/lib/db/client';
import { decision, literal, model } from '@/lib/dmn/testing/build';
import { decisionAudit } from '@/lib/elements/business-rule-task/audit';
import { getInstance, instanceEvents } from '@/lib/instances/queries';
import { startInstance } from '@/lib/instances/start';
import { createProcess } from '@/lib/processes/create';
import { approveRequest } from '@/lib/processes/decide-request';
import { publish } from '@/lib/processes/publish';
import { getRequest } from '@/lib/processes/request-queries';
import { setPublishPolicy } from '@/lib/processes/second-person';
import { call, eventually, someone, startApp, type TestApp } from '@/lib/testing/app';
import { storeDecisions } from './store';

const ada = someone('ada', ['designer', 'operator', 'auditor']);

const ENGINE = { kind: 'engine', name: 'Engine', via: 'engine' } as const;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const CAMUNDA = 'xmlns:camunda="http://camunda.org/schema/1.0/dmn" camunda:versionTag';
const ZEEBE = 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';

/** A file of one decision that gives a number. */
const file = (id: string, value: string, more: (xml: string) => string = (xml) => xml) =>
  more(model(decision(id, literal(value)))).replace('name="test" id="test"', `name="${id}" id="${id}-file"`);
const store = (id: string, value: string, more?: (xml: string) => string) =>
  storeDecisions(call(ada), { xml: file(id, value, more) });

const process = (attributes: string, extension = '') => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ${ZEEBE}
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="urn:x">
  <process id="p" isExecutable="true"><startEvent id="S"/><sequenceFlow id="a" sourceRef="S" targetRef="B"/>
  <businessRuleTask id="B" name="Price" ${attributes}>${extension}</businessRuleTask>
  <sequenceFlow id="b" sourceRef="B" targetRef="E"/><endEvent id="E"/></process></definitions>`;
const zeebe = (id: string, binding: string) =>
  process(
    '',
    `<extensionElements><zeebe:calledDecision decisionId="${id}" resultVariable="r" ${binding}/></extensionElements>`,
  );
const camunda = (id: string, binding: string) =>
  process(
    `camunda:decisionRef="${id}" camunda:resultVariable="r" camunda:mapDecisionResult="singleEntry" ${binding}`,
  );

async function published(xml: string): Promise<string> {
  const { processId } = await createProcess(call(ada), { content: { xml } });
  await publish(call(ada), { processId, note: 'First' });
  return processId;
}

async function run(processId: string) {
  const { instanceId } = await startInstance(call(ada), { processId, variables: {} });
  return eventually(async () => {
    const instance = await getInstance(call(ada), { instanceId });
    return (instance.status !== 'running' || instance.incidents.length > 0) && instance;
  });
}
const value = async (processId: string) => (await run(processId)).variables.r;

describe('a decision bound to', () => {
  it.each([
    ['zeebe', 'z-dep', zeebe('z-dep', 'bindingType="deployment"')],
    ['camunda', 'c-dep', camunda('c-dep', 'camunda:decisionRefBinding="deployment"')],
  ])('its deployment is the one of publishing, until that is done again (%s)', async (_, id, xml) => {
    await store(id, '1');
    const processId = await published(xml);
    await store(id, '2');
    expect(await value(processId)).toBe(1);
    expect(await publish(call(ada), { processId, note: 'Again' })).toMatchObject({ version: 2 });
    expect(await publish(call(ada), { processId, note: 'Again' })).toMatchObject({ version: 2 });
    expect(await value(processId)).toBe(2);
  });

  it.each([
    ['zeebe', 'z-new', zeebe('z-new', '')],
    ['zeebe, in words', 'z-new2', zeebe('z-new2', 'bindingType="latest"')],
    ['camunda', 'c-new', camunda('c-new', 'camunda:decisionRefBinding="latest"')],
  ])('nothing is the newest, without publishing again (%s)', async (_, id, xml) => {
    await store(id, '1');
    const processId = await published(xml);
    await store(id, '2');
    expect(await publish(call(ada), { processId, note: 'Again' })).toMatchObject({ version: 1 });
    expect(await value(processId)).toBe(2);
  });

  it.each([
    [
      'zeebe',
      'z-tag',
      (xml: string) =>
        xml.replace(
          '<variable',
          `<extensionElements ${ZEEBE}><zeebe:versionTag value="2026"/></extensionElements><variable`,
        ),
      zeebe('z-tag', 'bindingType="versionTag" versionTag="2026"'),
    ],
    [
      'camunda',
      'c-tag',
      (xml: string) => xml.replace('<decision ', `<decision ${CAMUNDA}="2026" `),
      camunda('c-tag', 'camunda:decisionRefBinding="versionTag" camunda:decisionRefVersionTag="2026"'),
    ],
  ])('a version tag is the newest with that tag (%s)', async (_, id, tagged, xml) => {
    await store(id, '1', tagged);
    await store(id, '2', tagged);
    await store(id, '3');
    const processId = await published(xml);
    expect(await value(processId)).toBe(2);
  });

  it('a version is that one, and the audit trail says which', async () => {
    await store('numbered', '1');
    await store('numbered', '2');
    const xml = camunda('numbered', 'camunda:decisionRefBinding="version" camunda:decisionRefVersion="1"');
    const { instanceId, variables } = await run(await published(xml));
    expect(variables.r).toBe(1);
    const { items } = await instanceEvents(call(ada), { instanceId, after: 0, limit: 200 });
    const decided = items.find(({ type }) => type === 'work.completed') as EngineEvent | undefined;
    expect(decided?.data).toMatchObject({ report: { decisionId: 'numbered', version: 1 } });
    const context = { elementName: 'Price', actor: ENGINE, personName: String };
    expect(decisionAudit(decided!, context)?.detail).toContain('“numbered”, version 1');
  });

  it('its deployment takes imported files of then, too', async () => {
    const taxes = (rate: string) =>
      file('tax', rate, (xml) => xml.replace('namespace="urn:test"', 'namespace="urn:taxes"'));
    await storeDecisions(call(ada), { xml: taxes('1') });
    await store('gross', 't.tax', (xml) =>
      xml
        .replace(
          '<decision ',
          '<import name="t" namespace="urn:taxes" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/><decision ',
        )
        .replace(
          '<literalExpression>',
          '<informationRequirement><requiredDecision href="urn:taxes#tax"/></informationRequirement><literalExpression>',
        ),
    );
    const processId = await published(zeebe('gross', 'bindingType="deployment"'));
    const newest = await published(zeebe('gross', ''));
    await storeDecisions(call(ada), { xml: taxes('2') });
    expect([await value(processId), await value(newest)]).toEqual([1, 2]);
  });

  it('what is not there yet is a warning to the second person, too, when they look and when they approve', async () => {
    const { processId } = await createProcess(call(ada), {
      content: { xml: zeebe('unwritten', 'bindingType="deployment"') },
    });
    const root = someone('root', ['administrator']);
    await setPublishPolicy(call(root), { processId, secondPerson: true, reason: 'It moves money' });
    const { requestId } = await publish(call(ada), { processId, note: 'First' });
    const request = { processId, requestId };
    const warned = [{ severity: 'warning', code: 'decision-unbound', elementId: 'B', field: 'decisionId' }];
    const notable = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity !== 'info');
    const ben = someone('ben', ['designer']);
    expect(notable((await getRequest(call(ben), request)).problems)).toMatchObject(warned);
    expect(notable((await approveRequest(call(ben), request)).problems)).toMatchObject(warned);
    expect((await getRequest(call(ben), request)).problems).toEqual([]);
    // Asked again, now that it is there, nothing is missing.
    await store('unwritten', '1');
    const again = await publish(call(ada), { processId, note: 'With its decision' });
    const { problems } = await getRequest(call(ben), { processId, requestId: again.requestId });
    expect(notable(problems)).toEqual([]);
  });

  it('what is not there yet is a warning of publishing', async () => {
    const xml = zeebe('early', 'bindingType="deployment"');
    const { processId } = await createProcess(call(ada), { content: { xml } });
    const { problems } = await publish(call(ada), { processId, note: 'First' });
    expect(problems.filter(({ severity }) => severity !== 'info')).toMatchObject([
      { severity: 'warning', code: 'decision-unbound', elementId: 'B', field: 'decisionId' },
    ]);
    await store('early', '1');
    const again = await publish(call(ada), { processId, note: 'Again' });
    expect(again.version).toBe(2);
    expect(again.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('what was not there is an incident that says when to store it', async () => {
    const late = await published(zeebe('late', 'bindingType="deployment"'));
    await store('late', '1');
    expect((await run(late)).incidents).toMatchObject([
      {
        message: expect.stringContaining(
          'There was no decision “late” when this version of the process was published.',
        ),
      },
    ]);
    const tag = await published(zeebe('late', 'bindingType="versionTag" versionTag="none"'));
    expect((await run(tag)).incidents).toMatchObject([
      { message: expect.stringContaining('no decision “late” with the version tag “none”') },
    ]);
  });
});

it('versions of decisions are never changed or deleted', async () => {
  await store('kept', '1');
  await expect(db().$executeRaw`UPDATE decision_version SET source = ''`).rejects.toThrow(/is refused/);
  await expect(db().$executeRaw`DELETE FROM decision_version`).rejects.toThrow(/is refused/);
});

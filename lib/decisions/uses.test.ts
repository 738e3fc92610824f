import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision, literal, model } from '@/lib/dmn/testing/build';
import { createProcess } from '@/lib/processes/create';
import { publish } from '@/lib/processes/publish';
import { retireProcess } from '@/lib/processes/retire';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { listDecisions, listDecisionVersions } from './queries';
import { storeDecisions } from './store';

const ada = someone('ada', ['designer', 'operator']);

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ engine: false });
});
afterAll(() => app.stop());

const bpmn = (decisionId: string, binding = '') => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="D" targetNamespace="urn:x">
  <process id="orders" name="Orders" isExecutable="true"><startEvent id="S"/><sequenceFlow id="a" sourceRef="S" targetRef="B"/>
  <businessRuleTask id="B" name="Price it"><extensionElements><zeebe:calledDecision decisionId="${decisionId}" resultVariable="r" ${binding}/></extensionElements></businessRuleTask>
  <sequenceFlow id="b" sourceRef="B" targetRef="E"/><endEvent id="E"/></process></definitions>`;

const usesOf = async (decisionId: string) =>
  (await listDecisions(call(ada), {})).items
    .flatMap(({ decisions }) => decisions)
    .find((one) => one.decisionId === decisionId)?.usedBy;

describe('stored decisions', () => {
  it('say which steps ask them: of the newest version, of a draft before there is one, of nothing retired', async () => {
    await storeDecisions(call(ada), { xml: model(decision('price', literal('1'))) });
    expect(await usesOf('price')).toEqual([]);
    const { processId } = await createProcess(call(ada), {
      content: { xml: bpmn('price', 'bindingType="versionTag" versionTag="2026"') },
    });
    await createProcess(call(ada), { content: { xml: bpmn('= &quot;price&quot;') } });
    const use = {
      processId,
      processName: 'Orders',
      processVersion: null,
      elementId: 'B',
      elementName: 'Price it',
      binding: 'tag',
      bound: '2026',
    };
    expect(await usesOf('price')).toEqual([use]);
    await publish(call(ada), { processId, note: 'First' });
    expect(await usesOf('price')).toEqual([{ ...use, processVersion: 1 }]);
    await retireProcess(call(ada), { processId, reason: 'Not used' });
    expect(await usesOf('price')).toEqual([]);
  });

  it('list their versions with who stored them, newest first', async () => {
    const stored = await storeDecisions(call(ada), { xml: model(decision('price', literal('2'))) });
    const { items } = await listDecisionVersions(call(ada), { key: 'test' });
    expect(items).toMatchObject([
      { version: 2, checksum: stored.checksum, storedByName: expect.any(String) },
      { version: 1 },
    ]);
    await expect(listDecisionVersions(call(ada), { key: 'nothing' })).rejects.toMatchObject({ status: 404 });
  });
});

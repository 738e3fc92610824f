import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision, input, literal, model, table } from '@/lib/dmn/testing/build';
import { getInstance } from '@/lib/instances/queries';
import { startInstance } from '@/lib/instances/start';
import { createProcess } from '@/lib/processes/create';
import { publish } from '@/lib/processes/publish';
import { call, eventually, someone, startApp, type TestApp } from '@/lib/testing/app';
import { findDecision } from './find';
import { exportDecisions, listDecisions } from './queries';
import { storeDecisions } from './store';

const ada = someone('ada', ['designer', 'operator', 'auditor']);

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const shipping = (price: string) =>
  model(
    input('weight', 'number'),
    decision(
      'shipping',
      table({
        hitPolicy: 'FIRST',
        inputs: ['weight'],
        outputs: [{}],
        rules: [
          ['< 1', '1'],
          ['-', price],
        ],
      }),
      { inputs: ['weight'], typeRef: 'number' },
    ),
  );
const named = (source: string, id: string, namespace = `urn:${id}`) =>
  source
    .replace('name="test" id="test"', `name="${id}" id="${id}"`)
    .replace('namespace="urn:test"', `namespace="${namespace}"`);

const store = (xml: string) => storeDecisions(call(ada), { xml });

describe('stored decisions', () => {
  it('get a version for every change, and none for a repetition', async () => {
    const first = await store(named(shipping('5'), 'shipping-file'));
    expect(first).toMatchObject({
      key: 'shipping-file',
      version: 1,
      decisions: [{ decisionId: 'shipping', name: 'shipping', bounded: true }],
    });
    expect(await store(named(shipping('5'), 'shipping-file'))).toMatchObject({ version: 1 });
    expect(await store(named(shipping('6'), 'shipping-file'))).toMatchObject({ version: 2 });
    const { items } = await listDecisions(call(ada), {});
    expect(items).toMatchObject([{ key: 'shipping-file', version: 2, decisionIds: ['shipping'] }]);
    const { xml } = await exportDecisions(call(ada), { key: 'shipping-file', version: 1 });
    expect(xml).toBe(named(shipping('5'), 'shipping-file'));
  });

  it('are found by id, the newest or a version by number', async () => {
    const now = '2026-01-01T00:00:00Z';
    for (const [binding, price] of [
      [{ type: 'latest' }, 6],
      [{ type: 'version', version: 1 }, 5],
    ] as const) {
      const found = await findDecision('shipping', binding);
      if (!found.ok) throw new Error(found.message);
      expect(found.decision.evaluate({ variables: { weight: 2 }, now })).toMatchObject({ value: price });
    }
    expect(await findDecision('nowhere')).toMatchObject({ ok: false });
    expect(await findDecision('shipping', { type: 'version', version: 9 })).toMatchObject({
      message: 'There is no decision “shipping”, version 9, here. Store its DMN file first.',
    });
  });

  it('read what another stored file holds', async () => {
    await store(named(model(decision('tax', literal('0.19'))), 'taxes', 'urn:taxes'));
    const importing = named(model(decision('gross', literal('100 * (1 + t.tax)'))), 'gross')
      .replace(
        '<decision ',
        '<import name="t" namespace="urn:taxes" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/><decision ',
      )
      .replace(
        '<literalExpression>',
        '<informationRequirement><requiredDecision href="urn:taxes#tax"/></informationRequirement><literalExpression>',
      );
    await store(importing);
    const found = await findDecision('gross');
    if (!found.ok) throw new Error(found.message);
    expect(found.decision.evaluate({ variables: {}, now: '2026-01-01T00:00:00Z' })).toMatchObject({
      value: 119,
    });
  });

  it.each([
    ['hello', /XML/],
    ['<!DOCTYPE x><definitions/>', /document type declaration/],
    [model(), /no decision/],
    [model(decision('d', literal('1 +'))), /Decision “d”: “1 \+”: Something is missing after “\+”/],
  ])('are refused as a whole: %s', async (xml, message) => {
    await expect(store(xml)).rejects.toMatchObject({
      status: 422,
      userMessage: expect.stringMatching(message),
    });
    expect((await listDecisions(call(ada), {})).items.map(({ key }) => key)).not.toContain('test');
  });
});

describe('a business rule task', () => {
  const bpmn = (attributes: string, extension: string) => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="urn:x">
  <process id="p" isExecutable="true"><startEvent id="S"/><sequenceFlow id="a" sourceRef="S" targetRef="B"/>
  <businessRuleTask id="B" name="Price" ${attributes}>${extension}</businessRuleTask>
  <sequenceFlow id="b" sourceRef="B" targetRef="E"/><endEvent id="E"/></process></definitions>`;
  const zeebe = (decisionId: string) =>
    bpmn(
      '',
      `<extensionElements><zeebe:calledDecision decisionId="${decisionId}" resultVariable="price"/></extensionElements>`,
    );

  async function run(xml: string, variables: Record<string, unknown>) {
    const { processId } = await createProcess(call(ada), { content: { xml } });
    await publish(call(ada), { processId, note: 'First version' });
    const { instanceId } = await startInstance(call(ada), { processId, variables });
    return eventually(async () => {
      const instance = await getInstance(call(ada), { instanceId });
      return (instance.status !== 'running' || instance.incidents.length > 0) && instance;
    });
  }

  const entry = 'camunda:mapDecisionResult="singleEntry"';
  it.each([
    ['zeebe:calledDecision', zeebe('shipping'), 6],
    ['a decision id that is computed', zeebe('= &quot;ship&quot; + &quot;ping&quot;'), 6],
    [
      'camunda:decisionRef',
      bpmn(`camunda:decisionRef="shipping" camunda:resultVariable="price" ${entry}`, ''),
      6,
    ],
    [
      'a version by number',
      bpmn(
        `camunda:decisionRef="shipping" camunda:resultVariable="price" camunda:decisionRefBinding="version" camunda:decisionRefVersion="1" ${entry}`,
        '',
      ),
      5,
    ],
    [
      'camunda:decisionRef, its result a list of rules as Camunda 7 has it',
      bpmn('camunda:decisionRef="shipping" camunda:resultVariable="price"', ''),
      [{ shipping: 6 }],
    ],
  ])('asks by %s', async (_, xml, price) => {
    expect(await run(xml, { weight: 3 })).toMatchObject({
      status: 'completed',
      variables: { weight: 3, price },
    });
  });

  it('stops with an incident that says what is wrong', async () => {
    expect((await run(zeebe('nowhere'), {})).incidents).toMatchObject([
      { elementId: 'B', message: expect.stringContaining('There is no decision “nowhere” here.') },
    ]);
    expect((await run(zeebe('shipping'), { weight: 'heavy' })).incidents).toMatchObject([
      { message: expect.stringContaining('The value of “weight” is of type string') },
    ]);
  });
});

import { expect, type Page, test } from '@playwright/test';
import { axeFindings, sideways } from '../fixtures/axe';
import { signInAs } from '../fixtures/demo';
import { createProcess, newKey, once } from '../fixtures/designer';

const DMN = (id: string, price: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${id}-file" name="Shipping ${id}" namespace="urn:${id}">
  <inputData id="weight" name="weight"><variable name="weight" typeRef="number"/></inputData>
  <inputData id="country" name="country"><variable name="country" typeRef="string"/></inputData>
  <decision id="${id}" name="Shipping price">
    <variable name="Shipping price" typeRef="number"/>
    <informationRequirement><requiredDecision href="#zone-${id}"/></informationRequirement>
    <informationRequirement><requiredInput href="#weight"/></informationRequirement>
    <decisionTable hitPolicy="FIRST">
      <input label="Zone"><inputExpression typeRef="string"><text>Zone</text></inputExpression><inputValues><text>"home","far"</text></inputValues></input>
      <input label="Weight in kg"><inputExpression typeRef="number"><text>weight</text></inputExpression></input>
      <output name="price" label="Price in EUR" typeRef="number"/>
      <annotation name="Why"/>
      <rule id="r1"><inputEntry><text>"home"</text></inputEntry><inputEntry><text>&lt;= 2</text></inputEntry><outputEntry><text>4.90</text></outputEntry><annotationEntry><text>Parcel by post</text></annotationEntry></rule>
      <rule id="r2"><inputEntry><text>"home"</text></inputEntry><inputEntry><text>]2..30]</text></inputEntry><outputEntry><text>${price}</text></outputEntry><annotationEntry><text>Parcel by van</text></annotationEntry></rule>
      <rule id="r3"><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>49</text></outputEntry><annotationEntry><text>Freight forwarder</text></annotationEntry></rule>
    </decisionTable>
  </decision>
  <decision id="zone-${id}" name="Zone">
    <variable name="Zone" typeRef="string"/>
    <informationRequirement><requiredInput href="#country"/></informationRequirement>
    <literalExpression><text>if country = "DE" then "home" else "far"</text></literalExpression>
  </decision>
</definitions>`;

const BPMN = (key: string, id: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:countersign:test">
  <bpmn:process id="${key}" name="Orders ${key}" isExecutable="true">
    <bpmn:startEvent id="Start" /><bpmn:sequenceFlow id="A" sourceRef="Start" targetRef="Step" />
    <bpmn:businessRuleTask id="Step" name="Price it"><bpmn:extensionElements><zeebe:calledDecision decisionId="${id}" resultVariable="price" /></bpmn:extensionElements></bpmn:businessRuleTask>
    <bpmn:sequenceFlow id="B" sourceRef="Step" targetRef="End" /><bpmn:endEvent id="End" />
  </bpmn:process>
</bpmn:definitions>`;

const asFile = (xml: string) => ({
  name: 'shipping.dmn',
  mimeType: 'application/xml',
  buffer: Buffer.from(xml),
});

async function stored(page: Page, xml: string): Promise<void> {
  const headers = { ...once(), 'content-type': 'application/xml' };
  const answer = await page.request.post('/api/v1/decisions', { headers, data: xml });
  expect(answer.status()).toBe(201);
}

test('a DMN file is uploaded, read as a table, and given back as it was', async ({ page }) => {
  await signInAs(page, 'mia');
  const id = newKey('shipping');
  await page.goto('/processes');
  await page
    .getByRole('navigation', { name: 'Processes, decisions and templates' })
    .getByText('Decisions')
    .click();
  await page.getByLabel('DMN file').setInputFiles(asFile(DMN(id, '7.50')));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Shipping ${id}`);
  const table = page.getByRole('region', { name: 'Decision table Shipping price' });
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(table.getByRole('row').nth(2)).toContainText('2"home"]2..30]7.50Parcel by van');

  await page.getByLabel('DMN file').setInputFiles(asFile(DMN(id, '8.50')));
  const versions = page.getByRole('navigation', { name: 'Versions' });
  await expect(versions.getByRole('link')).toHaveCount(2);
  await expect(table).toContainText('8.50');
  await versions.getByRole('link', { name: /v1/ }).click();
  await expect(table).toContainText('7.50');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download DMN' }).click();
  const { readFile } = await import('node:fs/promises');
  expect(await readFile(await (await download).path(), 'utf8')).toBe(DMN(id, '7.50'));
});

test('a file that is dropped is stored, and one that can’t run says what is wrong with which cell @deep', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const id = newKey('dropped');
  await page.goto('/decisions');
  const drop = async (xml: string) => {
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.dmn', { type: 'application/xml' }));
      return transfer;
    }, xml);
    await page.locator('[data-over]').dispatchEvent('drop', { dataTransfer: data });
  };
  await drop(DMN(id, '7.50 +'));
  await expect(page.getByRole('dialog')).toContainText('dropped.dmn was not stored');
  await expect(page.getByRole('dialog')).toContainText('Decision “Shipping price”, rule 2');
  await page.getByRole('button', { name: 'Close' }).first().click();
  await drop(DMN(id, '7.50'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Shipping ${id}`);
});

test('a decision and the steps that ask it lead to each other @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  const id = newKey('asked');
  await stored(page, DMN(id, '7.50'));
  const processId = await createProcess(page, BPMN(newKey('orders'), id));
  await page.goto(`/decisions?decision=${id}`);
  await expect(page).toHaveURL(new RegExp(`/decisions/${id}-file#${id}$`));
  const article = page.locator(`article#${id}`);
  await expect(article).toContainText('“Price it”, newest version');
  await article.getByRole('link', { name: 'Zone' }).click();
  await expect(page).toHaveURL(new RegExp(`#zone-${id}$`));
  await article.getByRole('link', { name: /^Orders/ }).click();
  await expect(page).toHaveURL(new RegExp(`/processes/${processId}`));
  await page.goto('/decisions?decision=nowhere');
  await expect(page.getByText('There is no decision “nowhere” here.')).toBeVisible();
});

for (const width of [1440, 390])
  test(`axe finds nothing on decisions, light and dark, ${width} px, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await signInAs(page, 'mia');
    const id = newKey('axe');
    await stored(page, DMN(id, '7.50'));
    await createProcess(page, BPMN(newKey('orders'), id));
    for (const path of ['/decisions', `/decisions/${id}-file`]) {
      await page.goto(path);
      await expect(page.locator('h1:visible').first()).toBeVisible();
      expect(await axeFindings(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
    }
  });

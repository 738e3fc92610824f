import { expect, type Page, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { signInAs } from '../fixtures/demo';
import { createProcess, newKey, once } from '../fixtures/designer';

const DMN = (id: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!-- drawn by hand -->
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${id}-file" name="Shipping ${id}" namespace="urn:${id}">
  <decision id="${id}" name="Shipping price">
    <decisionTable hitPolicy="UNIQUE">
      <input label="Zone"><inputExpression typeRef="string"><text>zone</text></inputExpression><inputValues><text>"home","far"</text></inputValues></input>
      <input label="Weight"><inputExpression typeRef="number"><text>weight</text></inputExpression><inputValues><text>[0..30]</text></inputValues></input>
      <output name="price" label="Price" typeRef="number"/>
      <rule id="r1"><inputEntry><text>"home"</text></inputEntry><inputEntry><text>&lt;= 2</text></inputEntry><outputEntry><text>4.90</text></outputEntry></rule>
      <rule id="r2"><inputEntry><text>"home"</text></inputEntry><inputEntry><text>]2..30]</text></inputEntry><outputEntry><text>7.50</text></outputEntry></rule>
      <rule id="r3"><inputEntry><text>"far"</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>49</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`;

/** A cell by its rule and column; the undo button speaks of cells, too. */
const cell = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });

async function opened(page: Page, what: string): Promise<string> {
  await signInAs(page, 'mia');
  const id = newKey(what);
  const headers = { ...once(), 'content-type': 'application/xml' };
  const answer = await page.request.post('/api/v1/decisions', { headers, data: DMN(id) });
  expect(answer.status()).toBe(201);
  await page.goto(`/decisions/${id}-file/edit`);
  await expect(cell(page, 'Rule 1, Weight')).toHaveValue('<= 2');
  return id;
}

const prices = (page: Page) =>
  page
    .getByLabel(/^Rule \d+, Price$/)
    .evaluateAll((cells) => cells.map((cell) => (cell as HTMLTextAreaElement).value));
const remarks = (page: Page) => page.getByRole('region', { name: 'Gaps and overlaps' });

test('a table is edited, doubted in words, and stored as the next version with the rest of its file untouched', async ({
  page,
}) => {
  const id = await opened(page, 'edited');
  await expect(remarks(page)).toContainText('The rules cover everything');
  await cell(page, 'Rule 1, Weight').fill('<= 5');
  await expect(remarks(page)).toContainText('Rules 1 and 2 both match when Zone is "home" and Weight is');
  await cell(page, 'Rule 2, Weight').fill(']6..30]');
  await expect(remarks(page)).toContainText('No rule matches when Zone is "home" and Weight is');
  await cell(page, 'Rule 2, Weight').fill(']5..');
  await expect(cell(page, 'Rule 2, Weight')).toHaveAttribute('aria-invalid', 'true');
  await cell(page, 'Rule 2, Weight').fill(']5..30]');
  await expect(remarks(page)).toContainText('The rules cover everything');
  await page.getByRole('button', { name: 'Save as v2' }).click();
  await expect(page).toHaveURL(new RegExp(`/decisions/${id}-file#${id}$`));
  const stored = await page.request.get(`/api/v1/decisions/${id}-file/versions/2`);
  expect(await stored.text()).toBe(DMN(id).replace('&lt;= 2', '&lt;= 5').replace(']2..30]', ']5..30]'));
});

test('rules and columns are moved by keyboard and by dragging, and undone @deep', async ({ page }) => {
  await opened(page, 'moved');
  expect(await prices(page)).toEqual(['4.90', '7.50', '49']);
  await cell(page, 'Rule 1, Weight').press('Alt+ArrowDown');
  await expect.poll(() => prices(page)).toEqual(['7.50', '4.90', '49']);
  await expect(cell(page, 'Rule 2, Weight')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => prices(page)).toEqual(['4.90', '7.50', '49']);
  await page
    .getByRole('row')
    .nth(3)
    .getByTitle('Drag to move')
    .dragTo(page.getByRole('row').nth(1).getByRole('textbox', { name: 'Rule 1, Price' }));
  await expect.poll(() => prices(page)).toEqual(['49', '4.90', '7.50']);

  await page.getByRole('button', { name: /^When.*Weight/ }).press('Alt+ArrowLeft');
  const heads = page.getByRole('button', { name: /^When/ });
  await expect(heads).toHaveText([/Weight/, /Zone/]);
  await page
    .getByRole('columnheader', { name: /Zone/ })
    .getByTitle('Drag to move')
    .dragTo(page.getByRole('columnheader', { name: /Weight/ }));
  await expect(heads).toHaveText([/Zone/, /Weight/]);
});

test('columns, rules and the hit policy are changed; a step opens the table; a new table is drawn @deep', async ({
  page,
}) => {
  const id = await opened(page, 'columns');
  await page.getByRole('button', { name: 'Add condition' }).click();
  await page.getByRole('button', { name: /^When.*Condition 3/ }).click();
  await page.getByLabel('Expression').fill('express');
  await page.getByLabel('Type', { exact: true }).selectOption('boolean');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rule 3', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await cell(page, 'Rule 4, express').fill('true');
  await page.getByLabel('Hit policy').selectOption('COLLECT');
  await page.getByLabel('Aggregation').selectOption('MAX');
  await page.getByRole('button', { name: 'Save as v2' }).click();
  const table = page.getByRole('region', { name: 'Decision table Shipping price' });
  await expect(table.getByRole('row')).toHaveCount(5);
  await expect(table).toContainText('C>');

  const processId = await createProcess(
    page,
    `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:countersign:test">
  <bpmn:process id="${newKey('orders')}" name="Orders" isExecutable="true">
    <bpmn:startEvent id="Start" /><bpmn:sequenceFlow id="A" sourceRef="Start" targetRef="Step" />
    <bpmn:businessRuleTask id="Step" name="Price it"><bpmn:extensionElements><zeebe:calledDecision decisionId="${id}" resultVariable="price" /></bpmn:extensionElements></bpmn:businessRuleTask>
    <bpmn:sequenceFlow id="B" sourceRef="Step" targetRef="End" /><bpmn:endEvent id="End" />
  </bpmn:process>
</bpmn:definitions>`,
  );
  await page.goto(`/processes/${processId}`);
  await page.getByTestId('rf__node-Step').click();
  await page.getByTestId('inspector').getByRole('link', { name: 'Edit table' }).click();
  await expect(cell(page, 'Rule 4, express')).toHaveValue('true');

  await page.goto('/decisions');
  await page.getByRole('button', { name: 'New table' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(`Discount ${id}`);
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(cell(page, 'Rule 1, Amount')).toHaveValue('-');
});

test('a version stored meanwhile is not passed over silently @deep', async ({ page }) => {
  const id = await opened(page, 'meanwhile');
  const headers = { ...once(), 'content-type': 'application/xml' };
  await page.request.post('/api/v1/decisions', { headers, data: DMN(id).replace('4.90', '5.90') });
  await cell(page, 'Rule 3, Price').fill('50');
  await page.getByRole('button', { name: 'Save as v2' }).click();
  await expect(page.getByText('Somebody stored version 2 while you were editing.')).toBeVisible();
  await page.getByRole('button', { name: 'Store mine after it' }).click();
  await expect(page).toHaveURL(new RegExp(`/decisions/${id}-file#${id}$`));
  await expect(page.getByRole('navigation', { name: 'Versions' }).getByRole('link')).toHaveCount(3);
});

for (const width of [1440, 390])
  test(`axe finds nothing in the table editor, light and dark, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await opened(page, 'axe');
    await cell(page, 'Rule 2, Weight').fill('[2..20');
    await cell(page, 'Rule 1, Weight').fill('<= 3');
    await expect(cell(page, 'Rule 2, Weight')).toHaveAttribute('aria-invalid', 'true');
    expect(await axeFindings(page)).toEqual([]);
    await cell(page, 'Rule 2, Weight').fill('[2..20]');
    await page.getByRole('button', { name: /^When.*Zone/ }).click();
  });

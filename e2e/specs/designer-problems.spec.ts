import { expect, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import {
  createProcess,
  exportedDraft,
  flow,
  largeProcess,
  newKey,
  node,
  openDesigner,
  smallProcess,
} from '../fixtures/designer';
import { tellSeconds } from '../fixtures/seconds';

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

/** The small process, started with a form that asks for the amount and a note. */
const withForm = (key: string, condition: string): string =>
  smallProcess(key, condition)
    .replace('<bpmn:definitions ', '<bpmn:definitions xmlns:countersign="urn:countersign:bpmn:1" ')
    .replace(
      '<bpmn:startEvent id="Start" name="Asked" />',
      `<bpmn:startEvent id="Start" name="Asked"><bpmn:extensionElements><countersign:form>${JSON.stringify({
        fields: [
          { key: 'amount', label: 'Amount', type: 'number' },
          { key: 'note', label: 'Note', type: 'text' },
        ],
      })}</countersign:form></bpmn:extensionElements></bpmn:startEvent>`,
    );

test('12. Deleting an in-use variable: a problem within 1 s names element and field; clicking it focuses the field; publish disabled until fixed', async ({
  page,
}) => {
  const processId = await createProcess(page, withForm(newKey('deleted'), 'amount &gt; 1000'));
  await openDesigner(page, processId);
  const panel = page.getByTestId('inspector');
  const publish = page.getByRole('button', { name: 'Publish…', exact: true });
  await expect(publish).toBeEnabled();
  await node(page, 'Start').click();
  const problem = page
    .getByTestId('problems')
    .getByRole('button', { name: /sets “amount”.*yes · Condition/ });
  await panel.getByRole('button', { name: 'Remove field 1' }).click();
  const begun = performance.now();
  await expect(problem).toBeVisible();
  tellSeconds('Problem of a deleted variable shown', begun);
  await expect(publish).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Publish… is blocked/ })).toBeVisible();

  expect(page.workers()).not.toEqual([]);

  await problem.click();
  const condition = panel.getByRole('combobox', { name: 'Condition' });
  await expect(condition).toBeFocused();
  await condition.fill('note = "large"');
  await condition.blur();
  await expect(problem).toBeHidden();
  await expect(publish).toBeEnabled();
});

test('remarks have a list of their own: counted apart, leading to their element, holding nothing back @deep', async ({
  page,
}) => {
  const unnamed = smallProcess(newKey('remarks')).replace(' name="yes"', '');
  await openDesigner(page, await createProcess(page, unnamed));
  const problems = page.getByTestId('problems');
  await expect(problems).toContainText('none');
  await problems.getByRole('button', { name: '1 remark' }).click();
  const remarks = page.getByTestId('remarks');
  await expect(remarks.getByRole('listitem').getByLabel('Remark', { exact: true })).toHaveCount(1);
  await remarks.getByRole('button', { name: /This answer has no name/ }).click();
  const name = page.getByTestId('inspector').getByLabel('Name', { exact: true });
  await expect(name).toBeFocused();
  await expect(page.getByRole('button', { name: 'Publish…', exact: true })).toBeEnabled();
  await name.fill('large');
  await name.blur();
  await expect(problems).toContainText('none');
  await expect(page.getByRole('button', { name: /remark/ })).toHaveCount(0);
});

test('an expression that is no FEEL is a problem that leads to its field and holds publishing back @deep', async ({
  page,
}) => {
  const processId = await createProcess(page, smallProcess(newKey('problem')));
  await openDesigner(page, processId);
  await flow(page, 'ToCheck').locator('path').first().click({ force: true });
  const condition = page.getByTestId('inspector').getByRole('combobox', { name: 'Condition' });
  await condition.fill('amount >');
  await page.keyboard.press('Escape');
  await condition.blur();
  const problem = page.getByTestId('problems').getByRole('button', { name: /yes.*Condition/ });
  await expect(problem).toBeVisible();
  const publish = page.getByRole('button', { name: 'Publish…', exact: true });
  await expect(publish).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Publish… is blocked/ })).toBeVisible();

  await node(page, 'Sort').click();
  await expect(condition).toBeHidden();
  await problem.click();
  await expect(condition).toBeFocused();
  await condition.fill('amount > 1000');
  await condition.blur();
  await expect(problem).toBeHidden();
  await expect(publish).toBeEnabled();
  await expect.poll(() => exportedDraft(page, processId)).toContain('=amount &gt; 1000');
});

test('13. a FEEL field offers variables in scope only, and says what is no FEEL', async ({ page }) => {
  const processId = await createProcess(
    page,
    smallProcess(newKey('feel'))
      .replace(
        '<bpmn:task id="Sort" name="Sort" />',
        `<bpmn:scriptTask id="Sort" name="Sort"><bpmn:extensionElements>
        <zeebe:script xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" expression="=1200" resultVariable="amount" />
      </bpmn:extensionElements></bpmn:scriptTask>`,
      )
      .replace(
        '<bpmn:task id="Check" name="Check" />',
        `<bpmn:scriptTask id="Check" name="Check"><bpmn:extensionElements>
        <zeebe:script xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" expression="=1" resultVariable="amountChecked" />
      </bpmn:extensionElements></bpmn:scriptTask>`,
      ),
  );
  await openDesigner(page, processId);
  await flow(page, 'ToCheck').locator('path').first().click({ force: true });
  const field = page.getByTestId('inspector').getByRole('combobox', { name: 'Condition' });
  await field.click();
  await expect(page.locator('.cm-content')).toBeFocused();
  await field.fill('');
  await field.pressSequentially('amo');
  const offers = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
  await expect(offers.first()).toHaveText(/^amountany value, set by Sort$/);
  await expect(offers.filter({ hasText: 'amountChecked' })).toHaveCount(0);
  // the editor takes no key in the moment its list appears
  await expect(async () => {
    await field.press('Enter');
    await expect(field).toHaveText('amount', { timeout: 200 });
  }).toPass();
  // No Escape here: without a list to close it leaves the field.
  await field.pressSequentially(' >');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.pressSequentially(' 1000');
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => exportedDraft(page, processId)).toContain('=amount &gt; 1000');
  await page.getByRole('button', { name: 'Sample' }).click();
  await page.getByLabel('amount', { exact: true }).fill('1200');
  await expect(page.locator('[data-sample-result]')).toContainText('true');
  await page.getByLabel('amount', { exact: true }).fill('900');
  await expect(page.locator('[data-sample-result]')).toContainText('false');
});

test('an AI step chooses among the configured providers, and can be tried @deep', async ({ page }) => {
  const processes = await page.request.get('/api/v1/processes');
  const { items } = (await processes.json()) as { items: { processId: string; key: string }[] };
  await openDesigner(page, items.find((each) => each.key === 'invoice-approval')!.processId);
  await node(page, 'Task_extract').click();
  const panel = page.getByTestId('inspector');
  await expect(panel.getByLabel('Provider')).toBeVisible();
  await panel.getByRole('button', { name: 'Run it', exact: true }).click();
  const trial = page.getByTestId('trial');
  await expect(trial.getByText(/Fits the schema|Does not fit/)).toBeVisible({ timeout: 30_000 });
  await expect(trial.getByText('Simulated').first()).toBeVisible();
});

test('a problem is explained, and mended from the keyboard in one step that can be undone', async ({
  page,
}) => {
  const processId = await createProcess(page, smallProcess(newKey('fix')).replace(' default="ToOther"', ''));
  await openDesigner(page, processId);
  const problems = page.getByTestId('problems');
  const row = problems.locator('[data-code=gateway-conditions]');
  await expect(row).toBeVisible();
  const help = problems.getByRole('link', { name: 'What this means: gateway-conditions' });
  const opened = page.waitForEvent('popup');
  await help.click();
  const explanation = await opened;
  await expect(explanation.getByText('How to mend it')).toBeVisible();
  await expect(explanation.getByText(/make one path the default/)).toBeVisible();
  await explanation.close();

  await row.focus();
  await page.keyboard.press('Tab');
  const fix = problems.getByRole('button', { name: 'Make it the default path', exact: true });
  await expect(fix).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row).toBeHidden();
  await expect.poll(() => exportedDraft(page, processId)).toContain('default="ToOther"');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row).toBeVisible();
  await expect.poll(() => exportedDraft(page, processId)).not.toContain('default="ToOther"');

  await node(page, 'Large').click();
  await flow(page, 'ToOther').locator('path').first().click({ force: true });
  const inspector = page.getByTestId('inspector');
  await inspector.getByRole('button', { name: 'Make it the default path', exact: true }).press('Enter');
  await expect(row).toBeHidden();
  await expect(inspector.getByLabel('Name', { exact: true })).toBeFocused();
});

test('a thousand problems: only those in view are drawn, and the last is reached @deep', async ({ page }) => {
  const loose = largeProcess(newKey('many'), 1_000)
    .replaceAll(/<bpmn:sequenceFlow [^>]*>|<bpmndi:BPMNEdge .*?<\/bpmndi:BPMNEdge>/g, '')
    .replace('<bpmn:task', '<bpmn:startEvent id="Start" name="Start" /><bpmn:task');
  const processId = await createProcess(page, loose);
  await openDesigner(page, processId);
  const problems = page.getByTestId('problems');
  const rows = problems.locator('[data-code]');
  await expect(rows.first()).toBeVisible();
  const list = problems.getByRole('list');
  const total = Number(await list.locator('[aria-setsize]').first().getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(1_000);
  await expect.poll(() => rows.count()).toBeLessThan(40);
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(list.locator(`[aria-posinset="${total}"]`)).toBeVisible();
  await expect.poll(() => rows.count()).toBeLessThan(40);
});

test('without workers the page finds the problems itself, and says nothing about it @deep', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('no workers here');
      }
    } as unknown as typeof Worker;
  });
  const processId = await createProcess(page, withForm(newKey('alone'), 'amount &gt; 1000'));
  await openDesigner(page, processId);
  await node(page, 'Start').click();
  await page.getByTestId('inspector').getByRole('button', { name: 'Remove field 1' }).click();
  await expect(
    page.getByTestId('problems').getByRole('button', { name: /sets “amount”.*yes · Condition/ }),
  ).toBeVisible();
  await expect(page.getByText(/worker/i)).toHaveCount(0);
  expect(page.workers()).toEqual([]);
});

import { expect, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import {
  createProcess,
  exportedDraft,
  flow,
  newKey,
  node,
  openDesigner,
  smallProcess,
} from '../fixtures/designer';

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

test('12. a problem names element and field within a second, leads to the field, and holds publishing back', async ({
  page,
}) => {
  const processId = await createProcess(page, smallProcess(newKey('problem')));
  await openDesigner(page, processId);
  await flow(page, 'ToCheck').locator('path').first().click({ force: true });
  const condition = page.getByTestId('inspector').getByRole('combobox', { name: 'Condition' });
  await condition.fill('amount >');
  await page.keyboard.press('Escape');
  await condition.blur();
  const problem = page.getByTestId('problems').getByRole('button', { name: /yes.*condition/ });
  await expect(problem).toBeVisible({ timeout: 1_500 });
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
  await field.pressSequentially(' >');
  await field.press('Escape');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.pressSequentially(' 1000');
  await field.press('Escape');
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => exportedDraft(page, processId)).toContain('=amount &gt; 1000');
  await page.getByRole('button', { name: 'Sample' }).click();
  await page.getByLabel('amount', { exact: true }).fill('1200');
  await expect(page.locator('[data-sample-result]')).toContainText('true');
  await page.getByLabel('amount', { exact: true }).fill('900');
  await expect(page.locator('[data-sample-result]')).toContainText('false');
});

test('an AI step chooses among the configured providers, and can be tried', async ({ page }) => {
  const processes = await page.request.get('/api/v1/processes');
  const { items } = (await processes.json()) as { items: { processId: string; key: string }[] };
  await openDesigner(page, items.find((each) => each.key === 'invoice-approval')!.processId);
  await node(page, 'Task_extract').click();
  const panel = page.getByTestId('inspector');
  await expect(panel.getByLabel('Provider')).toBeVisible();
  await panel.getByRole('button', { name: 'Test run' }).click();
  const trial = page.getByTestId('trial');
  await expect(trial.getByText(/Fits the schema|Does not fit/)).toBeVisible({ timeout: 30_000 });
  await expect(trial.getByText('Simulated').first()).toBeVisible();
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import { createProcess, exportedDraft, newKey, node, openDesigner } from '../fixtures/designer';

const SAMPLE = readFileSync(path.resolve('lib/samples/invoice-approval.bpmn'), 'utf8');

/** The AI and approval sample as a process of its own. */
const sample = (page: Page): Promise<string> =>
  createProcess(page, SAMPLE.replaceAll('"invoice-approval"', `"${newKey('panel')}"`));

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

test('an approval by several: the sentence follows, reminders say when, the form is seen as a telephone shows it', async ({
  page,
}) => {
  const processId = await sample(page);
  await openDesigner(page, processId);
  await node(page, 'Task_review').click();
  const panel = page.getByTestId('inspector');
  const sentence = page.getByTestId('approval-summary');

  await panel.getByLabel('Decided by').selectOption({ label: 'A number of them' });
  await panel.getByLabel('People who must agree').fill('2');
  await panel.getByLabel('Of how many').fill('3');
  await panel.getByLabel('Of how many').blur();
  await expect(sentence).toContainText(/2 of 3 in .* must agree/);
  await expect(sentence).toContainText('Remind approver');
  await panel.getByLabel('Of how many').fill('1');
  await panel.getByLabel('Of how many').blur();
  await expect(page.getByText('2 have to agree, but only 1 are asked').first()).toBeVisible();
  await panel.getByLabel('Of how many').fill('3');
  await panel.getByLabel('Of how many').blur();

  await panel.getByLabel('Reminders', { exact: true }).fill('R2/PT24H');
  await panel.getByLabel('Reminders', { exact: true }).blur();
  const times = panel.getByTestId('next-times').filter({ hasText: 'it reminds' });
  await expect(times.getByRole('listitem')).toHaveCount(2);
  await expect(times).toContainText('UTC');
  await panel.getByLabel('Reminders', { exact: true }).fill('sometimes');
  await panel.getByLabel('Reminders', { exact: true }).blur();
  await expect(panel.getByRole('alert').filter({ hasText: 'neither a repetition' })).toBeVisible();
  await panel.getByLabel('Reminders', { exact: true }).fill('R2/PT24H');
  await panel.getByLabel('Reminders', { exact: true }).blur();
  await expect.poll(() => exportedDraft(page, processId)).toContain('quorumOf="3"');
  await expect.poll(() => exportedDraft(page, processId)).toContain('quorum="2"');
  await expect.poll(() => exportedDraft(page, processId)).toContain('repeat="R2/PT24H"');

  await panel.getByRole('button', { name: 'Preview', exact: true }).click();
  const preview = page.getByTestId('form-preview');
  expect((await preview.boundingBox())?.width).toBe(390);
  const label = panel.getByLabel('Label of field 1', { exact: true });
  await label.fill('What we were billed');
  await label.blur();
  await expect(preview.getByText('What we were billed')).toBeVisible();
  await expect(preview.getByRole('button', { name: 'Approve', exact: true })).toBeVisible();
  await preview.getByRole('button', { name: 'Close the preview' }).click();
  await expect(preview).toBeHidden();

  const documentation = panel.getByRole('textbox', { name: 'Documentation' });
  await documentation.fill('Ask **twice**.\n\n- <b>no</b>');
  await documentation.blur();
  await panel.getByRole('radio', { name: 'Read' }).click();
  await expect(page.getByTestId('markdown').locator('strong')).toHaveText('twice');
  await expect(page.getByTestId('markdown')).toContainText('<b>no</b>');
});

test('an AI call says where an answer below its threshold leads @deep', async ({ page }) => {
  await openDesigner(page, await sample(page));
  await node(page, 'Task_extract').click();
  await expect(page.getByTestId('branches')).toContainText('“Review and approve invoice”');
  await page.getByTestId('branches').scrollIntoViewIfNeeded();
});

test('a section stays folded for its kind of element, and a problem in it opens it and has the focus @deep', async ({
  page,
}) => {
  await openDesigner(page, await sample(page));
  await node(page, 'Task_review').click();
  const panel = page.getByTestId('inspector');
  const howMany = panel.getByRole('button', { name: 'How many', exact: true });
  const decidedBy = panel.getByLabel('Decided by');
  await decidedBy.selectOption({ label: 'All who are asked' });
  const problem = page.getByTestId('problems').getByRole('button', { name: /Say of how many/ });
  await expect(problem).toBeVisible();

  await howMany.click();
  await expect(decidedBy).toBeHidden();
  await node(page, 'Task_extract').click();
  await expect(panel.getByLabel('Provider')).toBeVisible();
  await node(page, 'Task_review').click();
  await expect(howMany).toHaveAttribute('aria-expanded', 'false');
  await expect(decidedBy).toBeHidden();

  await problem.click();
  await expect(panel.getByLabel('Of how many')).toBeFocused();
  await expect(howMany).toHaveAttribute('aria-expanded', 'true');
});

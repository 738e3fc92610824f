import { expect, type Page, test } from '@playwright/test';
import { aiProcess } from '../fixtures/ai-process';
import { openTask, signInAs } from '../fixtures/demo';
import { createProcess, exportedDraft, newKey, node, once, openDesigner } from '../fixtures/designer';
import { tabTo } from '../fixtures/keyboard';

const panel = (page: Page) => page.getByTestId('inspector');
/** Sections have names, too: only what takes text or a choice counts. */
const field = (page: Page, label: string) =>
  panel(page).getByLabel(label, { exact: true }).and(page.locator('input, select, textarea'));
const button = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true });

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

/** A process whose AI call is selected in the designer, with the providers loaded. */
async function openAiCall(page: Page): Promise<string> {
  const processId = await createProcess(page, aiProcess(newKey('chain')));
  await openDesigner(page, processId);
  await node(page, 'Sort').click();
  await expect(panel(page).getByTestId('region')).toHaveText(/^Data: /);
  return processId;
}

/** Makes a chain of two by keys: the second, a model that is down, is moved before the first. */
async function chainByKeys(page: Page): Promise<void> {
  await field(page, 'Provider').focus();
  await page.keyboard.type('Simulated');
  await expect(field(page, 'Provider')).toHaveValue('simulated');
  await tabTo(page, button(page, 'Add fallback'));
  await page.keyboard.press('Enter');
  await tabTo(page, field(page, 'Provider of fallback 1'), 'Shift+Tab');
  await page.keyboard.type('Simulated');
  await tabTo(page, field(page, 'Model of fallback 1'));
  await page.keyboard.type('simulated-fails');
  await tabTo(page, button(page, 'Move fallback 1 up'));
  await page.keyboard.press('Enter');
  await expect(field(page, 'Model')).toHaveValue('simulated-fails');
  await expect(button(page, 'Move first model down')).toBeFocused();
  const told = panel(page).getByRole('status').filter({ hasText: 'Simulated is now number 1 of 2' });
  await expect(told).toHaveCount(1);
}

test('a chain is put in order by keys, published and run; record and reviewer see whom it passed over', async ({
  page,
}) => {
  const processId = await openAiCall(page);
  await chainByKeys(page);
  await tabTo(page, panel(page).getByRole('switch', { name: 'Require quotes' }));
  await page.keyboard.press('Space');
  await expect.poll(() => exportedDraft(page, processId)).toContain('requireQuotes="true"');
  const draft = await exportedDraft(page, processId);
  expect(draft).toMatch(/<countersign:aiCall [^>]*model="simulated-fails"/);
  expect(draft).toMatch(/<countersign:fallback provider="simulated"\s*\/>/);

  await tabTo(page, page.getByRole('button', { name: 'Publish…', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('What changes, and why'));
  await page.keyboard.type('Two models');
  await tabTo(page, page.getByRole('button', { name: 'Publish version 1' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();

  const started = await page.request.post(`/api/v1/processes/${processId}/instances`, {
    headers: once(),
    data: { variables: { paper: 'total 12.50 EUR' } },
  });
  const { instanceId } = (await started.json()) as { instanceId: string };
  const taskId = await openTask(page, instanceId);

  await page.goto(`/instances/${instanceId}`);
  await page.getByTestId('rf__node-Sort').click();
  const card = page.getByRole('article', { name: /AI call/ });
  await expect(card.getByRole('list', { name: 'Models asked before' })).toContainText(
    /Simulated \(simulated-fails\): .*503/,
  );
  await expect(card).toContainText('Data: this server');
  await expect(card).toContainText('found in the input, word for word');

  await page.goto(`/t/${taskId}`);
  await expect(page.getByRole('list', { name: 'Models asked before' })).toContainText('simulated-fails');
  await expect(page.getByText('found in the input, word for word')).toBeVisible();
});

test('a row of the chain is dragged; a test run says which link answered and how much of the limit it used @deep', async ({
  page,
}) => {
  const processId = await openAiCall(page);
  await chainByKeys(page);
  const rows = panel(page).getByRole('list', { name: 'Models in the order in which they are asked' });
  await panel(page).getByTestId('grip').first().dragTo(rows.getByRole('listitem').nth(1));
  await expect(field(page, 'Model')).toHaveValue('');
  await expect(field(page, 'Model of fallback 1')).toHaveValue('simulated-fails');
  await panel(page).getByTestId('grip').nth(1).dragTo(rows.getByRole('listitem').first());
  await expect(field(page, 'Model')).toHaveValue('simulated-fails');

  await field(page, 'Most cost of a call').fill('0.05');
  await field(page, 'Most cost of a call').blur();
  await expect.poll(() => exportedDraft(page, processId)).toContain('maxCost="0.05"');
  // A daily limit is refused unless the run says of which step it is.
  await field(page, 'Most cost of a day').fill('5');
  await field(page, 'Most cost of a day').blur();
  await expect.poll(() => exportedDraft(page, processId)).toContain('maxCostPerDay="5"');
  await field(page, 'Sample variables').fill('{ "paper": "total 12.50 EUR" }');
  await button(page, 'Run it').click();
  await expect(page.getByTestId('trial-chain')).toContainText(
    'Answered by number 2 of the chain, Simulated',
    {
      timeout: 30_000,
    },
  );
  await expect(page.getByTestId('trial-chain')).toContainText('503');
  await expect(page.getByTestId('trial-budget')).toContainText('of €0.05 for the call');
});

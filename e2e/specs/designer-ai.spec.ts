import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import { createProcess, exportedDraft, newKey, node, openDesigner } from '../fixtures/designer';

const SAMPLE = readFileSync(path.resolve('lib/samples/invoice-approval.bpmn'), 'utf8');

/** The AI and approval sample as a process of its own. */
const sample = (page: Page): Promise<string> =>
  createProcess(page, SAMPLE.replaceAll('"invoice-approval"', `"${newKey('trial')}"`));

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

test('14. AI test-run shows streamed output, schema pass/fail, cost, latency; a schema violation is shown, not swallowed', async ({
  page,
}) => {
  const processId = await sample(page);
  await openDesigner(page, processId);
  await node(page, 'Task_extract').click();
  const panel = page.getByTestId('inspector');
  const trial = page.getByTestId('trial');
  const variables = panel.getByLabel('Sample variables');
  await variables.fill(
    JSON.stringify({ document: 'Invoice of Acme Ltd, total 12.50 EUR', orderAmount: 12.5 }),
  );

  // what is on screen while it is written, by the browser's own account
  await trial.evaluate((element) => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => seen.add(element.querySelector('pre')?.textContent ?? '')).observe(element, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await panel.getByRole('button', { name: 'Run it', exact: true }).click();
  await expect(trial.getByText('Fits the schema', { exact: true })).toBeVisible({ timeout: 30_000 });
  const grew = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(grew.filter((text) => text.startsWith('{')).length).toBeGreaterThan(3);
  await expect(page.getByTestId('trial-spent')).toHaveText(/simulated-1 · \d+\.\d s · \d+ tokens · .*\d/);
  await expect(trial.getByText(/threshold/).first()).toBeVisible();

  await panel.getByRole('button', { name: 'Save as test case' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Small invoice');
  await dialog.getByRole('button', { name: 'Save test case' }).click();
  await expect(dialog).toBeHidden();
  const stored = await page.request.get(`/api/v1/processes/${processId}/scenarios`);
  expect(await stored.json()).toMatchObject({
    items: [{ scenarioId: 'small-invoice', content: { steps: [{ at: 'Task_extract' }] } }],
  });

  const schema = {
    type: 'object',
    properties: { code: { type: 'string', pattern: '^Z{40}$' } },
    required: ['code'],
  };
  await panel.getByRole('tab', { name: 'JSON' }).click();
  await panel.getByLabel('JSON Schema').fill(JSON.stringify(schema));
  await panel.getByLabel('JSON Schema').blur();
  await expect.poll(() => exportedDraft(page, processId)).toContain('Z{40}');
  await panel.getByRole('button', { name: 'Run again' }).click();
  await expect(trial.getByText('Does not fit the schema', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(trial.getByRole('list', { name: 'What does not fit' }).first()).toContainText(
    'value.code must match pattern',
  );
  await expect(trial.getByText('Answer 3:')).toBeVisible();
  await expect(page.getByTestId('trial-spent')).toHaveText(/\d+\.\d s/);
  await expect(panel.getByRole('button', { name: 'Save as test case' })).toBeHidden();
});

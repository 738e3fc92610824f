import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { signInAs } from '../fixtures/demo';
import { canvas, createProcess, newKey, once, openDesigner, saveStatus } from '../fixtures/designer';

const SAMPLE = readFileSync(path.resolve('lib/samples/invoice-approval.bpmn'), 'utf8');

/** The AI and approval sample as a process of its own. */
const sample = (page: Page): Promise<string> =>
  createProcess(page, SAMPLE.replaceAll('"invoice-approval"', `"${newKey('simulated')}"`));

const simulation = (page: Page): Locator => page.getByTestId('simulation');
const waiting = (page: Page, id: string): Locator => page.locator(`[data-waiting="${id}"]`);
const caughtUp = (page: Page) => expect(simulation(page)).toHaveAttribute('data-caught-up', 'true');
const ring = (page: Page, id: string): Locator =>
  page.getByTestId(`rf__node-${id}`).locator('[data-state]').first();

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

test('a draft is simulated with the mouse: AI, gateway, timer, approval; the path is kept and run again', async ({
  page,
}) => {
  const processId = await sample(page);
  await openDesigner(page, processId);
  await page.getByRole('button', { name: 'Simulate' }).click();
  await expect(simulation(page)).toBeVisible();
  await expect(canvas(page)).toBeHidden();
  await page.getByLabel('Amount ordered').fill('12480');
  await page.getByRole('button', { name: 'Start', exact: true }).click();

  await expect(waiting(page, 'Task_extract')).toBeVisible();
  await page.getByLabel('amount', { exact: true }).fill('12480');
  await page.getByLabel('Confidence').fill('0.6');
  await expect(page.getByText('Below the threshold')).toBeVisible();
  await page.getByRole('button', { name: 'Answer' }).click();

  await waiting(page, 'Gateway_sure')
    .getByRole('button', { name: /^Follow the conditions/ })
    .click();
  await expect(waiting(page, 'Task_review')).toBeVisible();
  await page.getByRole('button', { name: 'Next timer' }).click();
  await expect(page.getByTestId('simulation-clock')).toBeVisible();
  await caughtUp(page);
  await waiting(page, 'Task_review').getByRole('button', { name: 'Approve' }).click();
  await waiting(page, 'Gateway_approved')
    .getByRole('button', { name: /^Follow/ })
    .click();
  await expect(page.getByText('The process completed')).toBeVisible();
  await page.getByRole('tab', { name: 'Log' }).click();
  await expect(page.getByRole('list', { name: /What happened/ })).toContainText('Somebody decided');

  await page.getByRole('button', { name: 'Save as scenario…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Doubtful, then approved');
  await dialog.getByRole('button', { name: 'Save scenario' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('toolbar', { name: 'Simulation' }).getByRole('button', { name: 'Edit' }).click();
  await expect(canvas(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  await expect(saveStatus(page)).toHaveAttribute('data-save-status', 'saved');
  await page.getByRole('button', { name: 'Scenarios' }).click();
  await expect(page.getByText('1 of 1 pass')).toBeVisible();
});

test('a draft is simulated by keyboard alone, and leaves no trace', async ({ page }) => {
  const processId = await sample(page);
  await openDesigner(page, processId);
  await canvas(page).focus();
  await page.keyboard.press('t');
  await expect(simulation(page)).toBeFocused();
  const tabTo = async (target: Locator) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${target}`);
  };
  const press = async (target: Locator) => {
    await expect(target).toBeVisible();
    await tabTo(target);
    await page.keyboard.press('Enter');
  };
  await press(page.getByRole('button', { name: 'Start', exact: true }));
  await press(page.getByRole('button', { name: 'Answer' }));
  await press(waiting(page, 'Gateway_sure').getByRole('button', { name: /^Take/ }).last());
  const comment = waiting(page, 'Task_review').getByLabel('Comment');
  await expect(comment).toBeVisible();
  await tabTo(comment);
  await page.keyboard.type('No order');
  await press(waiting(page, 'Task_review').getByRole('button', { name: 'Reject' }));
  await press(waiting(page, 'Gateway_approved').getByRole('button', { name: /^Follow/ }));
  await expect(page.getByText(/^The process completed/).first()).toBeVisible();

  await simulation(page).focus();
  await page.keyboard.press('l');
  await expect(page.getByRole('list', { name: /What happened/ })).toBeVisible();
  await page.keyboard.press(' ');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/Editing is off/).first()).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await simulation(page).focus();
  await page.keyboard.press('t');
  await expect(canvas(page)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});

test('tokens move step by step, another flow is taken for one pass, and motion is reduced when asked @deep', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDesigner(page, await sample(page));
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.locator('[data-gliding="Flow_received"]')).toBeVisible();
  await page.getByRole('button', { name: 'Step' }).click();
  await expect(page.locator('[data-token="Task_extract"]')).toBeVisible();
  await caughtUp(page);
  await expect(ring(page, 'Task_extract')).toHaveAttribute('data-state', /active|waiting/);
  await page.getByRole('button', { name: 'Answer' }).click();
  await page.getByRole('button', { name: 'To the next wait' }).click();
  await waiting(page, 'Gateway_sure').getByRole('button', { name: /^Take/ }).first().click();
  await page.getByRole('button', { name: 'To the next wait' }).click();
  await expect(page.getByText('The process completed')).toBeVisible();
});

test('a scenario that fails says where, and warns before publishing without keeping from it @deep', async ({
  page,
}) => {
  const processId = await sample(page);
  const answer = await page.request.put(`/api/v1/processes/${processId}/scenarios/impossible`, {
    headers: once(),
    data: { scenario: 'Impossible', steps: [{ at: 'Task_review', outcome: 'approve' }] },
  });
  expect(answer.status()).toBe(200);
  await openDesigner(page, processId);
  await page.getByRole('button', { name: 'Scenarios' }).click();
  const row = page.locator('[data-scenario="impossible"]');
  await expect(row).toHaveAttribute('data-result', 'failed');
  await expect(row).toContainText('Step 1: “Review and approve invoice” doesn’t wait for a person now');
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('One scenario fails')).toBeVisible();
  await dialog.getByLabel('What changes, and why').fill('Published in spite of a scenario');
  await dialog.getByRole('button', { name: /^Publish version/ }).click();
  await expect(dialog).toBeHidden();
});

test('the simulation has no accessibility problems, light and dark @deep', async ({ page }) => {
  test.slow(); // seven looks with axe
  await page.setViewportSize({ width: 1440, height: 900 });
  await openDesigner(page, await sample(page));
  const look = async (name: string) => expect(await axeFindings(page), name).toEqual([]);
  await page.getByRole('button', { name: 'Simulate' }).click();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await look('start');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Answer' })).toBeVisible();
  await look('ai');
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(waiting(page, 'Gateway_sure')).toBeVisible();
  await look('gateway');
  await waiting(page, 'Gateway_sure').getByRole('button', { name: /^Take/ }).last().click();
  await expect(waiting(page, 'Task_review')).toBeVisible();
  await look('approval');
  await page.getByRole('tab', { name: 'Variables' }).click();
  await look('variables');
  await page.getByRole('tab', { name: 'Log' }).click();
  await look('log');
  await page.getByRole('button', { name: 'Save as scenario…' }).click();
  await look('save');
});

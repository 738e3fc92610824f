import { expect, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import {
  canvas,
  createProcess,
  exportedDraft,
  newKey,
  openDesigner,
  smallProcess,
} from '../fixtures/designer';
import { command, selectedIds } from '../fixtures/keyboard';

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

test('the command palette leads to elements, does actions, and finds what one may see', async ({ page }) => {
  const key = newKey('palette');
  const processId = await createProcess(page, smallProcess(key));
  await openDesigner(page, processId);
  await canvas(page).focus();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('check');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect.poll(() => selectedIds(page)).toEqual(['Check']);
  await expect(canvas(page)).toBeFocused();
  await command(page, 'delete');
  await page.keyboard.press('Enter');
  await expect.poll(() => exportedDraft(page, processId)).not.toContain('"Check"');
  await command(page, key);
  await expect(palette.getByRole('option', { name: key })).toBeVisible();
  await page.keyboard.press('Escape');

  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.replace('/api/v1', '')));
  await signInAs(page, 'priya');
  await page.goto('/');
  await expect(page.locator('h1:visible').first()).toBeVisible();
  await command(page, 'Mia Lind');
  await expect(palette.getByRole('option', { name: 'Mia Lindqvist' })).toBeVisible();
  expect(asked).not.toContain('/instances');
  asked.length = 0;
  await signInAs(page, 'tomas');
  await page.goto('/');
  await expect(page.locator('h1:visible').first()).toBeVisible();
  await command(page, 'Mia Lind');
  await expect(palette.getByText('Nothing of that name')).toBeVisible();
  expect(asked).toContain('/processes');
  expect(asked).not.toContain('/people');
});

test('find shows each hit on the canvas, names its field, and gives the focus back', async ({ page }) => {
  await openDesigner(page, await createProcess(page, smallProcess(newKey('find'), 'amount > 1000')));
  await canvas(page).focus();
  await page.keyboard.press('Control+f');
  const find = page.getByTestId('find');
  await expect(find.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('amount');
  await expect(find.getByRole('option')).toContainText(['Condition']);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('o');
  await expect.poll(() => selectedIds(page)).toEqual(['Sort']);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => selectedIds(page)).toEqual(['Done']);
  await expect(find.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(find).toBeHidden();
  await expect(canvas(page)).toBeFocused();
  await page.keyboard.press('Control+f');
  await expect(find.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Check');
  await expect.poll(() => selectedIds(page)).toEqual(['Check']);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('inspector').getByLabel('Name', { exact: true })).toBeFocused();
});

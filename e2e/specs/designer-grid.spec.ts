import { expect, type Page, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import {
  canvas,
  createProcess,
  drag,
  exportedDraft,
  newKey,
  node,
  openDesigner,
  pointOf,
  smallProcess,
  windowPoint,
} from '../fixtures/designer';

test.beforeEach(async ({ page }) => signInAs(page, 'mia'));

async function drawing(page: Page, what: string): Promise<string> {
  const processId = await createProcess(page, smallProcess(newKey(what)));
  await openDesigner(page, processId);
  return processId;
}

const palette = (page: Page) => page.getByRole('toolbar', { name: 'Elements' });
const picker = (page: Page) => page.getByPlaceholder('Change to…');

test('the grid is switched off and on by a key and a button, and is remembered @deep', async ({ page }) => {
  await drawing(page, 'grid');
  const grid = page.getByTestId('grid');
  await expect(grid).toHaveCount(1);
  await canvas(page).focus();
  await page.keyboard.press("ControlOrMeta+'");
  await expect(grid).toHaveCount(0);
  await page.reload();
  await expect(node(page, 'Sort')).toBeVisible();
  await expect(grid).toHaveCount(0);
  await page.getByRole('button', { name: 'Grid', exact: true }).click();
  await expect(grid).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Grid', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('the dots move with the diagram @deep', async ({ page }) => {
  await drawing(page, 'dots');
  const moved = () => page.getByTestId('grid').evaluate((element) => element.style.backgroundPosition);
  const before = await moved();
  await canvas(page).focus();
  await page.keyboard.press('ArrowUp');
  expect(await moved()).toBe(before);
  const box = (await canvas(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 40);
  await page.mouse.wheel(14, 0);
  await expect.poll(moved).not.toBe(before);
});

test('Ctrl held while an element is dropped asks at once what it is to be @deep', async ({ page }) => {
  const processId = await drawing(page, 'kind');
  const to = await windowPoint(page, { x: 250, y: 420 });
  await page.keyboard.down('Control');
  await drag(page, await pointOf(palette(page).locator('[data-kind=task]')), to);
  await page.keyboard.up('Control');
  await expect(picker(page)).toBeFocused();
  await page.keyboard.insertText('script');
  await page.keyboard.press('Enter');
  await expect.poll(() => exportedDraft(page, processId)).toContain('<bpmn:scriptTask');
  await expect(picker(page)).toHaveCount(0);
});

test('Escape leads from the properties back to the canvas, and loses nothing', async ({ page }) => {
  const processId = await drawing(page, 'escape');
  await node(page, 'Check').click();
  await page.keyboard.press('Enter');
  const name = page.getByTestId('inspector').getByLabel('Name', { exact: true });
  await expect(name).toBeFocused();
  await name.fill('Check twice');
  await page.keyboard.press('Escape');
  await expect(canvas(page)).toBeFocused();
  await expect.poll(() => exportedDraft(page, processId)).toContain('name="Check twice"');
});

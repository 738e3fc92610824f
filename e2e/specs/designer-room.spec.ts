import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import {
  canvas,
  createProcess,
  drag,
  exportedDraft,
  largeProcess,
  newKey,
  node,
  openDesigner,
  padButton,
  pointOf,
  saveStatus,
  smallProcess,
} from '../fixtures/designer';
import { publishDraft } from '../fixtures/versions';

const SAMPLE = readFileSync(path.resolve('lib/samples/invoice-approval.bpmn'), 'utf8');

const sample = (page: Page): Promise<string> =>
  createProcess(page, SAMPLE.replaceAll('"invoice-approval"', `"${newKey('room')}"`));
const viewport = (page: Page) => canvas(page).locator('.react-flow__viewport').getAttribute('style');

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

test('on a phone a process opens readable, at its beginning, and the overview says that there is more', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDesigner(page, await createProcess(page, largeProcess(newKey('phone'), 12)));
  await expect(canvas(page).getByText('60 %')).toBeVisible();
  await expect(node(page, 'T0')).toBeInViewport();
  await expect(node(page, 'T11')).not.toBeInViewport();
  await expect(page.getByTestId('overview')).toBeVisible();
  await canvas(page).press('Shift+1');
  await expect(page.getByTestId('overview')).toHaveCount(0);
});

test('on a phone the facts and tools of a published sheet have a line each, and the pad leaves the next step free', async ({
  page,
}) => {
  const processId = await createProcess(page, smallProcess(newKey('narrow')));
  expect(await publishDraft(page, processId, 'First')).toBe(201);
  await page.setViewportSize({ width: 390, height: 844 });
  await openDesigner(page, processId);
  const sort = node(page, 'Sort');
  await sort.click();
  const pad = page.getByRole('toolbar', { name: 'Next' });
  await expect(pad).toBeVisible();
  const [tools, next] = [(await pad.boundingBox())!, (await node(page, 'Large').boundingBox())!];
  const over = (a: typeof tools, b: typeof tools) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  expect([over(tools, next), over(tools, (await sort.boundingBox())!)]).toEqual([false, false]);
  await padButton(page, 'Append task').click();
  await page.keyboard.press('Escape');
  await expect(saveStatus(page)).toHaveAttribute('data-save-status', 'saved');
  const sheet = page.locator('header', { has: page.getByRole('heading', { level: 1 }) });
  const middle = async (name: string | RegExp) => {
    const box = (await sheet.getByRole('button', { name }).boundingBox())!;
    return Math.round(box.y + box.height / 2);
  };
  const facts = [await middle(/^Undo/), await middle(/^Comments/), await middle('Show the properties')];
  expect(new Set(facts).size, facts.join()).toBe(1);
  const actions = [await middle('Find'), await middle('File'), await middle('Run a version')];
  expect(new Set(actions).size, actions.join()).toBe(1);
});

test('what can be done with a pool is on the canvas, wherever the pool goes @deep', async ({ page }) => {
  await openDesigner(page, await sample(page));
  const pool = node(page, 'Pool_invoice-approval');
  const band = (await pool.boundingBox())!;
  await page.mouse.click(band.x + 8, band.y + 40);
  await expect(padButton(page, 'Delete')).toBeVisible();
  const pad = page.getByRole('toolbar', { name: 'Next' });
  for (const zoom of ['', 'Control+=']) {
    if (zoom) await canvas(page).press(zoom);
    await expect(async () => {
      const [inner, outer] = [(await pad.boundingBox())!, (await canvas(page).boundingBox())!];
      expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
      expect(inner.y).toBeGreaterThanOrEqual(outer.y);
      expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
    }).toPass();
  }
});

test('the properties are pulled wider by keys and by the mouse, and stay so @deep', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('wide')));
  await openDesigner(page, processId);
  const panel = page.getByTestId('inspector');
  const width = async () => Math.round((await panel.boundingBox())!.width);
  const edge = page.getByRole('separator', { name: 'Width of the properties' });
  await expect.poll(width).toBe(356);
  await edge.press('ArrowLeft');
  await expect.poll(width).toBe(372);
  const at = (await edge.boundingBox())!;
  await page.mouse.move(at.x + at.width / 2, at.y + 200);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width / 2 - 100, at.y + 210, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBe(472);
  await openDesigner(page, processId);
  await expect.poll(width).toBe(472);
  await edge.dblclick();
  await expect.poll(width).toBe(356);
});

test('the view rests while what is found is seen well @deep', async ({ page }) => {
  await openDesigner(page, await createProcess(page, smallProcess(newKey('rest'))));
  const before = await viewport(page);
  await canvas(page).press('Control+f');
  await expect(page.getByTestId('find').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Sort');
  await expect(page.locator('.react-flow__node.selected')).toHaveAttribute('data-id', 'Sort');
  expect(await viewport(page)).toBe(before);
});

test('on a phone nothing of the simulation lies over its buttons @deep', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDesigner(page, await sample(page));
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.getByLabel('Amount ordered').fill('12480');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByTestId('simulation')).toHaveAttribute('data-caught-up', 'true');
  await expect(page.locator('[data-waiting="Task_extract"]')).toBeVisible();
  const bar = page.getByRole('toolbar', { name: 'Simulation' });
  // A click that something else would take fails.
  for (const name of ['Follow conditions', 'Ask'])
    await bar.getByText(name, { exact: true }).click({ trial: true });
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.locator('[data-waiting="Gateway_sure"]')).toBeVisible();
});

test('after the lasso its catch is worked on: the tool is put down, and any step of it can be dragged @deep', async ({
  page,
}) => {
  const processId = await createProcess(page, smallProcess(newKey('lasso')));
  await openDesigner(page, processId);
  await canvas(page).press('l');
  await expect(canvas(page)).toHaveAttribute('data-tool', 'lasso');
  const from = await pointOf(node(page, 'Sort'), -0.3, -0.6);
  const to = await pointOf(node(page, 'Check'), 1.3, 1.6);
  await drag(page, from, to);
  await expect(canvas(page)).toHaveAttribute('data-tool', 'select');
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(3);
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  const before = await pointOf(node(page, 'Check'));
  const hold = await pointOf(node(page, 'Sort'));
  await drag(page, hold, { x: hold.x, y: hold.y + 60 });
  await expect.poll(async () => (await pointOf(node(page, 'Check'))).y).toBeGreaterThan(before.y + 40);
});

test('a step dropped on a short flow gets room: nothing is covered, and one step takes it back', async ({
  page,
}) => {
  const processId = await createProcess(page, smallProcess(newKey('short')));
  await openDesigner(page, processId);
  const before = await exportedDraft(page, processId);
  const from = await pointOf(node(page, 'Sort'), 1);
  const to = await pointOf(node(page, 'Large'), 0);
  await page.getByRole('toolbar', { name: 'Elements' }).getByRole('button', { name: 'AI call' }).click();
  await page.mouse.click((from.x + to.x) / 2, from.y);
  await page.getByLabel('Label', { exact: true }).press('Escape');
  const added = page.locator('.react-flow__node.selected');
  await expect(added).toHaveCount(1);
  const box = async (of: Locator) => (await of.boundingBox())!;
  await expect
    .poll(async () => (await box(node(page, 'Large'))).x - (await box(added)).x - (await box(added)).width)
    .toBeGreaterThan(20);
  const [sort, step] = [await box(node(page, 'Sort')), await box(added)];
  expect(step.x - sort.x - sort.width).toBeGreaterThan(20);
  await canvas(page).press('Control+z');
  await expect.poll(() => exportedDraft(page, processId)).toBe(before);
});

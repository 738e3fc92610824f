import { expect, type Page, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { signInAs } from '../fixtures/demo';
import {
  canvas,
  createProcess,
  drag,
  exportedDraft,
  flow,
  largeProcess,
  newKey,
  node,
  openDesigner,
  panTo,
  smallProcess,
  windowPoint,
  withFarFlows,
} from '../fixtures/designer';

test('27. axe finds nothing on the designer, light and dark', async ({ page }) => {
  await signInAs(page, 'mia');
  const processes = await page.request.get('/api/v1/processes');
  const { items } = (await processes.json()) as { items: { processId: string; key: string }[] };
  await openDesigner(page, items.find((each) => each.key === 'invoice-approval')!.processId);
  expect(await axeFindings(page)).toEqual([]);
  for (const id of ['Task_extract', 'Task_review', 'Gateway_sure', 'Timer_reminder']) {
    await node(page, id).click();
    await expect(page.getByTestId('inspector').getByLabel('Name', { exact: true })).toBeVisible();
    expect(await axeFindings(page), id).toEqual([]);
  }
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('a');
  await expect(page.getByPlaceholder('Append…')).toBeVisible();
  expect(await axeFindings(page), 'picker').toEqual([]);
});

test('27. one tab stop enters the canvas and one leaves it', async ({ page }) => {
  await signInAs(page, 'mia');
  await openDesigner(page, await createProcess(page, smallProcess(newKey('tab'))));
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('toolbar', { name: 'Elements' }).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('canvas')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.react-flow__node:focus')).toHaveCount(0);
});

test('300 steps: everything is drawn, one is dragged, and the view is moved @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  const processId = await createProcess(page, largeProcess(newKey('large'), 300));
  await openDesigner(page, processId);
  for (const i of [0, 24, 150, 299]) expect(await isDrawn(page, middleOf(i)), `T${i}`).toBe(true);
  expect(await savedPlace(page, processId, 30)).toBe(startOf(30));
  const at = await windowPoint(page, middleOf(30));
  await drag(page, at, { x: at.x + 20, y: at.y + 20 });
  await expect(canvas(page).locator('.react-flow__node.selected')).toHaveAttribute('data-id', 'T30');
  await expect.poll(() => savedPlace(page, processId, 30)).not.toBe(startOf(30));
  const view = page.locator('.react-flow__viewport');
  const before = await view.getAttribute('style');
  await page.mouse.wheel(200, 200);
  await expect.poll(() => view.getAttribute('style')).not.toBe(before);
});

test('29. 1,000-node fixture: pan, zoom, drag; all edges with far waypoints stay visible while their line crosses the viewport', async ({
  page,
}) => {
  const far = [2, 7, 12, 17, 22];
  const depth = 5900;
  await signInAs(page, 'mia');
  const xml = withFarFlows(largeProcess(newKey('thousand'), 1000), far, depth);
  const processId = await createProcess(page, xml);
  await openDesigner(page, processId);

  // Whole: one picture, with every far line in it and nothing mounted.
  await expect(page.getByTestId('picture')).toHaveAttribute('data-shown', 'true');
  for (const i of far) expect(await isDrawn(page, { x: 230 + i * 160, y: 3000 }), `Far${i}`).toBe(true);
  await expect(page.locator('.react-flow__node')).toHaveCount(0);
  await canvas(page).focus();

  // In full, in the middle of the diagram: the ends of the far lines are thousands of pixels away.
  await page.keyboard.press('Shift+0');
  await expect(page.getByTestId('picture')).toHaveAttribute('data-shown', 'false');
  for (const i of far) {
    await panTo(page, { x: 230 + i * 160, y: 3000 });
    await expect(flow(page, `Far${i}`)).toBeInViewport();
    await expect(node(page, `T${i}`)).toHaveCount(0);
    await expect(node(page, `T${i + 1}`)).toHaveCount(0);
    await page.mouse.wheel(0, 2 * 900);
    await expect(flow(page, `Far${i}`)).toBeInViewport();
  }
  // A line that only its ends' boxes would bring near is not kept.
  await panTo(page, { x: 2100, y: 3000 });
  await expect(flow(page, 'Far2')).toHaveCount(0);
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(250);

  // Zoomed out and in again, it stays.
  await panTo(page, { x: 230 + 12 * 160, y: 3000 });
  await page.keyboard.down('Control');
  for (let i = 0; i < 6; i++) {
    await page.mouse.wheel(0, i < 3 ? 20 : -20);
    await expect(flow(page, 'Far12')).toBeInViewport();
  }
  await page.keyboard.up('Control');

  // A step of the middle is dragged in full.
  const i = 20 * 25 + 12;
  await panTo(page, middleOf(i));
  const full = await windowPoint(page, middleOf(i));
  await drag(page, full, { x: full.x + 30, y: full.y + 20 });
  await expect.poll(() => savedPlace(page, processId, i)).not.toBe(startOf(i));
  await expect(canvas(page).locator('.react-flow__node.selected')).toHaveAttribute('data-id', `T${i}`);

  // Another one is pointed at, selected and dragged in the picture.
  await page.keyboard.press('Shift+1');
  await expect(page.getByTestId('picture')).toHaveAttribute('data-shown', 'true');
  await expect(page.getByRole('button', { name: /^Zoom 1\d %/ })).toBeVisible();
  const other = 30 * 25 + 5;
  const small = await windowPoint(page, middleOf(other));
  await page.mouse.click(small.x, small.y);
  await expect(canvas(page).locator('.react-flow__node.selected')).toHaveAttribute('data-id', `T${other}`);
  await expect(page.getByTestId('inspector').getByLabel('Name', { exact: true })).toHaveValue(
    `Step ${other}`,
  );
  expect(await savedPlace(page, processId, other)).toBe(startOf(other));
  await drag(page, small, { x: small.x + 25, y: small.y + 10 });
  await expect.poll(() => savedPlace(page, processId, other)).not.toBe(startOf(other));

  // The outline knows all of it meanwhile.
  await page.keyboard.press('Shift+O');
  const line = page.locator(`[role="treeitem"][data-id="T${other}"]`);
  await expect(line).toHaveAttribute('aria-setsize', '1000');
  await expect(line).toHaveAttribute('aria-selected', 'true');
});

/** The middle of a step of `largeProcess`. */
const middleOf = (i: number) => ({ x: 150 + (i % 25) * 160, y: 140 + Math.floor(i / 25) * 140 });
const startOf = (i: number) => `${100 + (i % 25) * 160} ${100 + Math.floor(i / 25) * 140}`;

/** Where the server has a step's shape. */
async function savedPlace(page: Page, processId: string, i: number): Promise<string> {
  const xml = await exportedDraft(page, processId);
  const [, x, y] =
    new RegExp(`bpmnElement="T${i}"[^>]*>\\s*<dc:Bounds x="(-?[\\d.]+)" y="(-?[\\d.]+)"`).exec(xml) ?? [];
  return `${x} ${y}`;
}

/** Whether the picture shows something at a point of the diagram, or a pixel beside it. */
async function isDrawn(page: Page, at: { x: number; y: number }): Promise<boolean> {
  const { x, y } = await windowPoint(page, at);
  const read = () =>
    page.getByTestId('picture').evaluate(
      (element, point) => {
        const canvas = element as HTMLCanvasElement;
        const box = canvas.getBoundingClientRect();
        const scale = canvas.width / box.width;
        const pen = canvas.getContext('2d');
        const pixels = pen?.getImageData((point.x - box.x) * scale - 2, (point.y - box.y) * scale - 2, 5, 5);
        return pixels ? pixels.data.some((value, i) => i % 4 === 3 && value > 60) : false;
      },
      { x, y },
    );
  await expect.poll(read).toBe(true);
  return read();
}

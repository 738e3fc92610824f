import { expect, type Locator, type Page } from '@playwright/test';
import {
  canvas,
  createProcess,
  drag,
  exportedDraft,
  newKey,
  node,
  openDesigner,
  padButton,
  pickKind,
  pointOf,
  smallProcess,
} from '../fixtures/designer';
import { test } from '../fixtures/warm';

const palette = (page: Page) => page.getByRole('toolbar', { name: 'Elements' });
const selected = (page: Page) => page.locator('.react-flow__node.selected');
const press = (page: Page, key: string) => canvas(page).press(key);

/** A lane is taken hold of by its name band; what is in it has the rest. */
async function clickBand(page: Page, lane: Locator): Promise<void> {
  const box = await lane.boundingBox();
  await page.mouse.click(box!.x + 8, box!.y + 20);
}

async function open(page: Page, what: string): Promise<string> {
  const processId = await createProcess(page, smallProcess(newKey(what)));
  await openDesigner(page, processId);
  // Room around the drawing, so that there is empty canvas to click on.
  await press(page, 'Control+-');
  await press(page, 'Control+-');
  await expect(canvas(page).getByText(/^\d+ %$/)).not.toHaveText('100 %');
  return processId;
}

/** Arms an element of the palette and clicks so far from the middle of the decision, in screen pixels. */
async function put(page: Page, name: string, dx: number, dy: number): Promise<void> {
  const at = await pointOf(node(page, 'Large'));
  await palette(page).getByRole('button', { name, exact: true }).click();
  await page.mouse.click(at.x + dx, at.y + dy);
  await page.getByLabel('Label', { exact: true }).press('Escape');
}

/** Until the page has drawn what it was told before. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Takes everything back, step by step, and expects the drawing as it was. */
async function undoAll(page: Page, processId: string, before: string): Promise<void> {
  // What it would take back is part of its name.
  const undo = page.getByRole('button', { name: /^Undo/ });
  await canvas(page).focus();
  for (let i = 0; i < 12 && (await undo.isEnabled()); i++) await page.keyboard.press('Control+z');
  await expect(undo).toBeDisabled();
  await expect.poll(() => exportedDraft(page, processId)).toBe(before);
}

test('pool and lanes: divided, one added, a border pulled, hidden and shown; and all of it undone', async ({
  page,
}) => {
  const processId = await open(page, 'lanes');
  const before = await exportedDraft(page, processId);
  await put(page, 'Pool', 0, 260);
  await padButton(page, 'Divide into two lanes').click();
  await expect.poll(() => exportedDraft(page, processId)).toMatch(/<bpmn:lane /);
  const lanes = page.locator('.react-flow__node[data-id^="Lane_"]');
  await expect(lanes).toHaveCount(2);
  await clickBand(page, lanes.first());
  await padButton(page, 'Add a lane below').click();
  await expect(lanes).toHaveCount(3);
  const tops = async () =>
    (
      await Promise.all((await lanes.all()).map(async (lane) => Math.round((await lane.boundingBox())!.y)))
    ).toSorted((p, q) => p - q);
  const [first, second, third] = await tops();
  await clickBand(page, lanes.first());
  const grip = await pointOf(page.locator('[data-resize="s"]'));
  await drag(page, grip, { x: grip.x, y: grip.y - 30 });
  // The lane below takes what the first one gave; the last one stays.
  await expect.poll(async () => (await tops())[1]).toBeLessThan(second! - 15);
  const after = await tops();
  expect([after[0], after[2]]).toEqual([first, third]);
  await undoAll(page, processId, before);
});

test('sub-process: closed in place, gone into, left by the breadcrumbs; and undone @deep', async ({
  page,
}) => {
  const processId = await open(page, 'sub');
  const before = await exportedDraft(page, processId);
  await put(page, 'Sub-process', 0, 260);
  const sub = await selected(page).getAttribute('data-id');
  await page.locator(`[data-toggle="${sub}"]`).click();
  await expect.poll(() => exportedDraft(page, processId)).toMatch(/isExpanded="false"/);
  await node(page, sub!).dblclick();
  const crumbs = page.getByRole('navigation', { name: 'Sub-process' });
  await expect(crumbs.getByRole('button')).toHaveCount(2);
  await expect(node(page, 'Sort')).toHaveCount(0);
  await crumbs.getByRole('button').first().click();
  await expect(node(page, 'Sort')).toBeVisible();
  // The whole drawing glides into view meanwhile, so a click may come to rest beside it.
  await expect(async () => {
    await node(page, sub!).click();
    await expect(selected(page)).toHaveAttribute('data-id', sub!, { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('x');
  await expect(page.locator(`[data-toggle="${sub}"]`)).toHaveAccessibleName('Close in place');
  await undoAll(page, processId, before);
});

test('boundary events: found by search, attached to their step; markers set beside; and undone', async ({
  page,
}) => {
  const processId = await open(page, 'boundary');
  const before = await exportedDraft(page, processId);
  await node(page, 'Check').click();
  await padButton(page, 'Append something else').click();
  await pickKind(page, 'boundary-event.error');
  await expect.poll(() => exportedDraft(page, processId)).toMatch(/boundaryEvent[^>]*attachedToRef="Check"/);
  await node(page, 'Sort').click();
  await page.keyboard.press('r');
  await page
    .getByRole('toolbar', { name: 'Markers' })
    .getByRole('button', { name: /all at once/ })
    .click();
  await expect.poll(() => exportedDraft(page, processId)).toContain('multiInstanceLoopCharacteristics');
  await page.getByRole('button', { name: /^Compensation/ }).click();
  await expect(page.getByText(/has no flows: delete the flows/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await undoAll(page, processId, before);
});

test('data: an object with its association, and a message between two pools; and undone @deep', async ({
  page,
}) => {
  const processId = await open(page, 'data');
  const before = await exportedDraft(page, processId);
  await put(page, 'Data object', 200, 200);
  const data = await selected(page).getAttribute('data-id');
  await node(page, 'Check').click();
  await drag(page, await pointOf(padButton(page, 'Connect')), await pointOf(node(page, data!)));
  await expect.poll(() => exportedDraft(page, processId)).toContain('dataOutputAssociation');
  // The first pool is drawn around what is there, the second one is a partner.
  await put(page, 'Pool', 0, 0);
  await put(page, 'Pool', 0, 330);
  const pool = await selected(page).getAttribute('data-id');
  await padButton(page, /^Hide its process/).click();
  await node(page, 'Sort').click();
  await drag(page, await pointOf(padButton(page, 'Connect')), await pointOf(node(page, pool!), 0.3, 0.2));
  await expect.poll(() => exportedDraft(page, processId)).toContain('<bpmn:messageFlow');
  await undoAll(page, processId, before);
});

test('space tool: pushes what lies beyond, shows it first; Escape takes it back; and undone @deep', async ({
  page,
}) => {
  const processId = await open(page, 'space');
  const before = await exportedDraft(page, processId);
  await press(page, 's');
  const gap = await pointOf(node(page, 'Large'), 1.4, 2);
  await page.mouse.move(gap.x, gap.y);
  await page.mouse.down();
  await page.mouse.move(gap.x + 20, gap.y, { steps: 4 });
  await expect(page.getByTestId('space-preview')).toBeVisible();
  await page.mouse.move(gap.x + 80, gap.y, { steps: 4 });
  await drawn(page);
  const [still, moved] = [await pointOf(node(page, 'Sort')), await pointOf(node(page, 'Check'))];
  await page.mouse.up();
  await expect(page.getByTestId('space-preview')).toHaveCount(0);
  expect(await pointOf(node(page, 'Sort'))).toEqual(still);
  expect(await pointOf(node(page, 'Check'))).toEqual(moved);
  await expect.poll(() => exportedDraft(page, processId)).not.toBe(before);
  await undoAll(page, processId, before);
  await expect(canvas(page)).toHaveAttribute('data-tool', 'select');
});

test('several at once: aligned, distributed and arranged; and undone @deep', async ({ page }) => {
  const processId = await open(page, 'align');
  const before = await exportedDraft(page, processId);
  await node(page, 'Sort').click();
  for (const id of ['Check', 'Other']) await node(page, id).click({ modifiers: ['Control'] });
  const pad = page.getByRole('toolbar', { name: 'Selection' });
  await pad.getByRole('button', { name: 'Align tops' }).click();
  await expect
    .poll(async () => Math.round((await node(page, 'Other').boundingBox())!.y))
    .toBe(Math.round((await node(page, 'Sort').boundingBox())!.y));
  await pad.getByRole('button', { name: 'Distribute horizontally' }).click();
  await canvas(page).focus();
  await page.keyboard.press('Alt+s');
  await expect
    .poll(async () => {
      const [a, b] = [await node(page, 'Other').boundingBox(), await node(page, 'Sort').boundingBox()];
      return Math.round(a!.y + a!.height - b!.y - b!.height);
    })
    .toBe(0);
  const aligned = await exportedDraft(page, processId);
  await pad.getByRole('button', { name: 'Arrange the selection' }).click();
  await expect.poll(() => exportedDraft(page, processId)).not.toBe(aligned);
  await undoAll(page, processId, before);
});

test('a step dragged between two others shows equal gaps; a line that can’t end says why @deep', async ({
  page,
}) => {
  await open(page, 'guides');
  await canvas(page).focus();
  const at = await pointOf(node(page, 'Check'));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 8, at.y + 1, { steps: 3 });
  await page.mouse.move(at.x - 4, at.y, { steps: 3 });
  await expect(page.getByTestId('guides')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await node(page, 'Check').click();
  const start = await pointOf(padButton(page, 'Connect'));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  const to = await pointOf(node(page, 'Start'));
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await expect(page.getByTestId('refusal')).toHaveText('Nothing leads to a start event');
  await page.mouse.up();
  await expect(page.getByTestId('refusal')).toHaveCount(0);
});

test('copied elements are BPMN for other tools, and what other tools copy can be pasted', async ({
  page,
}) => {
  const processId = await open(page, 'clip');
  await node(page, 'Check').click();
  await page.keyboard.press('Control+c');
  const text = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(text).toMatch(/^<\?xml[\s\S]*<bpmn:task id="Check" name="Check"/);
  const foreign = (await text()).replaceAll('Check', 'Elsewhere');
  await page.evaluate((xml) => navigator.clipboard.writeText(xml), foreign);
  await page.keyboard.press('Control+v');
  await expect.poll(() => exportedDraft(page, processId)).toContain('name="Elsewhere"');
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P"><task></process></definitions>',
    ),
  );
  await page.keyboard.press('Control+v');
  await expect(page.getByText(/^This can’t be pasted:/).first()).toBeVisible();
});

import { expect, test } from '@playwright/test';
import { openTask, signInAs } from '../fixtures/demo';
import {
  canvas,
  createBlank,
  createProcess,
  drag,
  exportedDraft,
  flow,
  newKey,
  node,
  nodeNamed,
  openDesigner,
  padButton,
  pickKind,
  pointOf,
  smallProcess,
  withLooseTimer,
} from '../fixtures/designer';
import { tabTo } from '../fixtures/keyboard';

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

test('2. from blank by append only: draw, name, publish with a note, run; the instance reaches the approval', async ({
  page,
}) => {
  const name = newKey('Leave request');
  const processId = await createBlank(page, name);
  await openDesigner(page, processId);
  await page.locator('.react-flow__node').first().click();
  for (const [what, called] of [
    ['Append task', 'Look up days left'],
    ['Append approval', 'Grant leave'],
  ] as const) {
    await padButton(page, what).click();
    await page.getByLabel('Label', { exact: true }).fill(called);
    await page.keyboard.press('Enter');
    await expect(nodeNamed(page, called)).toBeVisible();
  }
  await padButton(page, 'Append end').click();
  await page.keyboard.press('e');
  await page.getByLabel('Label', { exact: true }).fill('Answered');
  await page.keyboard.press('Enter');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('F2');
  await page.getByLabel('Label', { exact: true }).fill('Asked');
  await page.keyboard.press('Enter');
  await expect(nodeNamed(page, 'Asked')).toBeVisible();

  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What changes, and why').fill('First version, drawn by appending');
  await dialog.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: /Versions/ }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'First version, drawn by appending' }),
  ).toContainText('v1');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Run' }).click();
  await page.waitForURL(/\/instances\//);
  await openTask(page, page.url().split('/instances/')[1]!.split(/[?#]/)[0]!);
});

test('8. a timer within 15 px of a border attaches, moves and goes with its step; the middle does not attach', async ({
  page,
}) => {
  const processId = await createProcess(page, withLooseTimer(newKey('timer')));
  await openDesigner(page, processId);
  const timer = node(page, 'Timer');
  const sort = await pointOf(node(page, 'Sort'));
  await drag(page, await pointOf(timer), sort);
  await expect.poll(() => exportedDraft(page, processId)).not.toContain('boundaryEvent');

  await page.keyboard.press('Control+z');
  const border = await pointOf(node(page, 'Sort'), 0.5, 1);
  await drag(page, await pointOf(timer), { x: border.x, y: border.y - 8 });
  await expect
    .poll(() => exportedDraft(page, processId))
    .toMatch(/boundaryEvent id="Timer"[^>]*attachedToRef="Sort"/);

  const before = await pointOf(timer);
  const task = await pointOf(node(page, 'Sort'), 0.5, 0.3);
  await drag(page, task, { x: task.x, y: task.y - 60 });
  await expect.poll(async () => Math.round((await pointOf(timer)).y - before.y)).toBeLessThan(-40);

  await page.keyboard.press('Delete');
  await expect(timer).toHaveCount(0);
  await expect.poll(() => exportedDraft(page, processId)).not.toMatch(/"Timer"|"Sort"/);
});

test('9. a task dropped on a flow stands in it, without duplicates, as one undo step', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('flow')));
  await openDesigner(page, processId);
  const before = await exportedDraft(page, processId);
  const from = await pointOf(node(page, 'Check'), 1);
  const to = await pointOf(node(page, 'Done'), 0);
  await page.getByRole('toolbar', { name: 'Elements' }).getByRole('button', { name: 'Task' }).click();
  await page.mouse.click((from.x + to.x) / 2, from.y);
  await page.getByLabel('Label', { exact: true }).fill('Count');
  await page.keyboard.press('Enter');
  await expect.poll(() => exportedDraft(page, processId)).toContain('name="Count"');
  const xml = await exportedDraft(page, processId);
  const id = /<bpmn:task id="(\w+)" name="Count"/.exec(xml)?.[1];
  const flows = [...xml.matchAll(/<bpmn:sequenceFlow [^>]*sourceRef="(\w+)" targetRef="(\w+)"/g)].map(
    ([, a, b]) => `${a}>${b}`,
  );
  expect(flows.toSorted()).toEqual(
    ['Start>Sort', 'Sort>Large', 'Large>Check', 'Large>Other', `Check>${id}`, `${id}>Done`].toSorted(),
  );
  await page.keyboard.press('Control+z'); // the name
  await page.keyboard.press('Control+z'); // the drop
  await expect.poll(() => exportedDraft(page, processId)).toBe(before);
});

test('10. a handle dragged to empty canvas opens the picker; Approval stands there, connected', async ({
  page,
}) => {
  const processId = await createProcess(page, smallProcess(newKey('handle')));
  await openDesigner(page, processId);
  await node(page, 'Check').click();
  const to = await pointOf(node(page, 'Check'), 0.5, 3);
  await drag(page, await pointOf(page.locator('[data-handle="Check:bottom"]')), to);
  await expect(page.getByPlaceholder('Append…')).toBeFocused();
  await pickKind(page, 'approval');
  await page.getByLabel('Label', { exact: true }).fill('Countersign it');
  await page.keyboard.press('Enter');
  const placed = await pointOf(nodeNamed(page, 'Countersign it'));
  expect(Math.hypot(placed.x - to.x, placed.y - to.y)).toBeLessThan(15);
  const xml = await exportedDraft(page, processId);
  const id = /<bpmn:userTask id="(\w+)" name="Countersign it"/.exec(xml)?.[1];
  expect(xml).toMatch(new RegExp(`sourceRef="Check" targetRef="${id}"`));
});

test('6. keys alone: create, connect, set a condition, publish, run', async ({ page }) => {
  const processId = await createBlank(page, newKey('Keys'));
  await openDesigner(page, processId);
  await canvas(page).focus();
  await page.keyboard.press('j');
  for (const [kind, called] of [
    ['decision', ''],
    ['task', 'Prepare'],
    ['end', ''],
  ] as const) {
    await page.keyboard.press('a');
    await pickKind(page, kind);
    if (called) {
      await expect(page.getByLabel('Label', { exact: true })).toBeFocused();
      await page.keyboard.type(called);
      await page.keyboard.press('Enter');
    }
    await expect(canvas(page)).toBeFocused();
  }
  // From the decision straight to the end: C, the name of the candidate, Enter.
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('c');
  await page.keyboard.type('end');
  await expect(page.getByRole('status').filter({ hasText: /Connect to .*end/i })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await exportedDraft(page, processId)).match(/<bpmn:sequenceFlow /g)?.length)
    .toBe(4);

  // The new path is selected, K leads to the decision it comes from; its paths have their conditions in its properties.
  await expect(canvas(page)).toBeFocused();
  await page.keyboard.press('k');
  const panel = page.getByTestId('inspector');
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('Name', { exact: true })).toBeFocused();
  await tabTo(page, panel.getByRole('combobox').first());
  await page.keyboard.type('amount > 1000');
  await page.keyboard.press('Escape');
  await tabTo(page, panel.getByRole('switch').nth(1));
  await page.keyboard.press('Space');
  await expect.poll(() => exportedDraft(page, processId)).toMatch(/default="\w+"[\s\S]*=amount &gt; 1000/);

  await tabTo(page, page.getByRole('button', { name: 'Publish…', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('What changes, and why'));
  await page.keyboard.type('Drawn without a mouse');
  await tabTo(page, page.getByRole('button', { name: 'Publish version 1' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(canvas(page)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await tabTo(page, page.getByRole('dialog').getByLabel('Variables'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('{"amount": 20}');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/instances\//);
});

test('flows follow what they connect @deep', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('follow')));
  await openDesigner(page, processId);
  const line = flow(page, 'ToDone').locator('path').first();
  const before = await line.getAttribute('d');
  const at = await pointOf(node(page, 'Done'));
  await drag(page, at, { x: at.x + 40, y: at.y + 80 });
  await expect.poll(() => line.getAttribute('d')).not.toBe(before);
});

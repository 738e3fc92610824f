import { expect, type Page } from '@playwright/test';
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
  withLooseTimer,
} from '../fixtures/designer';
import { test } from '../fixtures/warm';

/** Each way to change the drawing, as one gesture. */
const MUTATIONS: Record<string, (page: Page) => Promise<void>> = {
  add: async (page) => {
    const at = await pointOf(node(page, 'Sort'), 0.5, 3);
    await page.getByRole('toolbar', { name: 'Elements' }).getByRole('button', { name: 'Decision' }).click();
    await page.mouse.click(at.x + 250, at.y);
  },
  append: async (page) => {
    await node(page, 'Check').click();
    await padButton(page, 'Append end').click();
  },
  move: async (page) => {
    const at = await pointOf(node(page, 'Check'));
    await drag(page, at, { x: at.x + 30, y: at.y + 70 });
  },
  'move by arrows': async (page) => {
    await node(page, 'Check').click();
    // Pressed at the pace of a hand, however long the page takes with each.
    await Promise.all(Array.from({ length: 5 }, () => page.keyboard.press('ArrowDown')));
  },
  connect: async (page) => {
    await node(page, 'Sort').click();
    await drag(page, await pointOf(padButton(page, 'Connect')), await pointOf(node(page, 'Done')));
  },
  morph: async (page) => {
    await node(page, 'Check').click();
    await page.keyboard.press('r');
    await pickKind(page, 'approval');
  },
  delete: async (page) => {
    await node(page, 'Check').click();
    await page.keyboard.press('Delete');
  },
  label: async (page) => {
    await node(page, 'Check').dblclick();
    await page.getByLabel('Label', { exact: true }).fill('Check twice');
    await page.keyboard.press('Enter');
  },
  paste: async (page) => {
    await node(page, 'Check').click();
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
  },
  duplicate: async (page) => {
    await node(page, 'Check').click();
    await page.keyboard.press('Control+d');
  },
  layout: async (page) => {
    await canvas(page).focus();
    await page.keyboard.press('Shift+Alt+T');
  },
  'make space': async (page) => {
    await canvas(page).press('s');
    const at = await pointOf(node(page, 'Large'), 1.4, 2);
    await drag(page, at, { x: at.x + 80, y: at.y });
  },
  align: async (page) => {
    await node(page, 'Check').click();
    await node(page, 'Other').click({ modifiers: ['Control'] });
    await page
      .getByRole('toolbar', { name: 'Selection' })
      .getByRole('button', { name: 'Align left' })
      .click();
  },
  'layout of a selection': async (page) => {
    await node(page, 'Check').click();
    await node(page, 'Other').click({ modifiers: ['Control'] });
    await page.keyboard.press('Shift+Alt+T');
  },
  marker: async (page) => {
    await node(page, 'Check').click();
    await page.keyboard.press('r');
    await page.getByRole('toolbar', { name: 'Markers' }).getByRole('button', { name: /^Loop/ }).click();
    await page.keyboard.press('Escape');
  },
  'attach an event': async (page) => {
    await node(page, 'Check').click();
    await page.keyboard.press('a');
    await pickKind(page, 'boundary-event.timer');
  },
  'append data': async (page) => {
    await node(page, 'Check').click();
    await page.keyboard.press('a');
    await pickKind(page, 'data-object');
    await page.keyboard.press('Escape');
  },
  'drop on a flow': async (page) => {
    const [from, to] = [await pointOf(node(page, 'Start'), 1), await pointOf(node(page, 'Sort'), 0)];
    await drag(page, await pointOf(node(page, 'Timer')), { x: (from.x + to.x) / 2, y: from.y });
  },
};

for (const [name, mutate] of Object.entries(MUTATIONS)) {
  test(`7. ${name}: undone in exactly one step, and redone the same`, async ({ page }) => {
    const processId = await createProcess(page, withLooseTimer(newKey('undo')));
    await openDesigner(page, processId);
    const before = await exportedDraft(page, processId);
    await mutate(page);
    await expect.poll(() => exportedDraft(page, processId)).not.toBe(before);
    const after = await exportedDraft(page, processId);
    await page.keyboard.press('Control+z');
    await expect.poll(() => exportedDraft(page, processId)).toBe(before);
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => exportedDraft(page, processId)).toBe(after);
  });
}

test('7. resize: undone in exactly one step, and redone the same', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('resize')));
  await openDesigner(page, processId);
  const at = await pointOf(node(page, 'Done'), 0.5, 6);
  await page.getByRole('toolbar', { name: 'Elements' }).getByRole('button', { name: 'Note' }).click();
  await page.mouse.click(at.x, at.y);
  await page.getByLabel('Label', { exact: true }).fill('Remember');
  await page.keyboard.press('Enter');
  await expect.poll(() => exportedDraft(page, processId)).toContain('Remember');
  const before = await exportedDraft(page, processId);
  const note = page.locator('.react-flow__node.selected');
  const corner = await pointOf(note, 1, 1);
  await drag(page, corner, { x: corner.x + 60, y: corner.y + 40 });
  await expect.poll(() => exportedDraft(page, processId)).not.toBe(before);
  const after = await exportedDraft(page, processId);
  await page.keyboard.press('Control+z');
  await expect.poll(() => exportedDraft(page, processId)).toBe(before);
  await page.keyboard.press('Control+y');
  await expect.poll(() => exportedDraft(page, processId)).toBe(after);
});

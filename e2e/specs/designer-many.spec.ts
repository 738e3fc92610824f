import { expect, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { signInAs } from '../fixtures/demo';
import {
  canvas,
  createProcess,
  exportedDraft,
  newKey,
  node,
  openDesigner,
  smallProcess,
} from '../fixtures/designer';

test('several elements: a field changes in all of them and one step takes it back', async ({ page }) => {
  await signInAs(page, 'mia');
  const processId = await createProcess(page, smallProcess(newKey('many')));
  await openDesigner(page, processId);
  await node(page, 'Sort').click();
  await node(page, 'Check').click({ modifiers: ['ControlOrMeta'] });
  const panel = page.getByTestId('inspector');
  await expect(panel.getByRole('heading', { name: '2 elements selected' })).toBeVisible();
  await expect(panel.getByLabel('Name', { exact: true })).toHaveCount(0);

  const documentation = panel.getByRole('textbox', { name: 'Documentation' });
  await documentation.fill('Seen by **two**');
  await documentation.blur();
  await expect
    .poll(async () => (await exportedDraft(page, processId)).match(/Seen by \*\*two\*\*/g)?.length)
    .toBe(2);

  await node(page, 'Sort').click();
  await panel.getByRole('textbox', { name: 'Documentation' }).fill('Only Sort');
  await panel.getByRole('textbox', { name: 'Documentation' }).blur();
  await node(page, 'Check').click({ modifiers: ['ControlOrMeta'] });
  await expect(documentation).toHaveAttribute('placeholder', 'Mixed');
  await expect(panel).toContainText('Now: Only Sort, Seen by **two**');
  expect(await axeFindings(page)).toEqual([]);

  await documentation.focus();
  await documentation.blur();
  await panel.getByLabel('Done', { exact: true }).selectOption({ label: 'For each item, all at once' });
  await expect(panel.getByLabel('Variable of one item')).toBeVisible();
  await expect
    .poll(async () => (await exportedDraft(page, processId)).match(/<bpmn:multiInstance/g)?.length)
    .toBe(2);
  await expect.poll(() => exportedDraft(page, processId)).toContain('Only Sort');

  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => exportedDraft(page, processId)).not.toContain('multiInstance');

  await node(page, 'Start').click({ modifiers: ['ControlOrMeta'] });
  await expect(panel.getByRole('heading', { name: '3 elements selected' })).toBeVisible();
  await panel.getByRole('button', { name: 'Select only these: Task, 2' }).click();
  await expect(panel.getByRole('heading', { name: '2 elements selected' })).toBeVisible();
});

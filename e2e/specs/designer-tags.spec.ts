import { expect, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import { createProcess, exportedDraft, newKey, node, openDesigner, smallProcess } from '../fixtures/designer';

test('tags are typed, removed, and given to several steps at once @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  const processId = await createProcess(page, smallProcess(newKey('tags')));
  await openDesigner(page, processId);
  const panel = page.getByTestId('inspector');
  const tags = panel.getByRole('list', { name: 'Tags' }).getByRole('listitem');
  const entry = panel.getByRole('textbox', { name: 'Tags' });
  await node(page, 'Sort').click();
  await panel.getByRole('button', { name: 'Owner and tags' }).click();
  await entry.fill('sox, month end');
  await entry.press('Enter');
  await expect(tags).toHaveText(['sox', 'month end']);
  await entry.press('Backspace');
  await expect(tags).toHaveText(['sox']);

  await node(page, 'Check').click({ modifiers: ['ControlOrMeta'] });
  await expect(tags).toHaveText(['sox1 of 2']);
  await panel.getByRole('button', { name: 'Add the tag sox to all' }).click();
  await expect(tags).toHaveText(['sox']);
  await expect.poll(async () => (await exportedDraft(page, processId)).match(/tags="sox"/g)?.length).toBe(2);
  await panel.getByRole('button', { name: 'Remove the tag sox from all' }).click();
  await expect(tags).toHaveCount(0);
  await expect.poll(() => exportedDraft(page, processId)).not.toContain('sox');
});

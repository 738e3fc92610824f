import { expect, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { signInAs } from '../fixtures/demo';
import {
  createProcess,
  drag,
  exportedDraft,
  largeProcess,
  newKey,
  node,
  openDesigner,
  pointOf,
  smallProcess,
} from '../fixtures/designer';

for (const theme of ['light', 'dark'] as const) {
  test(`27. axe finds nothing on the designer, ${theme}`, async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'theme', value: theme, url: baseURL! }]);
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
}

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

test('300 steps: everything is drawn, one is dragged, and the view is moved', async ({ page }) => {
  await signInAs(page, 'mia');
  const processId = await createProcess(page, largeProcess(newKey('large'), 300));
  await openDesigner(page, processId);
  await expect(page.locator('.react-flow__node')).toHaveCount(300);
  const at = await pointOf(node(page, 'T30'));
  await drag(page, at, { x: at.x + 20, y: at.y + 20 });
  await expect
    .poll(() => exportedDraft(page, processId))
    .not.toContain('bpmnElement="T30"><dc:Bounds x="900"');
  const view = page.locator('.react-flow__viewport');
  const before = await view.getAttribute('style');
  await page.mouse.wheel(200, 200);
  await expect.poll(() => view.getAttribute('style')).not.toBe(before);
});

import { expect, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import {
  canvas,
  createProcess,
  largeProcess,
  newKey,
  openDesigner,
  smallProcess,
  withLooseTimer,
} from '../fixtures/designer';
import { answer, line, outline, selectedIds } from '../fixtures/keyboard';

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

test('the outline reads the process as a tree, in the order of the flow @deep', async ({ page }) => {
  await openDesigner(page, await createProcess(page, withLooseTimer(newKey('tree'))));
  await canvas(page).focus();
  await page.keyboard.press('Shift+O');
  await expect(outline(page)).toMatchAriaSnapshot(`
    - tree "Elements in the order of the flow":
      - treeitem "Asked, start, 1 of 7; goes to Sort (task)" [level=1]
      - treeitem "Sort, task, 2 of 7; goes to Large? (gateway)" [level=1]
      - treeitem "Large?, gateway, 3 of 7; goes to Check (task) when yes, Other (end)" [level=1]
      - treeitem "Check, task, 4 of 7; goes to Done (end)" [level=1]
      - treeitem "Done, end, 5 of 7" [level=1]
      - treeitem "Other, end, 6 of 7" [level=1]
      - treeitem /Wait, 7 of 7/ [level=1]
  `);
});

test('the outline edits, and canvas and outline share their selection', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('edit')));
  await openDesigner(page, processId);
  await canvas(page).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+O');
  await expect(line(page, /^Sort, task/)).toBeFocused();
  await page.keyboard.press('End');
  await expect(line(page, /^Other, end/)).toBeFocused();
  await expect.poll(() => selectedIds(page)).toEqual(['Other']);

  await page.keyboard.press('b');
  await answer(page, 'approval');
  await expect(line(page, /^Approval, 6 of 7.*goes to Other \(end\)$/)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Actions for Approval' });
  // The menu, or its first line, whichever the keyboard opened it on.
  await expect(menu.locator('xpath=descendant-or-self::*[@role]').and(page.locator(':focus'))).toHaveCount(1);
  await page.keyboard.type('ren');
  await expect(menu.getByRole('menuitem', { name: /^Rename/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Ask again');
  await page.keyboard.press('Enter');
  await expect(line(page, /^Ask again, approval/)).toBeFocused();

  await page.keyboard.press('c');
  await answer(page, 'check');
  await expect(line(page, /^Ask again.*goes to Other \(end\), Check \(task\)/)).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect(line(page, /^Other/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(line(page, /^Other/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(canvas(page)).toBeFocused();
});

test('the outline of 2,500 steps draws only the lines in view @deep', async ({ page }) => {
  await openDesigner(page, await createProcess(page, largeProcess(newKey('long'), 2500)));
  await canvas(page).focus();
  await page.keyboard.press('Shift+O');
  await expect(outline(page).getByRole('treeitem').first()).toBeVisible();
  await page.keyboard.press('End');
  await expect(line(page, /2500 of 2500/)).toBeFocused();
  expect(await outline(page).getByRole('treeitem').count()).toBeLessThan(60);
});

import { expect, type Page, test } from '@playwright/test';
import { axeFindings, sideways } from '../fixtures/axe';
import { signInAs } from '../fixtures/demo';
import { openDesigner, saveStatus, withoutPresence } from '../fixtures/designer';
import { measured } from '../fixtures/measured';
import { comparedProcess, saveDraft, secondVersion } from '../fixtures/versions';

const drawn = (page: Page, id: string) => page.locator(`svg g[data-id="${id}"]`);
const changes = (page: Page) => page.getByRole('complementary', { name: 'What differs' });
const transform = (page: Page, pane: string) =>
  page.getByRole('application', { name: pane }).locator('g[data-viewport]').getAttribute('transform');

test('18. compare v1 and v2: +, −, ~ on what was added, removed, changed; moved only with layout', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const { processId } = await comparedProcess(page);
  await page.goto(`/processes/${processId}/versions/2`);
  await page.getByRole('link', { name: 'Compare v1 with v2' }).click();
  await expect(page).toHaveURL(/compare\?from=1&to=2$/);

  await expect(drawn(page, 'NewRule')).toHaveAttribute('data-diff', 'added');
  await expect(drawn(page, 'OldRule')).toHaveAttribute('data-diff', 'removed');
  await expect(drawn(page, 'Check')).toHaveAttribute('data-diff', 'changed');
  await expect(page.locator('svg g[data-diff]')).toHaveCount(3);
  await expect(drawn(page, 'Other')).not.toHaveAttribute('data-diff');

  const list = changes(page);
  await expect(list.getByRole('heading', { name: '3 changes' })).toBeVisible();
  await expect(list.getByRole('button', { name: /Added: New rule/ })).toBeVisible();
  await expect(list.getByRole('button', { name: /Removed: Old rule/ })).toBeVisible();
  await list.getByRole('button', { name: /Changed: Check twice/ }).click();
  await expect(list.getByRole('row', { name: 'Name Check Check twice' })).toBeVisible();
  await expect(list.getByRole('row', { name: 'Kind task manual task' })).toBeVisible();

  await page.getByRole('switch', { name: /Layout only/ }).click();
  await expect(drawn(page, 'Other')).toHaveAttribute('data-diff', 'moved');
  await expect(page).toHaveURL(/layout=1/);
  await expect(list.getByRole('button', { name: /Moved: Other/ })).toBeVisible();
});

test('the address holds both sides, the mode and what is selected', async ({ page }) => {
  await signInAs(page, 'mia');
  const { processId } = await comparedProcess(page);
  await page.goto(`/processes/${processId}/compare?from=1&to=2&mode=side-by-side&at=Check`);
  await expect(page.getByRole('radio', { name: 'Side by side' })).toBeChecked();
  await expect(changes(page).getByRole('button', { name: /Check twice/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await page.getByRole('button', { name: 'Swap the two' }).click();
  await expect(page).toHaveURL(/from=2&to=1&mode=side-by-side/);
  await expect(changes(page).getByRole('button', { name: /Removed: New rule/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'To' }).selectOption('draft');
  await expect(page).toHaveURL(/from=2&to=draft/);
  await expect(changes(page)).toContainText('They are the same');
  expect((await page.goto(`/processes/${processId}/compare?from=1&to=99`))?.status()).toBe(404);
  expect((await page.goto(`/processes/${processId}/compare?from=x&to=1`))?.status()).toBe(404);
});

test('side by side pans and zooms together; each side shows its own @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  const { processId, key } = await comparedProcess(page);
  await page.goto(`/processes/${processId}/compare?from=1&to=2&mode=side-by-side`);
  const [left, right] = [`${key} in v1`, `${key} in v2`];
  const pane = page.getByRole('application', { name: left });
  await expect(pane.locator('[data-id="OldRule"]')).toBeVisible();
  await expect(pane.locator('[data-id="NewRule"]')).toHaveCount(0);
  await expect(page.getByRole('application', { name: right }).locator('[data-id="OldRule"]')).toHaveCount(0);
  // both are fitted into their half once the page knows its size
  await expect.poll(() => transform(page, left)).not.toContain('scale(1)');
  const before = await transform(page, left);
  await expect.poll(() => transform(page, right)).toBe(before);
  const box = (await pane.boundingBox())!;
  await page.mouse.move(box.x + 100, box.y + 400);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 430, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => transform(page, left)).not.toBe(before);
  await expect.poll(() => transform(page, right)).toBe(await transform(page, left));
  const panned = await transform(page, left);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(() => transform(page, right)).not.toBe(panned);
  await expect.poll(() => transform(page, right)).toBe(await transform(page, left));
});

test('by keyboard alone: N and P go through the changes, arrows and + move the drawing @deep', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const { processId, key } = await comparedProcess(page);
  await page.goto(`/processes/${processId}/compare?from=1&to=2`);
  const list = changes(page);
  await expect(list.getByRole('heading', { name: '3 changes' })).toBeVisible();
  await expect(list.getByRole('button', { name: 'Next change' })).toHaveAttribute('aria-keyshortcuts', 'N');
  await expect(list.getByText(/of \d/)).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(list.getByRole('button', { name: /Check twice/ })).toHaveAttribute('aria-expanded', 'true');
  await expect(list).toContainText('1 of 3');
  await page.keyboard.press('n');
  await expect(list.getByRole('button', { name: /New rule/ })).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('p');
  await expect(list).toContainText('1 of 3');
  const label = `${key}: v1 and v2 over each other`;
  await page.getByRole('application', { name: label }).focus();
  const before = await transform(page, label);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => transform(page, label)).not.toBe(before);
  await page.keyboard.press('+');
  await page.keyboard.press('0');
  await expect.poll(() => transform(page, label)).toBe(before);
});

test('the designer compares its draft with the live version in two clicks, and tells the seconds', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const { processId, key } = await comparedProcess(page);
  await saveDraft(page, processId, secondVersion(key).replace('Check twice', 'Check three times'));
  await openDesigner(page, processId);
  await expect(saveStatus(page)).toHaveAttribute('data-save-status', 'saved');
  const marks = async () => {
    await expect(drawn(page, 'Check')).toHaveAttribute('data-diff', 'changed');
    await expect(page).toHaveURL(/compare\?from=2&to=draft/);
  };
  const cell = page.getByRole('button', { name: /^Compare with v2: .* 0 added, 0 removed, 1 changed$/ });
  // The first visit of a fresh server isn't counted.
  await cell.click();
  await marks();
  await openDesigner(page, processId);

  const byMenu = measured('Compare the draft with the live version, by the menu');
  await byMenu.click(page.getByRole('button', { name: 'File' }));
  await byMenu.click(page.getByRole('menuitem', { name: 'Compare with v2' }));
  await marks();
  byMenu.done(2);
  await openDesigner(page, processId);

  const byCell = measured('Compare the draft with the live version, by the cell');
  await byCell.click(cell);
  await marks();
  byCell.done(1);
});

test('a conflict shows theirs and mine on the diagram before one is given up @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  const { processId, key } = await comparedProcess(page);
  await withoutPresence(page);
  await openDesigner(page, processId);
  await saveDraft(page, processId, secondVersion(key).replace('Check twice', 'Theirs'));
  await page.getByTestId('rf__node-Sort').dblclick();
  await expect(page.getByLabel('Label', { exact: true })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this draft' });
  await dialog.getByRole('button', { name: 'Compare' }).click();
  const compare = page.getByRole('dialog', { name: 'Theirs and mine' });
  await expect(compare.locator('[data-id="Sort"]')).toHaveAttribute('data-diff', 'changed');
  await compare.getByRole('button', { name: /Changed: Check twice/ }).click();
  await expect(compare.getByRole('row', { name: 'Name Theirs Check twice' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Reload theirs' }).click();
  await expect(page.getByTestId('designer')).toContainText('Theirs');
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`27. axe finds nothing on the comparison, light and dark, ${viewport.width} px, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await signInAs(page, 'mia');
    const { processId } = await comparedProcess(page);
    for (const mode of ['overlay', 'side-by-side']) {
      await page.goto(`/processes/${processId}/compare?from=1&to=2&layout=1&at=Check&mode=${mode}`);
      await expect(changes(page).getByRole('button', { name: /Check twice/ })).toBeVisible();
      expect(await axeFindings(page), mode).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
    }
  });

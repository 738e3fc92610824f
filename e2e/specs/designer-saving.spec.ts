import { type Browser, expect, type Page, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import {
  createProcess,
  exportedDraft,
  newKey,
  node,
  nodeNamed,
  openDesigner,
  saveStatus,
  smallProcess,
  withoutPresence,
} from '../fixtures/designer';

async function windowOf(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signInAs(page, 'mia');
  return page;
}

async function rename(page: Page, id: string, name: string): Promise<void> {
  await node(page, id).dblclick();
  await page.getByLabel('Label', { exact: true }).fill(name);
  await page.keyboard.press('Enter');
}

const status = (page: Page, what: string) =>
  expect(saveStatus(page)).toHaveAttribute('data-save-status', what, { timeout: 20_000 });

test('11. a page killed within two seconds of “Saved” loses nothing', async ({ page, context }) => {
  await signInAs(page, 'mia');
  const processId = await createProcess(page, smallProcess(newKey('killed')));
  await openDesigner(page, processId);
  await rename(page, 'Check', 'Check it twice');
  await status(page, 'saved');
  await rename(page, 'Sort', 'Sort the mail');
  await expect(nodeNamed(page, 'Sort the mail')).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await openDesigner(again, processId);
  await expect(nodeNamed(again, 'Check it twice')).toBeVisible();
  await expect(nodeNamed(again, 'Sort the mail')).toBeVisible();
  const xml = await exportedDraft(again, processId);
  expect(xml).toContain('Check it twice');
  expect(xml).toContain('Sort the mail');
});

test('11. changes made offline survive a closed page and reach the server afterwards', async ({
  page,
  context,
}) => {
  await signInAs(page, 'mia');
  const processId = await createProcess(page, smallProcess(newKey('offline')));
  await openDesigner(page, processId);
  await page.route('**/api/v1/processes/*/draft', (route) => route.abort('internetdisconnected'));
  await rename(page, 'Check', 'Check offline');
  await status(page, 'offline');
  await expect(saveStatus(page)).toContainText('1 change kept');
  await page.close();
  const again = await context.newPage();
  await openDesigner(again, processId);
  await expect(nodeNamed(again, 'Check offline')).toBeVisible();
  await expect.poll(() => exportedDraft(again, processId)).toContain('Check offline');
});

test('11. changes made offline reach the server when it is there again', async ({ page }) => {
  await signInAs(page, 'mia');
  const processId = await createProcess(page, smallProcess(newKey('back')));
  await openDesigner(page, processId);
  await page.route('**/api/v1/processes/*/draft', (route) => route.abort('internetdisconnected'));
  await rename(page, 'Check', 'Check offline');
  await status(page, 'offline');
  await page.unroute('**/api/v1/processes/*/draft');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await status(page, 'saved');
  await expect.poll(() => exportedDraft(page, processId)).toContain('Check offline');
});

for (const choice of ['Keep mine as copy', 'Reload theirs'] as const) {
  test(`two windows change one draft: nothing is overwritten, “${choice}” does what it says`, async ({
    browser,
    baseURL,
  }) => {
    const [mine, theirs] = [await windowOf(browser, baseURL), await windowOf(browser, baseURL)];
    const processId = await createProcess(mine, smallProcess(newKey('conflict')));
    await withoutPresence(mine);
    await openDesigner(mine, processId);
    await openDesigner(theirs, processId);
    await rename(theirs, 'Check', 'Theirs');
    await status(theirs, 'saved');
    await expect.poll(() => exportedDraft(theirs, processId)).toContain('Theirs');
    await rename(mine, 'Check', 'Mine');
    const dialog = mine.getByRole('dialog', { name: 'Somebody else changed this draft' });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: choice }).click();
    if (choice === 'Reload theirs') {
      await expect(nodeNamed(mine, 'Theirs')).toBeVisible();
      await status(mine, 'saved');
      await rename(mine, 'Sort', 'Both');
      await expect.poll(() => exportedDraft(mine, processId)).toMatch(/Both[\s\S]*Theirs/);
    } else {
      await mine.waitForURL(
        (url) => url.pathname.startsWith('/processes/') && !url.pathname.endsWith(processId),
      );
      await expect(nodeNamed(mine, 'Mine')).toBeVisible();
      const answer = await theirs.request.get(`/api/v1/processes/${processId}/draft.bpmn`);
      expect(await answer.text()).toContain('Theirs');
    }
    await mine.context().close();
    await theirs.context().close();
  });
}

test('two windows change one draft: merged, with a choice where both changed the same', async ({
  browser,
  baseURL,
}) => {
  const [mine, theirs] = [await windowOf(browser, baseURL), await windowOf(browser, baseURL)];
  const processId = await createProcess(mine, smallProcess(newKey('merge')));
  await withoutPresence(mine);
  await openDesigner(mine, processId);
  await openDesigner(theirs, processId);
  await rename(theirs, 'Sort', 'Sort theirs');
  await rename(theirs, 'Check', 'Theirs');
  await status(theirs, 'saved');
  await expect.poll(() => exportedDraft(theirs, processId)).toContain('Theirs');
  await rename(mine, 'Check', 'Mine');
  const conflict = mine.getByRole('dialog', { name: 'Somebody else changed this draft' });
  await conflict.getByRole('button', { name: 'Merge…' }).click();
  const merge = mine.getByRole('dialog', { name: 'Merge with their changes' });
  const choice = merge.getByRole('radiogroup', { name: 'Mine, Name' });
  await expect(choice.getByRole('radio', { name: 'Mine' })).toBeChecked();
  await expect(merge.getByRole('listitem')).toContainText(['Theirs: Theirs']);
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(merge).toBeHidden();
  await status(mine, 'saved');
  await expect.poll(() => exportedDraft(mine, processId)).toMatch(/Sort theirs[\s\S]*name="Mine"/);
  await mine.context().close();
  await theirs.context().close();
});

import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { type PEOPLE, signInAs } from '../fixtures/demo';
import {
  createProcess,
  exportedDraft,
  newKey,
  node,
  nodeNamed,
  openDesigner,
  saveStatus,
  smallProcess,
} from '../fixtures/designer';
import { command } from '../fixtures/keyboard';

/** A browser of its own for each, as two people have. */
async function browserOf(browser: Browser, baseURL: string | undefined, who: keyof typeof PEOPLE) {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signInAs(page, who);
  return page;
}

const here = (page: Page) => page.getByRole('button', { name: /^Also here:/ });
const live = (page: Page) => page.locator('[data-live=polite]');

async function rename(page: Page, id: string, name: string): Promise<void> {
  await node(page, id).dblclick();
  await page.getByLabel('Label', { exact: true }).fill(name);
  await page.keyboard.press('Enter');
}

async function together(browser: Browser, baseURL: string | undefined, what: string) {
  const mia = await browserOf(browser, baseURL, 'mia');
  const jonas = await browserOf(browser, baseURL, 'jonas');
  const processId = await createProcess(mia, smallProcess(newKey(what)));
  await openDesigner(mia, processId);
  await openDesigner(jonas, processId);
  await expect(here(mia)).toHaveAccessibleName('Also here: Jonas Weber');
  await expect(here(jonas)).toHaveAccessibleName('Also here: Mia Lindqvist');
  return { mia, jonas, processId, end: () => Promise.all([mia.context().close(), jonas.context().close()]) };
}

test('two people on one draft see each other, what they select, and that one left', async ({
  browser,
  baseURL,
}) => {
  const { mia, jonas, end } = await together(browser, baseURL, 'presence');
  await expect(live(mia)).toContainText('Jonas Weber has this draft open, too');
  await node(jonas, 'Check').click();
  const mark = mia.locator('[data-testid=other-selection][data-person="Jonas Weber"]');
  await expect(mark.locator('[data-selected=Check]')).toHaveCount(1);
  await expect(mark).toContainText('Jonas Weber');
  await here(mia).click();
  const list = mia.getByRole('list', { name: 'People with this draft open' });
  await expect(list).toContainText('Has selected Check');
  expect(await axeFindings(mia)).toEqual([]);
  await list.getByRole('button', { name: 'Go there' }).click();
  await expect(node(mia, 'Check')).toHaveClass(/selected/);
  await jonas.close();
  await expect(here(mia)).toHaveCount(0);
  await expect(mark).toHaveCount(0);
  await expect(live(mia)).toContainText('Jonas Weber left this draft');
  await end();
});

const pointer = (page: Page, name: string) =>
  page.locator(`[data-testid=other-pointer][data-person="${name}"]`);

/** Moves over a step until the other sees it: what is told to others is loaded when there are some. */
async function moving(page: Page, over: string, seen: Locator): Promise<void> {
  let x = 20;
  await expect(async () => {
    x = x < 60 ? x + 5 : 20;
    await node(page, over).hover({ position: { x, y: 30 } });
    await expect(seen).toBeVisible({ timeout: 500 });
  }).toPass();
}

test('each sees what the other points at, until the mouse rests or leaves, and nothing of it takes a click @deep', async ({
  browser,
  baseURL,
}) => {
  const { mia, jonas, end } = await together(browser, baseURL, 'pointer');
  const theirs = pointer(mia, 'Jonas Weber');
  await moving(jonas, 'Check', theirs);
  await expect(theirs).toContainText('Jonas Weber');
  // The pointer is drawn over the step: a click at that very place goes to the step.
  const [at, step] = [await theirs.boundingBox(), await node(mia, 'Check').boundingBox()];
  expect(at!.x).toBeGreaterThan(step!.x);
  expect(at!.x).toBeLessThan(step!.x + step!.width);
  await mia.mouse.click(at!.x, at!.y);
  await expect(node(mia, 'Check')).toHaveClass(/selected/);
  expect(await axeFindings(mia)).toEqual([]);
  // It is hidden while it rests, and there again with the next movement.
  await expect(theirs).toBeHidden({ timeout: 10_000 });
  await moving(jonas, 'Sort', theirs);
  await here(jonas).hover();
  await expect(theirs).toHaveCount(0);
  await end();
});

const zoomOf = (page: Page) => page.getByRole('button', { name: /^Zoom \d+ %, set to 100 %$/ });
const frame = (page: Page) => page.getByTestId('follow-frame');

test('a click on a face follows their view until one moves the drawing oneself @deep', async ({
  browser,
  baseURL,
}) => {
  const { mia, jonas, end } = await together(browser, baseURL, 'follow');
  await zoomOf(jonas).click();
  await expect(zoomOf(jonas)).toHaveText('100 %');
  const follow = mia.getByRole('button', { name: 'Follow Jonas Weber', exact: true });
  await follow.click();
  await expect(frame(mia)).toContainText('Following Jonas Weber – Esc stops');
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expect(live(mia)).toContainText('Following Jonas Weber. Escape stops');
  await expect(zoomOf(mia)).toHaveText('100 %');
  expect(await axeFindings(mia)).toEqual([]);
  await here(jonas).click();
  await expect(jonas.getByRole('list', { name: 'People with this draft open' })).toContainText('follows you');
  await jonas.keyboard.press('Escape');
  await jonas.getByRole('button', { name: 'Zoom out' }).click();
  await expect(zoomOf(jonas)).not.toHaveText('100 %');
  await expect
    .poll(async () => {
      const [theirs, mine] = await Promise.all([jonas, mia].map((page) => zoomOf(page).textContent()));
      return mine === theirs && mine !== '100 %';
    })
    .toBe(true);
  // Views that follow each other would never come to rest.
  await jonas.getByRole('button', { name: 'Follow Mia Lindqvist', exact: true }).click();
  await expect(jonas.getByText('Mia Lindqvist already follows what you see').first()).toBeVisible();
  await expect(frame(jonas)).toHaveCount(0);
  await mia.getByRole('button', { name: 'Zoom in' }).click();
  await expect(frame(mia)).toHaveCount(0);
  await expect(live(mia)).toContainText('No longer following Jonas Weber');
  await end();
});

test('following by keyboard: the command palette begins it, Escape ends it, and so does their leaving @deep', async ({
  browser,
  baseURL,
}) => {
  const { mia, jonas, end } = await together(browser, baseURL, 'follow-keys');
  const begin = async () => {
    await command(mia, 'Follow Jonas');
    await mia.getByRole('option', { name: /Follow Jonas Weber/ }).click();
    await expect(frame(mia)).toBeVisible();
  };
  await begin();
  await mia.keyboard.press('Escape');
  await expect(frame(mia)).toHaveCount(0);
  await begin();
  await jonas.close();
  await expect(frame(mia)).toHaveCount(0);
  await end();
});

test('what one saves the other has, with a notice; undo takes back only one’s own', async ({
  browser,
  baseURL,
}) => {
  const { mia, jonas, processId, end } = await together(browser, baseURL, 'taken-over');
  await rename(mia, 'Sort', 'Sort mine');
  await expect(nodeNamed(jonas, 'Sort mine')).toBeVisible();
  await rename(jonas, 'Check', 'Check theirs');
  await expect(mia.getByText('Jonas Weber saved: 1 change')).toBeVisible();
  await expect(nodeNamed(mia, 'Check theirs')).toBeVisible();
  await mia.getByRole('button', { name: 'Show', exact: true }).click();
  const shown = mia.getByRole('dialog', { name: 'What Jonas Weber changed' });
  await expect(shown.locator('[data-id=Check]')).toHaveAttribute('data-diff', 'changed');
  await mia.keyboard.press('Escape');
  await mia.getByRole('button', { name: /^Undo: / }).click();
  await expect(node(mia, 'Sort')).not.toContainText('mine');
  await expect(nodeNamed(mia, 'Check theirs')).toBeVisible();
  await expect.poll(() => exportedDraft(mia, processId)).toMatch(/name="Sort"[\s\S]*Check theirs/);
  await expect(node(jonas, 'Sort')).not.toContainText('mine');
  await end();
});

test('both edit: the conflict says what both changed, and merging keeps both', async ({
  browser,
  baseURL,
}) => {
  const { mia, jonas, processId, end } = await together(browser, baseURL, 'both');
  // Mia's change is still on its way while Jonas saves his.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await mia.route('**/api/v1/processes/*/draft', async (route) => {
    if (route.request().method() === 'PUT') await held;
    await route.continue();
  });
  await rename(mia, 'Sort', 'Sort mine');
  await expect(saveStatus(mia)).toHaveAttribute('data-save-status', 'saving');
  await rename(jonas, 'Check', 'Check theirs');
  await expect(saveStatus(jonas)).toHaveAttribute('data-save-status', 'saved');
  letGo();
  const conflict = mia.getByRole('dialog', { name: 'Somebody else changed this draft' });
  await expect(conflict.getByRole('region', { name: 'They changed' })).toContainText(
    'Name: Check → Check theirs',
  );
  await expect(conflict.getByRole('region', { name: 'You changed' })).toContainText('Name: Sort → Sort mine');
  await conflict.getByRole('button', { name: 'Merge…' }).click();
  const merge = mia.getByRole('dialog', { name: 'Merge with their changes' });
  await expect(merge).toContainText('Your changes and theirs fit together.');
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(merge).toBeHidden();
  await expect.poll(() => exportedDraft(mia, processId)).toMatch(/Sort mine[\s\S]*Check theirs/);
  await expect(nodeNamed(jonas, 'Sort mine')).toBeVisible();
  await expect(nodeNamed(jonas, 'Check theirs')).toBeVisible();
  await end();
});

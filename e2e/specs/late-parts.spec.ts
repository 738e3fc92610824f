import { expect, type Page, test } from '@playwright/test';
import { openTask, runSample, signInAs } from '../fixtures/demo';
import { createProcess, newKey, node, openDesigner, saveStatus, smallProcess } from '../fixtures/designer';

// What another test fetched would be there although the server is away.
test.use({ reuseContext: false });

const SCRIPTS = '**/_next/static/**/*.js';

/** The page is never idle from here on, unless it is told to be: what waits for that stays away. */
async function neverIdle(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const held: IdleRequestCallback[] = [];
    const real = window.requestIdleCallback;
    window.requestIdleCallback = (work) => held.push(work);
    window.cancelIdleCallback = (handle) => void delete held[handle - 1];
    window.addEventListener('test:idle', () => {
      window.requestIdleCallback = real;
      for (const work of held.splice(0)) if (work) real(work);
    });
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event('test:idle')));
}

const unreachable = (page: Page) => page.route(SCRIPTS, (route) => route.abort('internetdisconnected'));
const reachable = (page: Page) => page.unroute(SCRIPTS);

/** Nothing more was fetched for a second. */
async function expectAllFetched(page: Page): Promise<void> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const now = await page.evaluate(() => performance.getEntriesByType('resource').length);
        const still = now === before;
        before = now;
        return still;
      },
      { intervals: [1_000], timeout: 30_000 },
    )
    .toBe(true);
}

test('a window whose program can’t be fetched says so, and comes when it is tried again', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const processId = await createProcess(page, smallProcess(newKey('late')));
  await neverIdle(page);
  await openDesigner(page, processId);
  await unreachable(page);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const failure = page.getByRole('alert').filter({ hasText: 'This window can’t be loaded' });
  await expect(failure).toContainText('This window can’t be loaded. Is the server reachable?');
  // Drawing goes on meanwhile, and its changes are kept.
  await node(page, 'Check').dblclick();
  await page.getByLabel('Label', { exact: true }).fill('Check anyway');
  await page.keyboard.press('Enter');
  await expect(saveStatus(page)).toHaveAttribute('data-save-status', 'saved');
  await reachable(page);
  await failure.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(failure).toHaveCount(0);
});

test('properties keep their place while they are fetched, and come by themselves when the server is back @deep', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const processId = await createProcess(page, smallProcess(newKey('late')));
  await neverIdle(page);
  await openDesigner(page, processId);
  const panel = page.getByRole('complementary', { name: 'Properties' });
  const before = await panel.boundingBox();
  await unreachable(page);
  await node(page, 'Sort').click();
  await expect(panel.getByRole('alert')).toContainText('The properties can’t be loaded');
  await reachable(page);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(panel.getByLabel('Name', { exact: true })).toHaveValue('Sort');
  expect(await panel.boundingBox()).toEqual(before);
});

test('what editing needs is there before the server goes away @deep', async ({ page, context }) => {
  await signInAs(page, 'mia');
  const processId = await createProcess(page, smallProcess(newKey('late')));
  await openDesigner(page, processId);
  await expect(page.getByTestId('inspector')).toBeVisible();
  await expectAllFetched(page);
  await context.setOffline(true);
  await node(page, 'Check').click();
  await page.getByTestId('inspector').getByLabel('Name', { exact: true }).fill('Check offline');
  await page.keyboard.press('Tab');
  await expect(saveStatus(page)).toHaveAttribute('data-save-status', 'offline', { timeout: 20_000 });
  await page.getByRole('button', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: /Versions/ }).click();
  await expect(page.getByRole('dialog', { name: 'Versions' })).toBeVisible();
  await page.keyboard.press('Escape');
  await context.setOffline(false);
  await expect(saveStatus(page)).toHaveAttribute('data-save-status', 'saved', { timeout: 20_000 });
});

test('a task is drawn whole before its parts answer, and nothing moves when they do @deep', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const taskId = await openTask(page, await runSample(page, 'invoice-approval'));
  const idle = await neverIdle(page);
  await page.goto(`/inbox/${taskId}`);
  const context = page.getByRole('complementary', { name: 'Context' });
  const parts = [
    page.getByText('You fill in', { exact: true }),
    page.getByLabel('Cost centre'),
    page.getByText(/Why AI suggests/),
    context.getByText('History', { exact: true }),
    context.getByText('Who may decide', { exact: true }),
  ];
  for (const part of parts) await expect(part).toBeVisible();
  await expect(page.getByRole('img', { name: /The steps around/ })).toHaveCount(0);
  const places = () => Promise.all(parts.map((part) => part.boundingBox()));
  const before = await places();
  await idle();
  await expect(page.getByRole('img', { name: /The steps around/ })).toBeVisible();
  expect(await places()).toEqual(before);
  await page.getByRole('group', { name: 'Your answer' }).getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: /Countersign and approve/ }).click();
  await expect(page.getByRole('link', { name: 'View instance' })).toBeVisible();
});

test('menus, tooltips and windows open by pointer and by keys before the page was ever idle @deep', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const idle = await neverIdle(page);
  await page.goto('/audit');
  const account = page.getByRole('button', { name: /account/ });
  await account.click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(account).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'As the system' })).toBeFocused();
  await page.keyboard.press('Escape');

  const help = page.getByRole('button', { name: 'What does this cover?' });
  await help.click();
  await expect(page.getByRole('dialog', { name: 'What the check covers' })).toBeVisible();
  await help.click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await idle();
  const words = page.getByRole('tooltip');
  // Tooltips may still be on their way when the pointer comes first: it moves on, and comes back.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await page.getByRole('button', { name: 'Look for newer events' }).hover();
    await expect(words).toHaveText('Look for newer events', { timeout: 2_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(words).toHaveCount(0);
  await help.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(words).toHaveText('What does this cover?');
  await expect(help).toHaveAttribute('aria-describedby', (await words.getAttribute('id')) ?? '');
});

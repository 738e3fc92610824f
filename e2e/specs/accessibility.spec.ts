import { expect } from '@playwright/test';
import { axeFindings, sideways } from '../fixtures/axe';
import { openTask, runSample, signInAs } from '../fixtures/demo';
import { test } from '../fixtures/warm';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

let pages: Record<string, string>;

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signInAs(page, 'mia');
  const instanceId = await runSample(page, 'invoice-approval');
  const taskId = await openTask(page, instanceId);
  pages = {
    home: '/',
    processes: '/processes',
    requests: '/processes/requests',
    instances: '/instances',
    instance: `/instances/${instanceId}`,
    inbox: '/inbox',
    task: `/inbox/${taskId}`,
    audit: '/audit',
    settings: '/settings',
    'sign-in': '/sign-in',
  };
  await page.close();
});

for (const name of [
  'home',
  'processes',
  'requests',
  'instances',
  'instance',
  'inbox',
  'task',
  'audit',
  'settings',
  'sign-in',
])
  test(`27. axe finds nothing on ${name}, light and dark, 1440 and 390 px, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.setViewportSize(SIZES[0]!);
    await page.goto(pages[name]!);
    await page.waitForLoadState('load');
    for (const viewport of SIZES) {
      await page.setViewportSize(viewport);
      await expect(page.locator('h1:visible').first()).toBeVisible();
      await expect.poll(() => sideways(page), { message: `${viewport.width} px` }).toBeLessThanOrEqual(0);
      expect(await axeFindings(page), `${viewport.width} px`).toEqual([]);
    }
  });

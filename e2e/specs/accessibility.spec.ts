import { expect } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
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

for (const theme of ['light', 'dark'] as const) {
  for (const viewport of SIZES) {
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
    ]) {
      test(`27. axe finds nothing on ${name}, ${theme}, ${viewport.width} px, and nothing scrolls sideways`, async ({
        page,
        context,
        baseURL,
      }) => {
        await context.addCookies([{ name: 'theme', value: theme, url: baseURL! }]);
        await page.setViewportSize(viewport);
        await page.goto(pages[name]!);
        await page.waitForLoadState('load');
        await expect(page.locator('h1:visible').first()).toBeVisible();
        expect(await axeFindings(page)).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide).toBeLessThanOrEqual(0);
      });
    }
  }
}

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openTask, runSample, signInAs } from '../fixtures/demo';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
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
      'instances',
      'instance',
      'inbox',
      'task',
      'audit',
      'settings',
      'sign-in',
    ]) {
      test(`27. axe finds nothing on ${name}, ${theme}, ${viewport.width} px, and nothing scrolls sideways`, async ({
        browser,
        baseURL,
      }) => {
        const context = await browser.newContext({ viewport });
        await context.addCookies([{ name: 'theme', value: theme, url: baseURL! }]);
        const page = await context.newPage();
        await signInAs(page, 'mia');
        await page.goto(pages[name]!);
        await page.waitForLoadState('load');
        await expect(page.locator('h1:visible').first()).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
          ),
        ).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide).toBeLessThanOrEqual(0);
        await context.close();
      });
    }
  }
}

import { expect, type Page, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';

const PAGES = [
  '/',
  '/processes',
  '/settings/people',
  '/settings/providers',
  '/settings/operations',
  '/settings/about',
  '/api/docs',
];

const styleOf = (page: Page) =>
  page.evaluate(() => {
    const { fontFamily, backgroundColor, color } = getComputedStyle(document.body);
    return { fontFamily, backgroundColor, color };
  });

test('pages are set in Geist, on paper by day and dark by night', async ({ page, baseURL }) => {
  await signInAs(page, 'mia');
  for (const [theme, ground, ink] of [
    ['light', 'rgb(245, 246, 242)', 'rgb(27, 36, 33)'],
    ['dark', 'rgb(16, 22, 20)', 'rgb(233, 237, 232)'],
  ] as const) {
    await page.context().addCookies([{ name: 'theme', value: theme, url: baseURL! }]);
    await page.goto('/');
    const style = await styleOf(page);
    expect(style.fontFamily).toMatch(/^"?Geist/i);
    expect(style).toMatchObject({ backgroundColor: ground, color: ink });
    expect(await page.evaluate(() => document.fonts.check('13px Geist') || document.fonts.size > 0)).toBe(
      true,
    );
  }
});

test('nothing scrolls sideways at 390 px, and every page has one heading of the first level', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'priya');
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
    const wide = await page.evaluate(() =>
      [document.documentElement, document.querySelector('main')].some(
        (element) => element !== null && element.scrollWidth > element.clientWidth,
      ),
    );
    expect(wide, path).toBe(false);
  }
});

test('thumbnails are drawn with every element of the sample', async ({ page }) => {
  await page.goto('/');
  const drawing = page.getByRole('img', { name: 'Diagram of Invoice approval' });
  await expect(drawing).toBeVisible();
  expect(await drawing.locator('[data-id]').count()).toBeGreaterThan(8);
});

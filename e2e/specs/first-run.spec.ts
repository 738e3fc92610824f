import { expect, type Locator, type Page, test } from '@playwright/test';

/** Follows one person from the first page on, counting what they had to do. */
function visitor(page: Page) {
  const begun = Date.now();
  let clicks = 0;
  return {
    async click(target: Locator) {
      clicks += 1;
      await target.click();
    },
    spent: () => ({ clicks, seconds: (Date.now() - begun) / 1000 }),
    page,
  };
}

test('1. a stranger opens the page, runs a sample, approves, sees it completed and its audit trail', async ({
  page,
}) => {
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  const me = visitor(page);
  await page.goto('/');
  await me.click(page.getByRole('button', { name: 'Run sample: Invoice approval' }));
  await expect(page).toHaveURL(/\/instances\//);
  const instanceId = page.url().split('/instances/')[1]!.split(/[?#]/)[0]!;

  await me.click(page.getByRole('link', { name: 'Open task', exact: true }).first());
  await me.click(page.getByRole('group', { name: 'Your answer' }).getByRole('button', { name: /^Approve/ }));
  await me.click(page.getByRole('button', { name: /^Countersign and approve/ }));
  await me.click(page.locator(`a[href="/instances/${instanceId}"]`, { hasText: 'View instance' }));
  await expect(page.getByTestId('instance-state')).toHaveAttribute('data-state', 'completed');
  await me.click(page.getByRole('link', { name: 'See the audit trail' }));
  await expect(page).toHaveURL(new RegExp(`/audit\\?.*${instanceId}`));
  await expect(page.getByText('The process is completed').first()).toBeVisible();

  const { clicks, seconds } = me.spent();
  process.stdout.write(`First run: ${clicks} clicks, ${seconds.toFixed(1)} s\n`);
  test
    .info()
    .annotations.push({ type: 'first run', description: `${clicks} clicks, ${seconds.toFixed(1)} s` });
  expect(clicks).toBeLessThanOrEqual(6);
  expect(seconds).toBeLessThan(60);
  expect(dialogs).toBe(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

import { expect, test } from '@playwright/test';
import { measured } from '../fixtures/measured';

test('1. a stranger opens the page, runs a sample, approves, sees it completed and its audit trail', async ({
  page,
}) => {
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  const me = measured('First run');
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

  me.done(6);
  expect(dialogs).toBe(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

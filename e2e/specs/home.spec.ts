import { expect, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';

test('a stranger in demo mode sees what to do and three samples, and nothing they would be refused', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Draw it, run it, countersign it');
  await expect(page.getByRole('button', { name: /^Run sample/ })).toHaveCount(3);
  await expect(page.getByRole('heading', { name: 'My work' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Import BPMN' })).toHaveCount(0);
});

test('a stranger who wants to draw becomes the first demo person and is asked for a name', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Draw a process' }).click();
  await page.getByRole('dialog', { name: 'New process' }).getByLabel('Name').fill('Parking permits');
  await page.getByRole('button', { name: 'Create and draw' }).click();
  await expect(page).toHaveURL(/\/processes\/\w+$/);
  await expect(page.getByTestId('designer')).toBeVisible();
});

test('a task that waits is listed under my work and leads to the inbox', async ({ page }) => {
  await signInAs(page, 'mia');
  await page.goto('/');
  await page.getByRole('button', { name: 'Run sample: Employee onboarding' }).click();
  await expect(page.getByRole('link', { name: 'Open task', exact: true }).first()).toBeVisible({
    timeout: 20_000,
  });
  await page.goto('/');
  const work = page.getByRole('region', { name: 'My work' });
  await work
    .getByRole('link', { name: /Sofia Ortega|Nordwind/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/inbox\//);
});

test('somebody who may not run samples reads why, and is offered no button @deep', async ({ page }) => {
  await signInAs(page, 'lena');
  await page.goto('/');
  await expect(page.getByText('Running one needs the operator role.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Run sample/ })).toHaveCount(0);
});

test('what was refused is said in words', async ({ page }) => {
  await page.goto('/?error=The%20sample%20does%20not%20exist.');
  await expect(page.getByRole('alert').filter({ hasText: 'The sample does not exist.' })).toBeVisible();
});

test('an address that leads nowhere says so and has a way out', async ({ page }) => {
  await signInAs(page, 'mia');
  const answer = await page.goto('/processes/nothing-of-the-kind');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await page.getByRole('link', { name: 'Go home' }).click();
  await expect(page).toHaveURL('/');
});

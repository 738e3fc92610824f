import { expect, type Locator, type Page, test } from '@playwright/test';
import { axeFindings, sideways } from '../fixtures/axe';
import { openTask, signInAs } from '../fixtures/demo';
import { measured } from '../fixtures/measured';

const cards = (page: Page): Locator => page.getByRole('button', { name: /^Preview: / });
const preview = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title });

// One of the last files: both workers take from it, so that neither waits long for the other.
test.describe.configure({ mode: 'parallel' });

test('the gallery is filtered by text, category, AI and approval, and says when nothing is found', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  await page.goto('/templates');
  await expect(cards(page)).toHaveCount(10);
  await page.getByLabel('Search templates').fill('money-laundering');
  await expect(cards(page)).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'Know your customer' })).toBeVisible();
  await page.getByLabel('Search templates').fill('');
  await page.getByLabel('Category').selectOption('Finance');
  await expect(cards(page)).toHaveCount(3);
  await page.getByLabel('Uses AI').check();
  await page.getByLabel('Needs approval').check();
  await expect(page.getByText('3 of 10 templates')).toBeVisible();
  await page.getByLabel('Search templates').fill('rocket');
  await expect(page.getByText('No template is like that')).toBeVisible();
  await page.getByRole('button', { name: 'Show all 10' }).click();
  await expect(cards(page)).toHaveCount(10);
});

test('a preview shows the drawing, which can be zoomed and moved, and leads on @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  await page.goto('/templates');
  await page.getByRole('button', { name: 'Preview: Order fraud check' }).click();
  const dialog = preview(page, 'Order fraud check');
  await expect(dialog.getByText('Score an online order before it ships.')).toBeVisible();
  await expect(dialog.getByTestId('rf__node-Score_order')).toBeVisible();
  const place = () => dialog.locator('.react-flow__viewport').getAttribute('style');
  const before = await place();
  const box = (await dialog.getByTestId('diagram').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + 50, { steps: 4 });
  await page.mouse.up();
  await expect.poll(place).not.toBe(before);
  await dialog.getByRole('button', { name: /^Use this template/ }).click();
  await expect(page.getByRole('dialog', { name: 'Name your process' }).getByLabel('Name')).toHaveValue(
    'Order fraud check',
  );
});

test('a drawing that can’t be fetched says so and is fetched again @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  await page.goto('/templates');
  await page.route('**/drawing', (route) => route.abort(), { times: 1 });
  await page.getByRole('button', { name: 'Preview: Loan origination' }).click();
  const dialog = preview(page, 'Loan origination');
  await expect(dialog.getByText('The drawing could not be fetched.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByTestId('rf__node-Apply_policy')).toBeVisible();
});

test('somebody who may not edit may look, and reads which role using one needs @deep', async ({ page }) => {
  await signInAs(page, 'lena');
  await page.goto('/templates');
  await expect(page.getByRole('button', { name: /^Use this template/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Preview: Loan origination' }).click();
  await expect(page.getByText('Using one needs the designer role.')).toBeVisible();
});

test('a stranger of the demo who uses one becomes the first person and is asked for the name @deep', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Use this template: Customer onboarding' }).click();
  await expect(page.getByRole('dialog', { name: 'Name your process' })).toBeVisible();
});

test('first AI and approval flow from a template, published and run: in at most 8 clicks', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const me = measured('Template to running approval');
  await page.goto('/');
  await me.click(page.getByRole('button', { name: 'Use this template: Document classification' }));
  await page.getByRole('dialog').getByLabel('Name').fill('Incoming mail');
  await me.click(page.getByRole('button', { name: 'Create and open' }));
  await expect(page.getByTestId('rf__node-Classify_document')).toBeVisible();
  await me.click(page.getByRole('button', { name: 'Publish…' }));
  const publishing = page.getByRole('dialog', { name: 'Publish version 1' });
  await publishing.getByLabel('What changes, and why').fill('First version');
  await me.click(publishing.getByRole('button', { name: 'Publish version 1' }));
  await expect(publishing).toHaveCount(0);
  await me.click(page.getByRole('button', { name: 'Run', exact: true }));
  const running = page.getByRole('dialog', { name: 'Run v1 (latest)' });
  await me.click(running.getByRole('button', { name: 'Fill in sample data' }));
  await me.click(running.getByRole('button', { name: 'Run', exact: true }));
  await page.waitForURL(/\/instances\//);
  await openTask(page, page.url().split('/instances/')[1]!.split(/[?#]/)[0]!);
  me.done(8);
});

for (const width of [1440, 390])
  test(`axe finds nothing in gallery, preview and name, light and dark, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await signInAs(page, 'mia');
    await page.goto('/templates');
    await expect(cards(page)).toHaveCount(10);
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Preview: Know your customer' }).click();
    const dialog = preview(page, 'Know your customer');
    await expect(dialog.getByTestId('rf__node-Rate_risk')).toBeAttached();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Use this template/ }).click();
    const naming = page.getByRole('dialog', { name: 'Name your process' });
    await expect(naming.getByLabel('Name')).toBeFocused();
    expect(await axeFindings(page)).toEqual([]);
  });

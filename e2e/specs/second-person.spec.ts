import { expect, type Page, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { origin, signInAs } from '../fixtures/demo';
import {
  canvas,
  createProcess,
  newKey,
  node,
  once,
  openDesigner,
  saveStatus,
  smallProcess,
} from '../fixtures/designer';
import { publishDraft, saveDraft } from '../fixtures/versions';

/** A process with version 1 for which the administrator asks for a second person, in the browser. */
async function guarded(page: Page): Promise<{ processId: string; key: string }> {
  await signInAs(page, 'mia');
  const key = newKey('two-people');
  const processId = await createProcess(page, smallProcess(key));
  expect(await publishDraft(page, processId, 'As it was agreed')).toBe(201);
  await signInAs(page, 'priya');
  await page.goto(`/processes/${processId}`);
  await page.getByRole('button', { name: 'Publishing…' }).click();
  const dialog = page.getByRole('dialog', { name: 'How this process is published' });
  await dialog.getByRole('switch', { name: 'Publishing needs a second person' }).click();
  await dialog.getByRole('textbox', { name: 'Why' }).fill('It moves money');
  await dialog.getByRole('button', { name: 'Change' }).click();
  await expect(dialog).toBeHidden();
  return { processId, key };
}

/** Mia renames a step and asks, in the designer. */
async function ask(page: Page, processId: string): Promise<void> {
  await signInAs(page, 'mia');
  await openDesigner(page, processId);
  await node(page, 'Check').dblclick();
  await expect(page.getByLabel('Label', { exact: true })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Check twice');
  await page.keyboard.press('Enter');
  await expect(saveStatus(page)).toHaveAttribute('data-save-status', 'saved');
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish version 2' });
  await expect(dialog).toContainText('Check twice Name: Check → Check twice');
  await expect(dialog).toContainText('This process needs a second person');
  await expect(dialog).toContainText('Nothing runs now. New instances start on v2.');
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(dialog).toContainText('At least 10 characters');
  await dialog.getByRole('textbox', { name: 'What changes, and why' }).fill('Two people look at it');
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(dialog).toBeHidden();
}

test('publishing with a second person: asked, reviewed on the diagram, approved as it was frozen', async ({
  page,
}) => {
  const { processId, key } = await guarded(page);
  await ask(page, processId);
  await saveDraft(page, processId, smallProcess(key).replace('name="Check"', 'name="Sneaked in"'));

  // Who asked sees no way to approve, and the server knows none.
  await page.goto('/processes');
  await expect(page.getByRole('list', { name: 'Waits for your approval' })).toHaveCount(0);
  const { items } = (await (
    await page.request.get(`/api/v1/processes/${processId}/publish-requests`)
  ).json()) as { items: { requestId: string }[] };
  const request = `/api/v1/processes/${processId}/publish-requests/${items[0]!.requestId}`;
  const own = await page.request.post(`${request}/approve`, { headers: once(), data: {} });
  expect([own.status(), ((await own.json()) as { code: string }).code]).toEqual([403, 'own-request']);

  await signInAs(page, 'jonas');
  await page.goto('/processes');
  await page.getByRole('link', { name: /^Requests \d+ to decide$/ }).click();
  const waiting = page
    .getByRole('list', { name: 'Waits for you' })
    .getByRole('listitem')
    .filter({ hasText: key });
  await expect(waiting).toContainText('Two people look at it');
  await expect(waiting).toContainText('Mia Lindqvist asked');
  await expect(waiting).toContainText('0 added, 0 removed, 1 changed');
  await expect(page.getByRole('link', { name: /^Processes.*requests to decide$/ })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await waiting.getByRole('link', { name: `Publish ${key}` }).click();
  await expect(page.locator('svg g[data-id="Check"]')).toHaveAttribute('data-diff', 'changed');
  await expect(page.locator('main')).toContainText('Check twice');
  await expect(page.locator('main')).not.toContainText('Sneaked in');
  await page.getByRole('button', { name: 'Approve and publish…' }).click();
  await page.getByRole('alertdialog').getByRole('textbox', { name: 'Comment' }).fill('Looked at it');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Approve and publish' }).click();

  await expect(page).toHaveURL(/\/versions\/2$/);
  await expect(page.locator('header', { hasText: 'Countersigned by' })).toContainText('Jonas Weber');
  const version = page.getByRole('navigation', { name: 'Versions' }).getByRole('link', { name: /^v2/ });
  await expect(version).toContainText('Mia Lindqvist');
  await expect(version).toContainText('Approved by Jonas Weber');
  await expect(page.getByTestId('diagram')).toContainText(/Check\s*twice/);
  await signInAs(page, 'mia');
  await openDesigner(page, processId);
  await expect(canvas(page)).toContainText(/Sneaked\s*in/);
});

test('a request is rejected with a comment, or withdrawn by who asked @deep', async ({ page }) => {
  const { processId, key } = await guarded(page);
  await ask(page, processId);
  await signInAs(page, 'jonas');
  await page.goto('/processes');
  const link = page
    .getByRole('list', { name: 'Waits for your approval' })
    .getByRole('link', { name: `Publish ${key}` });
  await link.click();
  await page.getByRole('button', { name: 'Reject…' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Reject' }).click();
  await expect(question).toContainText('Say why');
  await question.getByRole('textbox', { name: 'Why not' }).fill('Ask compliance first');
  await question.getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByText('Jonas Weber has rejected this')).toBeVisible();
  await expect(page.getByText('Ask compliance first')).toBeVisible();

  await signInAs(page, 'mia');
  expect(await publishDraft(page, processId, 'Once more, please')).toBe(202);
  await page.goto(`/processes/${processId}/versions/1`);
  await page
    .getByRole('navigation', { name: 'Versions' })
    .getByRole('link', { name: /Waits for approval/ })
    .click();
  await page.getByRole('button', { name: 'Withdraw…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('Mia Lindqvist has withdrawn this')).toBeVisible();
});

test('the policy is switched off by two people @deep', async ({ page }) => {
  const { processId } = await guarded(page);
  await page.goto(`/processes/${processId}`);
  await page.getByRole('button', { name: 'Publishing…' }).click();
  const dialog = page.getByRole('dialog', { name: 'How this process is published' });
  await dialog.getByRole('switch').click();
  await expect(dialog).toContainText('Switching this off needs a second person, too');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Only a test process');
  await dialog.getByRole('button', { name: 'Ask to switch off' }).click();
  await expect(dialog).toBeHidden();
  const policy = async () =>
    ((await (await page.request.get(`/api/v1/processes/${processId}`)).json()) as { secondPerson: boolean })
      .secondPerson;
  expect(await policy()).toBe(true);

  await signInAs(page, 'jonas');
  await page.goto(`/processes/${processId}/versions/1`);
  await page
    .getByRole('navigation', { name: 'Versions' })
    .getByRole('link', { name: /No second person any more/ })
    .click();
  await page.getByRole('button', { name: 'Agree…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Agree' }).click();
  await expect.poll(policy).toBe(false);
});

test('the API answers 202 with the request where a second person decides @deep', async ({ page }) => {
  const { processId, key } = await guarded(page);
  await signInAs(page, 'mia');
  await saveDraft(page, processId, smallProcess(key, 'amount > 5'));
  const answer = await page.request.post(`/api/v1/processes/${processId}/publish`, {
    headers: { ...once(), origin: origin() },
    data: { note: 'Through the API' },
  });
  expect(answer.status()).toBe(202);
  expect(await answer.json()).toMatchObject({ version: null, requestId: expect.any(String) });
});

import { existsSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect, type Page, request, test } from '@playwright/test';
import { openTask, origin, signInAs } from '../fixtures/demo';

const corpora = process.env.CORPORA_DIR ?? path.resolve(import.meta.dirname, '../../../shared/corpora');
const file = path.join(
  corpora,
  'core/02-realistic/customer-onboarding-camunda-8-springboot__customer-onboarding.bpmn',
);

interface Job {
  workId: string;
  lease: string;
  instanceId: string;
  variables: Record<string, unknown>;
}

/** An external worker: a token of its own, no cookie, no browser. */
async function worker(page: Page): Promise<APIRequestContext> {
  const made = await page.request.post('/api/v1/tokens', {
    headers: { origin: origin() },
    data: { name: 'CRM worker', roles: ['operator'], days: 1 },
  });
  expect(made.status()).toBe(201);
  const { token } = (await made.json()) as { token: string };
  return request.newContext({
    baseURL: origin(),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
}

/** Does the next work of a type for this instance. */
async function doWork(
  api: APIRequestContext,
  type: string,
  instanceId: string,
  variables: object,
): Promise<void> {
  let job: Job | undefined;
  await expect
    .poll(async () => {
      const answer = await api.post('/api/v1/work/activate', { data: { type, max: 1, worker: 'crm' } });
      const { items } = (await answer.json()) as { items: Job[] };
      job = items.find((one) => one.instanceId === instanceId);
      return job !== undefined;
    })
    .toBe(true);
  const done = await api.post(`/api/v1/work/${job!.workId}/complete`, {
    data: { lease: job!.lease, variables },
  });
  expect(done.status()).toBe(200);
}

async function importAndPublish(page: Page): Promise<string> {
  await page.goto('/processes');
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import BPMN' }).click();
  await (await chosen).setFiles(file);
  // A second run of these tests meets its own process again.
  const copy = page.getByRole('button', { name: /separate copy/i });
  await copy.or(page.locator('.react-flow__node').first()).first().waitFor();
  if (await copy.isVisible()) await copy.click();
  await page.waitForURL(/\/processes\/[\w-]+$/);
  await expect(page.locator('.react-flow__node').filter({ hasText: 'Score customer' })).toBeVisible();
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What changes, and why').fill('As it came from another tool');
  await dialog.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(dialog).toBeHidden();
  return page.url().split('/processes/')[1]!;
}

async function start(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('Variables')
    .fill(JSON.stringify({ customerName: 'bernd', customerEmail: 'noreply@camunda.com' }));
  await dialog.getByRole('button', { name: 'Run' }).click();
  await page.waitForURL(/\/instances\//);
  return page.url().split('/instances/')[1]!.split(/[?#]/)[0]!;
}

async function decide(page: Page, taskId: string, automatic: boolean): Promise<void> {
  await page.goto(`/t/${taskId}`);
  await expect(page.getByText('87')).toBeVisible();
  const box = page.getByRole('checkbox');
  if (automatic) await box.check();
  await page.getByRole('button', { name: /complete/i }).click();
  // A message where another task is shown next, the page itself where there is none.
  await expect(page.getByText(/^Completed: /).first()).toBeVisible();
}

test.skip(!existsSync(file), `CORPORA_DIR has no ${path.basename(file)}`);
test.setTimeout(180_000);

test('a model nobody here drew: imported, published, run by an external worker and a person, to both ends', async ({
  page,
}) => {
  await page.goto('/');
  await signInAs(page, 'mia');
  const processId = await importAndPublish(page);
  const api = await worker(page);
  for (const [end, automatic] of [
    ['EndEventProcessed', true],
    ['EndEventRejected', false],
  ] as const) {
    await page.goto(`/processes/${processId}`);
    const instanceId = await start(page);
    await doWork(api, 'scoreCustomer', instanceId, { score: 87, someInput: 'details' });
    await decide(page, await openTask(page, instanceId), automatic);
    if (automatic) await doWork(api, 'addCustomerToCrm', instanceId, {});
    await expect
      .poll(async () => {
        const answer = await api.get(`/api/v1/instances/${instanceId}`);
        const { status, activities } = (await answer.json()) as {
          status: string;
          activities: { elementId: string; state: string }[];
        };
        return [status, activities.find((one) => one.elementId === end)?.state];
      })
      .toEqual(['completed', 'completed']);
  }
  await api.dispose();
});

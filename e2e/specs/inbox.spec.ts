import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test';

const base = () => process.env.COUNTERSIGN_E2E_URL as string;
const PHONE = { width: 390, height: 844 };

type Person = 'mia' | 'jonas' | 'lena';

/** A window of its own, signed in as one of the demo people. */
async function windowOf(browser: Browser, person: Person, viewport = { width: 1440, height: 900 }) {
  const context = await browser.newContext({ baseURL: base(), viewport });
  const signedIn = await context.request.post('/api/demo/sign-in', {
    form: { personId: `demo-${person}`, returnTo: '/inbox' },
    headers: { origin: base() },
    maxRedirects: 0,
  });
  expect(signedIn.status()).toBe(303);
  return { page: await context.newPage(), request: context.request, close: () => context.close() };
}

async function runSample(request: APIRequestContext, sampleId: string): Promise<string> {
  const started = await request.post('/api/demo/run-sample', {
    form: { sampleId },
    headers: { origin: base() },
    maxRedirects: 0,
  });
  const instanceId = /\/instances\/([\w-]+)/.exec(started.headers().location ?? '')?.[1];
  expect(instanceId).toBeTruthy();
  return instanceId as string;
}

/** The open task of an instance, once the engine has come to it. */
async function openTask(request: APIRequestContext, instanceId: string, name?: string): Promise<string> {
  let taskId = '';
  await expect
    .poll(
      async () => {
        const answer = await request.get(`/api/v1/tasks?instanceId=${instanceId}`);
        const { items } = (await answer.json()) as { items: { taskId: string; name: string }[] };
        taskId = items.find((one) => !name || one.name === name)?.taskId ?? '';
        return taskId;
      },
      { timeout: 20_000 },
    )
    .not.toBe('');
  return taskId;
}

const statusOf = (request: APIRequestContext, instanceId: string) => async () =>
  ((await (await request.get(`/api/v1/instances/${instanceId}`)).json()) as { status: string }).status;

const decision = (page: Page) => page.getByRole('region', { name: 'Decision' });

test('two people claim the same task: one wins, the other sees the name and keeps what was typed', async ({
  browser,
}) => {
  const mia = await windowOf(browser, 'mia');
  const jonas = await windowOf(browser, 'jonas');
  const taskId = await openTask(mia.request, await runSample(mia.request, 'employee-onboarding'));
  await mia.page.goto(`/t/${taskId}`);
  await jonas.page.goto(`/t/${taskId}`);
  await jonas.page.getByLabel('Remarks').fill('Badge is ordered');
  await mia.page.getByRole('button', { name: 'Claim' }).click();
  await expect(mia.page.getByRole('button', { name: 'Release' })).toBeVisible();

  await jonas.page.getByRole('button', { name: 'Claim' }).click();
  await expect(decision(jonas.page)).toContainText('Mia Lindqvist has claimed this task.');
  await expect(jonas.page.getByLabel('Remarks')).toHaveValue('Badge is ordered');
  await expect(jonas.page.locator(`[data-task="${taskId}"]`)).toHaveCount(0);
  await expect(jonas.page.getByRole('button', { name: 'Release' })).toHaveCount(0);

  await mia.page.getByRole('button', { name: 'Release' }).click();
  await expect(mia.page.getByRole('button', { name: 'Claim' })).toBeVisible();
  await jonas.page.reload();
  await jonas.page.getByRole('button', { name: 'Claim' }).click();
  await expect(jonas.page.getByRole('button', { name: 'Release' })).toBeVisible();
  await Promise.all([mia.close(), jonas.close()]);
});

test('the requester of a four-eyes task may not decide it; the person switched to may', async ({
  browser,
}) => {
  const mia = await windowOf(browser, 'mia');
  const { page, request } = mia;
  const instanceId = await runSample(request, 'employee-onboarding');
  await page.goto(`/t/${await openTask(request, instanceId)}`);
  await decision(page).getByRole('button', { name: 'Complete task' }).click();
  const signOff = await openTask(request, instanceId, 'Sign off onboarding');
  await page.goto(`/inbox/${signOff}`);
  await expect(decision(page)).toContainText('Four eyes: whoever started this instance may not decide');
  await expect(decision(page).getByRole('button', { name: 'Sign off' })).toBeDisabled();

  const { contentDigest } = (await (await request.get(`/api/v1/tasks/${signOff}`)).json()) as {
    contentDigest: string;
  };
  const refused = await request.post(`/api/v1/tasks/${signOff}/complete`, {
    data: { outcome: 'approve', contentDigest },
    headers: { origin: base() },
  });
  expect(refused.status()).toBe(403);
  expect(((await refused.json()) as { code: string }).code).toBe('four-eyes');

  await page.getByRole('complementary', { name: 'Demo' }).getByRole('button', { name: /Jonas/ }).click();
  await expect(decision(page).getByRole('button', { name: 'Sign off' })).toBeEnabled();
  await decision(page).getByRole('button', { name: 'Sign off' }).click();
  await decision(page).getByRole('button', { name: 'Countersign and sign off' }).click();
  await expect.poll(statusOf(request, instanceId)).toBe('completed');
  await mia.close();
});

test('an answer that needs a comment says so and keeps focus; with it the next task is selected', async ({
  browser,
}) => {
  const mia = await windowOf(browser, 'mia');
  const { page, request } = mia;
  const [first, second] = [
    await runSample(request, 'invoice-approval'),
    await runSample(request, 'invoice-approval'),
  ];
  const taskId = await openTask(request, first);
  await openTask(request, second);
  await page.goto('/inbox');
  await page.locator(`[data-task="${taskId}"]`).click();
  await expect(page.getByRole('heading', { name: /Why AI suggests/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /The steps around/ })).toContainText('You are here');

  await decision(page).getByRole('button', { name: 'Reject' }).click();
  await expect(decision(page)).toContainText('Armed. Nothing is sent yet.');
  await decision(page).getByRole('button', { name: 'Countersign and reject' }).click();
  const comment = decision(page).getByLabel(/Why/);
  await expect(comment).toBeFocused();
  await expect(comment).toHaveAttribute('aria-invalid', 'true');
  await comment.fill('The order number is not ours.');
  await comment.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'View instance' })).toHaveAttribute(
    'href',
    `/instances/${first}`,
  );
  await expect(page.locator(`[data-task="${taskId}"]`)).toHaveCount(0);
  await expect(page.locator('[data-task][aria-current="true"]')).toHaveCount(1);

  await page.goto(`/inbox/${taskId}`);
  await expect(decision(page)).toContainText('Decided by Mia Lindqvist');
  await expect(page.getByText('The order number is not ours.')).toBeVisible();
  await mia.close();
});

test('content that changed since it was shown is refused with the difference', async ({ browser }) => {
  const mia = await windowOf(browser, 'mia');
  const { page, request } = mia;
  const instanceId = await runSample(request, 'invoice-approval');
  const taskId = await openTask(request, instanceId);
  await page.goto(`/inbox/${taskId}`);
  await decision(page).getByRole('button', { name: 'Approve' }).click();
  await decision(page).getByLabel('Comment, if you like').fill('Checked by phone');
  const changed = await request.fetch(`/api/v1/instances/${instanceId}/variables`, {
    method: 'POST',
    data: { variables: { orderAmount: 99 }, reason: 'Order corrected' },
    headers: { origin: base() },
  });
  expect(changed.ok(), await changed.text()).toBe(true);
  await decision(page).getByRole('button', { name: 'Countersign and approve' }).click();
  const what = page.getByRole('table', { name: 'What changed' });
  await expect(what.getByRole('row', { name: /Amount ordered/ })).toContainText('99');
  await expect(decision(page).getByRole('button', { name: /Countersign/ })).toHaveCount(0);
  await decision(page).getByRole('button', { name: 'Approve' }).click();
  await expect(decision(page).getByLabel('Comment, if you like')).toHaveValue('Checked by phone');
  await decision(page).getByRole('button', { name: 'Countersign and approve' }).click();
  await expect.poll(statusOf(request, instanceId)).toBe('completed');
  await mia.close();
});

test('J, K, A and Esc work in the list; A sends nothing and letters in the search stay letters', async ({
  browser,
}) => {
  const mia = await windowOf(browser, 'mia');
  const { page, request } = mia;
  for (let n = 0; n < 2; n++) await openTask(request, await runSample(request, 'invoice-approval'));
  await page.goto('/inbox');
  const sent: string[] = [];
  page.on('request', (one) => one.method() === 'POST' && sent.push(one.url()));
  await page.locator('[data-task]').first().click();
  const at = () => page.locator('[data-task][aria-current="true"]').getAttribute('data-task');
  const first = await at();
  await page.keyboard.press('j');
  await expect.poll(at).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(at).toBe(first);
  await expect(decision(page)).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search tasks' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('ar');
  await expect(search).toHaveValue('ar');
  await expect(decision(page).getByRole('button', { pressed: true })).toHaveCount(0);

  await page.locator('[data-task]', { hasText: 'Nordwind' }).first().click();
  await expect(page.getByRole('region', { name: 'Task', exact: true })).toContainText('Nordwind');
  await expect(decision(page).getByRole('button', { name: 'Approve' })).toBeVisible();
  await page.keyboard.press('a');
  await expect(decision(page).getByRole('button', { name: 'Approve', pressed: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(decision(page).getByRole('button', { pressed: true })).toHaveCount(0);
  expect(sent).toEqual([]);
  await mia.close();
});

test('approving on a phone: no sideways scroll, targets for thumbs', async ({ browser }) => {
  const mia = await windowOf(browser, 'mia', PHONE);
  const { page, request } = mia;
  const instanceId = await runSample(request, 'invoice-approval');
  await page.goto(`/t/${await openTask(request, instanceId)}`);
  for (const name of ['Approve', 'Reject']) {
    const box = await decision(page).getByRole('button', { name }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  await decision(page).getByRole('button', { name: 'Approve' }).click();
  await decision(page).getByLabel('Comment, if you like').fill('Checked');
  const sign = decision(page).getByRole('button', { name: 'Countersign and approve' });
  expect((await sign.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await sign.click();
  await expect.poll(statusOf(request, instanceId)).toBe('completed');
  await mia.close();
});

test('an auditor reads tasks and cannot decide; a stranger signs in and comes back @deep', async ({
  browser,
}) => {
  const mia = await windowOf(browser, 'mia');
  const lena = await windowOf(browser, 'lena');
  const taskId = await openTask(mia.request, await runSample(mia.request, 'invoice-approval'));
  await lena.page.goto(`/inbox/${taskId}`);
  await expect(decision(lena.page)).toContainText('You may read this task, not decide it.');
  await expect(decision(lena.page).getByRole('button', { name: 'Approve' })).toBeDisabled();
  await Promise.all([mia.close(), lena.close()]);

  const stranger = await browser.newContext({ baseURL: base() });
  const page = await stranger.newPage();
  await page.goto(`/t/${taskId}`);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole('region', { name: 'Demo people' }).getByRole('button', { name: /Mia/ }).click();
  await expect(page).toHaveURL(new RegExp(`/inbox/${encodeURIComponent(taskId)}|/inbox/${taskId}`));
  await expect(decision(page).getByRole('button', { name: 'Approve' })).toBeVisible();
  await stranger.close();
});

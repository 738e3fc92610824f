import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';

/** A window of one demo person. */
async function signedIn(browser: Browser, personId: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const origin = new URL(test.info().project.use.baseURL ?? '').origin;
  const answer = await page.request.post('/api/demo/sign-in', {
    form: { personId, returnTo: '/healthz' },
    headers: { origin },
  });
  expect(answer.ok()).toBe(true);
  return page;
}

async function send(
  request: APIRequestContext,
  path: string,
  data: object,
): Promise<{ status: number; body: never }> {
  const origin = new URL(test.info().project.use.baseURL ?? '').origin;
  const answer = await request.post(`/api/v1${path}`, {
    data,
    headers: { origin, 'idempotency-key': crypto.randomUUID() },
  });
  return { status: answer.status(), body: (await answer.json()) as never };
}

interface Task {
  taskId: string;
  contentDigest: string;
  verdict: { may: boolean };
  shown: {
    outcomes: { id: string }[];
    values: object;
    form: { fields: { key: string; type: string; required?: boolean; options?: { value: string }[] }[] };
  } | null;
}

async function nextTask(page: Page, instanceId: string): Promise<Task> {
  let taskId = '';
  await expect
    .poll(async () => {
      const list = await (await page.request.get(`/api/v1/tasks?instanceId=${instanceId}`)).json();
      taskId = list.items[0]?.taskId ?? '';
      return taskId;
    })
    .not.toBe('');
  return (await page.request.get(`/api/v1/tasks/${taskId}`)).json();
}

const VALUE: Record<string, unknown> = { number: 1, money: 1, boolean: true, date: '2026-11-20' };

/** A decision on what is shown now, with something in every required field. */
function decision(task: Task) {
  const { values = {}, form = { fields: [] }, outcomes = [] } = task.shown ?? {};
  const open = form.fields.filter(
    (one) => one.required && one.type !== 'readonly' && !Object.hasOwn(values, one.key),
  );
  return {
    outcome: outcomes[0]?.id ?? null,
    comment: 'Seen with my own eyes.',
    contentDigest: task.contentDigest,
    variables: Object.fromEntries(
      open.map((one) => [one.key, one.options?.[0]?.value ?? VALUE[one.type] ?? 'x']),
    ),
  };
}

async function sampleInstance(page: Page, name: RegExp): Promise<string> {
  const { items } = await (await page.request.get('/api/v1/processes')).json();
  const sample = items.find((one: { name: string }) => name.test(one.name));
  const started = await send(page.request, `/processes/${sample.processId}/instances`, {
    variables: {
      employeeName: 'Sofia Ortega',
      jobTitle: 'Analyst',
      department: 'IT',
      firstDay: '2027-01-04',
    },
    businessKey: `HR-${Date.now()}`,
  });
  return (started.body as { instanceId: string }).instanceId;
}

test.describe('audit', () => {
  let instanceId: string;

  test.beforeAll(async ({ browser }) => {
    const mia = await signedIn(browser, 'demo-mia');
    const jonas = await signedIn(browser, 'demo-jonas');
    instanceId = await sampleInstance(mia, /onboarding/i);
    const prepare = await nextTask(mia, instanceId);
    const prepared = await send(mia.request, `/tasks/${prepare.taskId}/complete`, decision(prepare));
    expect(prepared.status).toBe(200);
    const signOff = await nextTask(jonas, instanceId);
    const refused = await send(mia.request, `/tasks/${signOff.taskId}/complete`, decision(signOff));
    expect(refused.status).toBe(403);
    const done = await send(jonas.request, `/tasks/${signOff.taskId}/complete`, decision(signOff));
    expect(done.status).toBe(200);
    await expect
      .poll(async () => {
        const list = await (
          await mia.request.get(`/api/v1/audit?instanceId=${instanceId}&type=instance.completed`)
        ).json();
        return list.items.length;
      })
      .toBe(1);
  });

  test('filter by actor and type, open an event, see before and after, follow to the same moment', async ({
    browser,
  }) => {
    const page = await signedIn(browser, 'demo-lena');
    await page.goto(`/audit?instanceId=${instanceId}`);
    await page.getByRole('checkbox', { name: 'Decisions' }).check();
    await expect(page).toHaveURL(/type=task\.completed/);
    await page.getByLabel('Search events').fill('actor:jonas');
    await page.getByLabel('Search events').press('Enter');
    await expect(page).toHaveURL(/actor=jonas/);
    const rows = page.locator('[role=row][data-type]');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Jonas Weber decided');
    await rows.focus();
    await page.keyboard.press('Enter');
    const event = page.getByTestId('event-detail');
    await expect(event.getByText('Seen with my own eyes.', { exact: true })).toBeVisible();
    const changes = event.getByRole('table', { name: 'Before and after' });
    await expect(changes.getByRole('row', { name: /task\.state/ })).toContainText('completed');
    await expect(event.getByText('matches its digest')).toBeVisible();
    await expect(event.getByText('recomputed, fits')).toBeVisible();
    await page.reload();
    await expect(event).toBeVisible();
    const link = event.getByRole('link', { name: 'Open diagram at this moment' });
    const seq = new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams.get('at');
    expect(Number(seq)).toBeGreaterThan(1);
    await link.click();
    await expect(page).toHaveURL(new RegExp(`/instances/${instanceId}\\?.*at=${seq}`));
  });

  test('a refused four-eyes attempt is on record', async ({ browser }) => {
    const page = await signedIn(browser, 'demo-lena');
    await page.goto(`/audit?instanceId=${instanceId}&refused=true`);
    const row = page.locator('[role=row][data-refused]');
    await expect(row).toHaveCount(1);
    await expect(row).toContainText('Mia Lindqvist');
    await expect(row).toContainText('Four eyes');
  });

  test('the badge says nothing before the check, and afterwards what it does not cover @deep', async ({
    browser,
  }) => {
    const page = await signedIn(browser, 'demo-lena');
    await page.goto('/audit');
    await expect(page.getByText('Not verified')).toBeVisible();
    await page.getByRole('button', { name: 'Verify' }).click();
    const badge = page.locator('[data-chain=intact]');
    await expect(badge).toContainText(/Chain intact to seq [\d,]+/);
    await expect(badge).toContainText('deletion at the end is not detectable yet');
    await expect(page.getByRole('img', { name: 'covered by the check', exact: true }).first()).toBeVisible();
  });

  test('keys move through the list and words that are no filter are explained @deep', async ({ browser }) => {
    const page = await signedIn(browser, 'demo-lena');
    await page.goto(`/audit?instanceId=${instanceId}`);
    const rows = page.locator('[role=row][data-type]');
    await rows.first().focus();
    await page.keyboard.press('j');
    await expect(rows.nth(1)).toBeFocused();
    await page.keyboard.press('k');
    await expect(rows.first()).toBeFocused();
    await page.getByLabel('Search events').fill('after:yesterday');
    await page.getByLabel('Search events').press('Enter');
    await expect(page.getByText(/“yesterday” is not a date/)).toBeVisible();
    await page.goto('/audit?q=nothing-says-this');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(rows.first()).toBeVisible();
  });

  test('axe finds nothing and 390 px is enough, light and dark', async ({ browser }) => {
    const page = await signedIn(browser, 'demo-lena');
    await page.goto(`/audit?instanceId=${instanceId}&type=task.completed`);
    await page.locator('[role=row][data-type]').first().click();
    await expect(page.getByTestId('event-detail')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole('dialog', { name: 'Event' })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
  });
});

import { expect, type Page, test } from '@playwright/test';
import { openTask, origin, runSample, signInAs } from '../fixtures/demo';
import { tellSeconds } from '../fixtures/seconds';
import { stuckProcess } from '../fixtures/stuck-process';

const state = (page: Page) => page.getByTestId('instance-state');
const element = (page: Page, id: string) => page.locator(`[data-element="${id}"]`);
const live = (page: Page) => expect(page.getByTestId('connection')).toHaveText('Live');

/** What a page's own requests carry: changes are taken from our origin only. */
const own = () => ({ origin: origin() });

/** Publishes the process that stops without its variable, and starts it; the key makes it a process of its own. */
async function startStuck(page: Page, key: string): Promise<string> {
  const created = await page.request.post('/api/v1/processes', {
    headers: { ...own(), 'content-type': 'application/xml' },
    data: stuckProcess(key),
  });
  const { processId } = (await created.json()) as { processId: string };
  await page.request.post(`/api/v1/processes/${processId}/publish`, {
    headers: own(),
    data: { note: 'The first version' },
  });
  const started = await page.request.post(`/api/v1/processes/${processId}/instances?wait=5s`, {
    headers: own(),
    data: { variables: { amount: 1200 }, businessKey: key },
  });
  expect(started.status()).toBe(201);
  return ((await started.json()) as { instanceId: string }).instanceId;
}

const unique = (name: string): string => `${name}-${Date.now().toString(36)}`;

test.beforeEach(async ({ page }) => signInAs(page, 'mia'));

test('15. a sample runs before one’s eyes: AI call, then a person is asked, without reload', async ({
  page,
}) => {
  const instanceId = await runSample(page, 'invoice-approval');
  await expect(state(page)).toBeVisible();
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await expect(state(page)).toHaveText('Waiting for a person', { timeout: 20_000 });
  await expect(element(page, 'Task_extract')).toHaveAttribute('data-state', 'completed');
  await expect(element(page, 'Task_review')).toHaveAttribute('data-state', 'waiting');
  await expect(element(page, 'Timer_reminder')).toHaveAttribute('data-state', 'waiting');
  await expect(element(page, 'End_posted')).toHaveAttribute('data-state', 'notReached');
  await expect(page.getByRole('article', { name: /AI call/ })).toContainText('Simulated');
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
  const taskId = await openTask(page, instanceId);
  await expect(page.getByRole('link', { name: 'Open task', exact: true }).first()).toHaveAttribute(
    'href',
    `/inbox/${encodeURIComponent(taskId)}`,
  );
});

test('arrows walk along the flow of the diagram @deep', async ({ page }) => {
  await runSample(page, 'invoice-approval');
  await expect(state(page)).toHaveText('Waiting for a person', { timeout: 20_000 });
  const diagram = page.getByTestId('diagram');
  const said = page.locator('[data-live=polite]');
  await diagram.focus();
  // What is looked at first is the AI call, because a person decides on what it read.
  await page.keyboard.press('ArrowLeft');
  await expect(said).toContainText('Invoice received, completed');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('up to €1,000?, completed');
  await expect(diagram).toBeFocused();
});

test('15. a change that somebody else makes shows by itself, and how long after its commit is told', async ({
  page,
}) => {
  const instanceId = await startStuck(page, unique('live'));
  await page.goto(`/instances/${instanceId}`);
  await live(page);
  await expect(state(page)).toHaveText('Needs attention');
  await expect(element(page, 'Decide')).toHaveAttribute('data-state', 'incident');
  const { incidents } = (await (await page.request.get(`/api/v1/instances/${instanceId}`)).json()) as {
    incidents: { incidentId: string }[];
  };
  await page.request.post(`/api/v1/incidents/${encodeURIComponent(incidents[0]!.incidentId)}/retry`, {
    headers: own(),
    data: { reason: 'The credit is good', variables: { ok: true } },
  });
  // The answer comes after the commit, so this is the second the product promises.
  const begun = performance.now();
  await expect(state(page)).toHaveText('Completed');
  tellSeconds('A commit of somebody else shown', begun);
  await expect(element(page, 'Done')).toHaveAttribute('data-state', 'completed');
  await expect(element(page, 'Refused')).toHaveAttribute('data-state', 'notReached');
  await expect(page.getByRole('link', { name: 'See the audit trail' })).toHaveAttribute(
    'href',
    `/audit?instanceId=${instanceId}`,
  );
});

test('17. an incident is repaired by editing variables; both are in the audit trail with actor and reason', async ({
  page,
}) => {
  const instanceId = await startStuck(page, unique('repair'));
  await page.goto(`/instances/${instanceId}`);
  await expect(page.getByTestId('incident')).toContainText('“ok” has no value');
  await page.getByRole('button', { name: 'Edit variables and retry' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit variables and retry' });
  const variables = dialog.getByLabel('Variables (JSON)');
  await variables.fill('{ "amount": }');
  await expect(dialog).toContainText('not valid JSON');
  await variables.fill('{ "amount": 1200, "ok": true }');
  await expect(dialog).toContainText('Will change: ok');
  await dialog.getByRole('button', { name: 'Save and retry' }).click();
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await expect(dialog).toContainText('Say why');
  await dialog.getByLabel('Reason').fill('Checked with the bureau');
  await dialog.getByRole('button', { name: 'Save and retry' }).click();
  await expect(state(page)).toHaveText('Completed');
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/v1/audit?instanceId=${instanceId}&limit=50`);
      const { items } = (await answer.json()) as { items: { type: string; actor: { name: string } }[] };
      const repair = items.filter(({ type }) => /^(?:variables\.set|incident\.resolved)$/.test(type));
      return repair.map((item) => `${item.type} ${item.actor.name}`).sort();
    })
    .toEqual(['incident.resolved Mia Lindqvist', 'variables.set Mia Lindqvist']);
  await page.getByRole('tab', { name: 'Instance' }).click();
  await expect(page.getByRole('list', { name: 'Events' })).toContainText('Checked with the bureau');
});

test('16. the timeline goes to any event, its address opens the same moment, repair is off there', async ({
  page,
}) => {
  const instanceId = await startStuck(page, unique('scrub'));
  await page.goto(`/instances/${instanceId}`);
  await live(page);
  const slider = page.getByRole('slider', { name: 'Timeline' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuenow', '1');
  await expect(page).toHaveURL(/\?at=1$/);
  await expect(element(page, 'Decide')).toHaveAttribute('data-state', 'notReached');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/\?at=5$/);
  await expect(slider).toHaveAttribute('aria-valuetext', /^Event 5 of 6, \d\d:\d\d:\d\d, /);
  await page.reload();
  await expect(page.getByText('Viewing the past')).toBeVisible();
  await expect(element(page, 'Start')).toHaveAttribute('data-state', 'completed');
  await expect(element(page, 'Decide')).toHaveAttribute('data-state', 'active');
  await expect(page.getByRole('button', { name: 'Repair' })).toBeDisabled();
  await page.getByRole('button', { name: 'Return to live' }).click();
  await expect(state(page)).toHaveText('Needs attention');
  await expect(page).not.toHaveURL(/at=/);
});

test('an instance is cancelled with a reason only, and says so at once', async ({ page }) => {
  const instanceId = await startStuck(page, unique('cancel'));
  await page.goto(`/instances/${instanceId}`);
  await page.getByTestId('incident').getByRole('button', { name: 'Cancel instance' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel instance' }).click();
  await expect(dialog).toContainText('Say why');
  await dialog.getByLabel('Reason').fill('Asked for twice');
  await dialog.getByRole('button', { name: 'Cancel instance' }).click();
  await expect(state(page)).toHaveText('Cancelled');
  await expect(element(page, 'Decide')).toHaveAttribute('data-state', 'cancelled');
});

test('who may only look sees the incident and no repair @deep', async ({ page }) => {
  const instanceId = await startStuck(page, unique('look'));
  await signInAs(page, 'lena');
  await page.goto(`/instances/${instanceId}`);
  await expect(page.getByTestId('incident')).toContainText('needs attention');
  await expect(page.getByRole('button', { name: /Retry|Cancel|Repair/ })).toHaveCount(0);
});

test('the list is narrowed by the address and says when nothing matches @deep', async ({ page }) => {
  const key = unique('list');
  await startStuck(page, key);
  await page.goto('/instances');
  await page.getByRole('link', { name: 'Needs attention' }).click();
  await expect(page).toHaveURL(/status=incident/);
  await page.getByLabel('Search by title, business key or id').fill(key);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`status=incident&q=${key}`));
  const rows = page.getByRole('list', { name: 'Instances' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Needs attention');
  await page.getByRole('link', { name: 'Completed' }).click();
  await expect(page.getByText('No instance matches')).toBeVisible();
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect(page).toHaveURL(/\/instances$/);
});

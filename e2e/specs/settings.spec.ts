import { expect, type Page, test } from '@playwright/test';
import { origin, signInAs } from '../fixtures/demo';

/** What the API answers to a token alone, without the browser's session. */
async function statusWith(page: Page, token: string): Promise<number> {
  const { origin } = new URL(page.url());
  const answer = await fetch(`${origin}/api/v1/instances`, { headers: { authorization: `Bearer ${token}` } });
  return answer.status;
}

const tooMuch = `Too much ${Date.now()}`;
const WAITS_FOR_IT = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="http://example.org">
  <bpmn:signal id="Sig" name="${tooMuch}"/>
  <bpmn:process id="full" name="Full" isExecutable="true">
    <bpmn:startEvent id="S"/><bpmn:sequenceFlow id="A" sourceRef="S" targetRef="W"/>
    <bpmn:intermediateCatchEvent id="W"><bpmn:signalEventDefinition id="Def" signalRef="Sig"/></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="B" sourceRef="W" targetRef="E"/><bpmn:endEvent id="E"/>
  </bpmn:process>
</bpmn:definitions>`;

// The engine tries five times before it sets a signal aside: the other tests don't wait for that.
test.beforeAll('a signal is sent that makes an instance too large', async ({ browser }) => {
  const page = await browser.newPage();
  await signInAs(page, 'mia');
  const post = async (path: string, body: string, contentType = 'application/json') => {
    const headers = { 'content-type': contentType, origin: origin() };
    const answer = await page.request.post(`/api/v1${path}`, { data: Buffer.from(body), headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Record<string, string>;
  };
  const large = 'x'.repeat(900_000);
  const { processId } = await post('/processes', WAITS_FOR_IT, 'application/xml');
  await post(`/processes/${processId}/publish`, JSON.stringify({ note: 'Waits for a signal' }));
  await post(`/processes/${processId}/instances`, JSON.stringify({ variables: { a: large } }));
  await post('/signals', JSON.stringify({ name: tooMuch, variables: { b: large } }));
  await page.close();
});

test('a token is shown once, works, and stops working when it is revoked', async ({ page }) => {
  await signInAs(page, 'mia');
  await page.goto('/settings/tokens');
  await page.getByRole('button', { name: 'Create token' }).click();
  await page.getByLabel('Name').fill('Nightly report');
  await page.getByRole('checkbox', { name: /^Operator/ }).check();
  await expect(page.getByRole('checkbox', { name: /^Administrator/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const token = (await page.getByTestId('token').textContent())!.trim();
  expect(await statusWith(page, token)).toBe(200);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await expect(page.getByText(token)).toHaveCount(0);

  await page.reload();
  await page.getByRole('button', { name: 'Revoke Nightly report' }).click();
  await page.getByRole('button', { name: 'Revoke token' }).click();
  await expect(page.getByRole('row', { name: /Nightly report/ })).toContainText('Revoked');
  expect(await statusWith(page, token)).toBe(401);
});

test('an administrator adds a person, whose roles then change', async ({ page }) => {
  await signInAs(page, 'priya');
  await page.goto('/settings/people');
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Nils Berg');
  await dialog.getByLabel('E-mail address').fill('nils@example.test');
  await dialog.getByLabel('First password').fill('short');
  await dialog.getByRole('checkbox', { name: /^Reviewer/ }).check();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByLabel('First password')).toHaveAccessibleDescription(/at least 12 characters/i);
  await dialog.getByLabel('First password').fill('nine red lanterns in a row');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('row', { name: /Nils Berg/ })).toContainText('reviewer');

  await page.getByRole('button', { name: 'Change Nils Berg' }).click();
  await dialog.getByRole('textbox', { name: 'Groups' }).fill('finance, legal');
  await dialog.getByRole('checkbox', { name: /^Disabled/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row', { name: /Nils Berg/ });
  await expect(row).toContainText('finance, legal');
  await expect(row).toContainText('Disabled');
});

test('a provider and a secret are stored without ever being shown', async ({ page }) => {
  await signInAs(page, 'priya');
  await page.goto('/settings/providers');
  await expect(page.getByText('The simulated model answers while no provider is configured')).toBeVisible();
  await page.getByRole('button', { name: 'Add a provider' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kind').selectOption('openai-compatible');
  await dialog.getByLabel('Name').fill('House model');
  await dialog.getByLabel('Id in processes').fill('house');
  await dialog.getByLabel('Model').fill('small-1');
  await dialog.getByLabel('Address').fill('http://127.0.0.1:9/v1');
  await dialog.getByLabel('Key').fill('canary-provider-key');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('row', { name: /House model/ })).toContainText('Default');
  expect(await page.content()).not.toContain('canary-provider-key');

  await page.goto('/settings/secrets');
  await page.getByRole('button', { name: 'Add a secret' }).click();
  await dialog.getByLabel('Name').fill('ERP_TOKEN');
  await dialog.getByLabel('Value').fill('canary-secret-value');
  await dialog.getByLabel('Hosts').fill('erp.example.test');
  await dialog.getByRole('button', { name: 'Store' }).click();
  await expect(page.getByRole('row', { name: /ERP_TOKEN/ })).toContainText('erp.example.test');
  expect(await page.content()).not.toContain('canary-secret-value');

  // Other tests expect the simulated model.
  await page.goto('/settings/providers');
  await page.getByRole('button', { name: 'Remove House model' }).click();
  await page.getByRole('button', { name: 'Remove provider' }).click();
  await expect(page.getByRole('row', { name: /House model/ })).toHaveCount(0);
});

test('an auditor reads settings and changes nothing; operators see their tokens and operations @deep', async ({
  page,
}) => {
  await signInAs(page, 'lena');
  await page.goto('/settings/people');
  await expect(page.getByRole('row', { name: /Mia Lindqvist/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Add a person|^Change/ })).toHaveCount(0);
  await signInAs(page, 'tomas');
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/settings\/tokens$/);
  await expect(page.getByRole('navigation', { name: 'Settings' }).getByRole('link')).toHaveText([
    'API tokens',
    'Operations',
    'Keyboard',
    'About',
  ]);
  await page.goto('/settings/secrets');
  await expect(page.getByText('You may not see this page')).toBeVisible();
});

test('the reference lists every call of the OpenAPI document, and begins with a tour @deep', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  await page.goto('/api/docs');
  await expect(page.getByRole('heading', { name: 'Five lines of curl' })).toBeVisible();
  const document = (await (await page.request.get('/api/v1/openapi.json')).json()) as {
    paths: Record<string, object>;
  };
  const calls = Object.values(document.paths).flatMap((methods) => Object.keys(methods)).length;
  await expect(page.getByRole('article')).toHaveCount(calls);
});

test('a signal that an instance can’t take is set aside, until it is dropped with a reason @deep', async ({
  page,
}) => {
  test.slow(); // alone it waits until the engine has tried five times, over a quarter of a minute
  await signInAs(page, 'mia');
  await expect
    .poll(async () => (await page.request.get('/api/v1/deliveries')).text(), { timeout: 60_000 })
    .toContain(tooMuch);
  await page.goto('/settings/operations');
  const row = page.getByRole('row', { name: new RegExp(tooMuch) });
  await expect(row).toContainText('Signal for one instance');
  await row.getByRole('button', { name: /^Drop/ }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Drop delivery' }).click();
  await expect(dialog.getByLabel('Reason')).toHaveAccessibleDescription(/Say why/);
  await dialog.getByLabel('Reason').fill('Sent with the wrong data');
  await dialog.getByRole('button', { name: 'Drop delivery' }).click();
  await expect(row).toHaveCount(0);
});

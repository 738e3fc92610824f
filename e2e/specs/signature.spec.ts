import { expect, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { origin, signInAs } from '../fixtures/demo';
import { newKey, once } from '../fixtures/designer';
import {
  decision,
  MEANING,
  waitingToBeSigned as waiting,
  signatureWindow as window,
} from '../fixtures/signed-process';

const PASSWORD = 'nine red lanterns in a row';

test('a decision is signed with the password, and the statement is kept with it', async ({
  page,
  browser,
}) => {
  const { taskId } = await waiting(page);
  await signInAs(page, 'priya');
  const email = `${newKey('signer')}@example.test`;
  const person = { name: 'Sia Signer', email, password: PASSWORD, roles: ['reviewer'], groups: ['finance'] };
  expect((await page.request.post('/api/v1/people', { headers: once(), data: person })).status()).toBe(201);

  const context = await browser.newContext({ baseURL: origin() });
  const sia = await context.newPage();
  await sia.goto(`/sign-in?returnTo=${encodeURIComponent(`/t/${taskId}`)}`);
  await sia.getByLabel('E-mail address').fill(email);
  await sia.getByLabel('Password').fill(PASSWORD);
  await sia.getByRole('button', { name: 'Sign in', exact: true }).click();
  await sia.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await sia.goto(`/inbox/${taskId}`);
  await decision(sia).getByRole('button', { name: 'Approve' }).click();
  await decision(sia).getByRole('button', { name: 'Countersign and approve' }).click();

  await expect(window(sia).getByTestId('meaning')).toContainText(MEANING);
  await expect(window(sia).getByTestId('meaning')).toContainText('Sia Signer');
  expect(await axeFindings(sia)).toEqual([]);
  await window(sia).getByLabel('Your password').fill('not the password at all');
  await window(sia).getByRole('button', { name: 'Countersign and approve' }).click();
  await expect(window(sia)).toContainText('This is not your password. Nothing was signed.');
  await window(sia).getByLabel('Your password').fill(PASSWORD);
  await window(sia).getByRole('button', { name: 'Countersign and approve' }).click();
  await expect(window(sia)).toBeHidden();

  await sia.goto(`/inbox/${taskId}`);
  await expect(decision(sia)).toContainText('Decided by Sia Signer');
  await expect(sia.getByText(`and signed “${MEANING}”`)).toBeVisible();
  await context.close();
});

test('without a signature the server refuses; people of the demo sign by name, and it says so @deep', async ({
  page,
}) => {
  const { taskId, instanceId } = await waiting(page);
  const { contentDigest } = (await (await page.request.get(`/api/v1/tasks/${taskId}`)).json()) as {
    contentDigest: string;
  };
  const refused = await page.request.post(`/api/v1/tasks/${taskId}/complete`, {
    headers: once(),
    data: { outcome: 'approve', contentDigest },
  });
  expect([refused.status(), ((await refused.json()) as { code: string }).code]).toEqual([
    422,
    'signature-required',
  ]);

  await page.goto(`/inbox/${taskId}`);
  await decision(page).getByRole('button', { name: 'Approve' }).click();
  await decision(page).getByRole('button', { name: 'Countersign and approve' }).click();
  await expect(window(page)).toContainText('nobody’s identity was checked');
  await window(page).getByRole('button', { name: 'Not yet' }).click();
  await expect(window(page)).toBeHidden();
  await decision(page).getByRole('button', { name: 'Countersign and approve' }).click();
  await window(page).getByLabel('Your name').fill('Mia Lindqvist');
  await window(page).getByRole('button', { name: 'Countersign and approve' }).click();
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/v1/instances/${instanceId}`);
      return ((await answer.json()) as { status: string }).status;
    })
    .toBe('completed');
  const events = await (await page.request.get(`/api/v1/instances/${instanceId}/events`)).text();
  expect(events).toContain('"method":"demo"');
});

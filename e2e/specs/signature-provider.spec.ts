import { expect, type Page, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { origin } from '../fixtures/demo';
import { newKey } from '../fixtures/designer';
import { decision, MEANING, signatureWindow, waitingToBeSigned } from '../fixtures/signed-process';

// A server that somebody started by hand knows no provider that a test could sign in at.
test.skip(
  () => !process.env.COUNTERSIGN_E2E_PROVIDER,
  'The server under test has no simulated OpenID provider',
);

/** Somebody says who they are, on the page of the simulated provider. */
async function signInThere(at: Page, sub: string): Promise<void> {
  await expect(at.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  await at.getByLabel('sub').fill(sub);
  await at.getByLabel('name').fill('Sol Single');
  await at.getByLabel('email').fill(`${sub}@example.test`);
  await at.getByLabel('groups').fill('finance');
  await at.getByRole('button', { name: 'Go on' }).click();
}

test('who signs in through single sign-on signs by signing in there once more, in a window of its own', async ({
  page,
  browser,
}) => {
  const { taskId } = await waitingToBeSigned(page);
  const context = await browser.newContext({ baseURL: origin() });
  const sol = await context.newPage();
  const sub = newKey('sol');
  await sol.goto(`/sign-in?returnTo=${encodeURIComponent(`/inbox/${taskId}`)}`);
  await sol.getByRole('button', { name: 'Single sign-on' }).click();
  await signInThere(sol, sub);
  await sol.waitForURL(`**/inbox/${taskId}`);
  await decision(sol).getByRole('button', { name: 'Approve' }).click();
  await decision(sol).getByRole('button', { name: 'Countersign and approve' }).click();

  const asked = signatureWindow(sol);
  await expect(asked.getByTestId('meaning')).toContainText(MEANING);
  await expect(asked.getByTestId('meaning')).toContainText('Sol Single');
  await expect(asked.getByRole('textbox')).toHaveCount(0);
  expect(await axeFindings(sol)).toEqual([]);
  const sign = async (): Promise<Page> => {
    const [there] = await Promise.all([
      sol.waitForEvent('popup'),
      asked.getByRole('button', { name: 'Countersign and approve' }).click(),
    ]);
    return there;
  };

  const wrong = await sign();
  await signInThere(wrong, newKey('somebody-else'));
  await expect(wrong.getByRole('heading', { name: 'Not signed' })).toBeVisible();
  expect(await axeFindings(wrong)).toEqual([]);
  await expect(asked.getByRole('alert')).toContainText('Somebody else signed in there');
  await wrong.close();

  const right = await sign();
  const closed = right.waitForEvent('close');
  await signInThere(right, sub);
  await closed;
  await expect(asked).toBeHidden();
  await sol.goto(`/inbox/${taskId}`);
  await expect(decision(sol)).toContainText('Decided by Sol Single');
  await expect(sol.getByText(`and signed “${MEANING}”`)).toBeVisible();
  await context.close();
});

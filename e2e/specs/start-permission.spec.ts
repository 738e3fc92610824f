import { expect, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { signInAs } from '../fixtures/demo';
import { createProcess, exportedDraft, newKey, once, openDesigner, smallProcess } from '../fixtures/designer';
import { publishDraft } from '../fixtures/versions';

test('a process for one group: who isn’t in it sees why and whom to ask, and is refused by the server', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const key = newKey('for-finance');
  const processId = await createProcess(page, smallProcess(key));
  await openDesigner(page, processId);
  const groups = page.getByTestId('inspector').getByRole('textbox', { name: 'Groups' });
  await groups.fill('finanse');
  await groups.blur();
  await expect(page.getByTestId('inspector')).toContainText('Did you mean “finance”?');
  await groups.fill('finance');
  await groups.blur();
  await expect
    .poll(() => exportedDraft(page, processId))
    .toContain('<countersign:starters groups="finance"/>');
  expect(await publishDraft(page, processId, 'Only for finance')).toBe(201);

  // Jonas draws and runs processes, and isn't in finance.
  await signInAs(page, 'jonas');
  await openDesigner(page, processId);
  await page.getByRole('button', { name: 'Run is blocked: not for you. Show' }).click();
  const dialog = page.getByRole('dialog', { name: 'You can’t start this' });
  await expect(dialog).toContainText(`Only the group “finance” may start “${key}”. Ask `);
  await expect(dialog).toContainText('Mia Lindqvist');
  expect(await axeFindings(page)).toEqual([]);
  const instances = `/api/v1/processes/${processId}/instances`;
  const refused = await page.request.post(instances, { headers: once(), data: {} });
  expect([refused.status(), ((await refused.json()) as { code: string }).code]).toEqual([
    403,
    'not-a-starter',
  ]);

  // Tomas only runs processes: the page of the version says the same.
  await signInAs(page, 'tomas');
  await page.goto(`/processes/${processId}`);
  await page.getByRole('button', { name: 'Run is blocked: not for you. Show' }).click();
  await expect(page.getByRole('dialog', { name: 'You can’t start this' })).toContainText('Mia Lindqvist');

  await signInAs(page, 'mia');
  await openDesigner(page, processId);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL(/\/instances\//);
});

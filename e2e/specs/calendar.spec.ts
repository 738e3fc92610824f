import { expect, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { openTask, signInAs } from '../fixtures/demo';
import {
  createProcess,
  exportedDraft,
  newKey,
  node,
  once,
  openDesigner,
  smallProcess,
} from '../fixtures/designer';
import { publishDraft } from '../fixtures/versions';

test('an administrator stores a calendar; an approval is due in its working time, and stays so when it changes', async ({
  page,
}) => {
  const key = newKey('office');
  await signInAs(page, 'priya');
  await page.goto('/settings/calendars');
  await page.getByRole('button', { name: 'Add a calendar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a calendar' });
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(key);
  await dialog.getByRole('textbox', { name: /^Id/ }).fill(key);
  await dialog.getByLabel('Time zone').fill('Europe/Atlantis');
  await dialog.getByLabel('Holidays').fill('2030-12-25 Christmas Day');
  await dialog.getByRole('button', { name: 'Store' }).click();
  await expect(dialog).toContainText('Name a time zone such as Europe/Berlin.');
  await dialog.getByLabel('Time zone').fill('Etc/UTC');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
    await dialog.getByLabel(day).fill('00:00-24:00');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Store' }).click();
  const row = page.getByRole('row', { name: new RegExp(key) });
  await expect(row).toContainText('Mon to Sun 00:00-24:00');

  await signInAs(page, 'mia');
  const task = '<bpmn:userTask id="Check" name="Check" />';
  const xml = smallProcess(key).replace('<bpmn:task id="Check" name="Check" />', task);
  const processId = await createProcess(page, xml);
  await openDesigner(page, processId);
  await node(page, 'Check').click();
  const panel = page.getByTestId('inspector');
  await panel.getByLabel('Due', { exact: true }).fill('P1W');
  await panel.getByLabel('Due', { exact: true }).blur();
  await panel.getByLabel('Counted in').selectOption({ label: `Working time of ${key}` });
  await expect(panel.getByText(/write working days/).first()).toBeVisible();
  await panel.getByLabel('Due', { exact: true }).fill('PT4H');
  await panel.getByLabel('Due', { exact: true }).blur();
  await expect(panel.getByTestId('next-times').first()).toContainText('it is due');
  await expect
    .poll(() => exportedDraft(page, processId))
    .toMatch(new RegExp(`dueDate="PT4H"[\\s\\S]*<countersign:workingTime calendar="${key}"/>`));
  expect(await publishDraft(page, processId, 'Due in working time')).toBe(201);
  const started = await page.request.post(`/api/v1/processes/${processId}/instances`, {
    headers: once(),
    data: {},
  });
  const { instanceId } = (await started.json()) as { instanceId: string };
  const taskId = await openTask(page, instanceId);
  const dueAt = async () =>
    ((await (await page.request.get(`/api/v1/tasks/${taskId}`)).json()) as { dueAt: string }).dueAt;
  const due = await dueAt();
  expect(due).toMatch(/^\d{4}-\d\d-\d\dT/);

  await signInAs(page, 'priya');
  await page.goto('/settings/calendars');
  await page.getByRole('button', { name: `Change ${key}` }).click();
  const change = page.getByRole('dialog', { name: `Change ${key}` });
  await change.getByLabel('Sunday').fill('');
  await change.getByRole('button', { name: 'Store' }).click();
  await expect(change).toBeHidden();
  await expect(row).toContainText('Mon to Sat 00:00-24:00');
  await signInAs(page, 'mia');
  expect(await dueAt()).toBe(due);
});

test('a calendar is archived with a reason: no longer offered, shown where it is chosen, and restored @deep', async ({
  page,
}) => {
  const key = newKey('site');
  await signInAs(page, 'priya');
  const hours = Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
      day,
      [{ from: '09:00', to: '17:00' }],
    ]),
  );
  const stored = await page.request.put(`/api/v1/calendars/${key}`, {
    headers: once(),
    data: { name: key, timeZone: 'Etc/UTC', hours, holidays: [] },
  });
  expect(stored.status()).toBe(200);
  await page.goto('/settings/calendars');
  await page.getByRole('button', { name: `Archive ${key}` }).click();
  const asked = page.getByRole('alertdialog', { name: `Archive ${key}?` });
  await asked.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(asked).toContainText('Say why');
  await asked.getByLabel('Reason').fill('The site closed');
  expect(await axeFindings(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(asked).toBeHidden();
  const row = page.getByRole('region', { name: 'Archived calendars' }).getByRole('row', { name: key });
  await expect(row).toContainText('Archived by Priya');
  await expect(row).toContainText('The site closed');

  await signInAs(page, 'mia');
  const task = `<bpmn:userTask id="Check" name="Check"><bpmn:extensionElements>
    <zeebe:taskSchedule xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" dueDate="PT4H" />
    <countersign:workingTime xmlns:countersign="urn:countersign:bpmn:1" calendar="${key}" />
    </bpmn:extensionElements></bpmn:userTask>`;
  const xml = smallProcess(key).replace('<bpmn:task id="Check" name="Check" />', task);
  const processId = await createProcess(page, xml);
  await openDesigner(page, processId);
  await node(page, 'Check').click();
  const counted = page.getByTestId('inspector').getByLabel('Counted in');
  await expect(counted.getByRole('option', { selected: true })).toHaveText(
    `Working time of ${key} (archived)`,
  );
  await expect(page.getByTestId('inspector')).toContainText('archived it: The site closed.');

  await signInAs(page, 'priya');
  await page.goto('/settings/calendars');
  await page.getByRole('button', { name: `Restore ${key}` }).click();
  const again = page.getByRole('alertdialog', { name: `Offer ${key} again?` });
  await again.getByLabel('Reason').fill('It opened again');
  await again.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(again).toBeHidden();
  await expect(page.getByRole('button', { name: `Archive ${key}` })).toBeVisible();
});

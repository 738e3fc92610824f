import { expect, type Page, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import { createProcess, newKey, once } from '../fixtures/designer';

const MODEL = (key: string, name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:countersign:test">
  <bpmn:process id="${key}" name="Versions test" isExecutable="true">
    <bpmn:startEvent id="Start" /><bpmn:sequenceFlow id="A" sourceRef="Start" targetRef="Step" />
    <bpmn:userTask id="Step" name="${name}" /><bpmn:sequenceFlow id="B" sourceRef="Step" targetRef="End" />
    <bpmn:endEvent id="End" />
  </bpmn:process>
</bpmn:definitions>`;

// The last file: both workers take from it, so that neither waits long for the other.
test.describe.configure({ mode: 'parallel' });

interface Draft {
  draftRevision: number;
  document: unknown;
}

async function twoVersions(page: Page): Promise<string> {
  const key = newKey('versions');
  const processId = await createProcess(page, MODEL(key, 'Look at it'));
  const at = `/api/v1/processes/${processId}`;
  const publish = async (note: string) => {
    const answer = await page.request.post(`${at}/publish`, { headers: once(), data: { note } });
    expect(answer.status()).toBe(201);
  };
  await publish('As it was agreed');
  const { draftRevision } = (await (await page.request.get(`${at}/draft`)).json()) as Draft;
  const saved = await page.request.put(`${at}/draft`, {
    headers: { ...once(), 'content-type': 'application/xml', 'if-match': `"${draftRevision}"` },
    data: MODEL(key, 'Look twice'),
  });
  expect(saved.status()).toBe(200);
  await publish('Two people look');
  return processId;
}

test('19. restoring v1 makes a draft equal to v1; v2 is unchanged and running instances stay on it', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const processId = await twoVersions(page);
  const version = async (number: number) =>
    ((await (await page.request.get(`/api/v1/processes/${processId}/versions/${number}`)).json()) as Draft)
      .document;
  const second = await version(2);
  // It waits at its approval for as long as nobody decides.
  const started = await page.request.post(`/api/v1/processes/${processId}/instances`, {
    headers: once(),
    data: {},
  });
  const { instanceId } = (await started.json()) as { instanceId: string };

  await page.goto(`/processes/${processId}/versions/2`);
  const versions = page.getByRole('navigation', { name: 'Versions' });
  await expect(versions.getByRole('link', { name: /^v2/ })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('region', { name: 'Change note' })).toContainText('Two people look');
  await versions.getByRole('link', { name: /^v1/ }).click();
  await expect(page.getByRole('region', { name: 'Change note' })).toContainText('As it was agreed');
  await page.getByRole('button', { name: 'Restore as draft' }).click();
  await page.getByRole('button', { name: 'Restore v1' }).click();
  await expect(page.getByTestId('designer')).toBeVisible();

  const draft = (await (await page.request.get(`/api/v1/processes/${processId}/draft`)).json()) as Draft;
  expect(draft.document).toEqual(await version(1));
  expect(await version(2)).toEqual(second);
  const instance = (await (await page.request.get(`/api/v1/instances/${instanceId}`)).json()) as {
    version: number;
    status: string;
  };
  expect(instance).toMatchObject({ version: 2, status: 'running' });
});

test('a version runs from its page, and is exported as BPMN', async ({ page }) => {
  await signInAs(page, 'mia');
  const processId = await twoVersions(page);
  await page.goto(`/processes/${processId}/versions/1`);
  const link = page.getByRole('link', { name: 'Export BPMN' });
  const file = await page.request.get((await link.getAttribute('href'))!);
  expect(await file.text()).toContain('Look at it');
  await page.getByRole('button', { name: 'Run v1', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Run v1' });
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page).toHaveURL(/\/instances\//);
  const instanceId = page.url().split('/instances/')[1]!.split(/[?#]/)[0]!;
  const answer = await page.request.get(`/api/v1/instances/${instanceId}`);
  expect(((await answer.json()) as { version: number }).version).toBe(1);
});

test('the split button runs another version, and says which is the latest @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  const processId = await twoVersions(page);
  await page.goto(`/processes/${processId}/versions/2`);
  await expect(page.getByRole('button', { name: 'Run v2 (latest)' })).toBeVisible();
  await page.getByRole('button', { name: 'Run another version' }).click();
  await expect(page.getByRole('menuitem', { name: /Draft \(test only\)/ })).toBeVisible();
  await page.getByRole('menuitem', { name: 'v1' }).click();
  await page
    .getByRole('dialog', { name: 'Run v1' })
    .getByRole('button', { name: 'Run', exact: true })
    .click();
  await expect(page).toHaveURL(/\/instances\//);
  const instanceId = page.url().split('/instances/')[1]!.split(/[?#]/)[0]!;
  const answer = await page.request.get(`/api/v1/instances/${instanceId}`);
  expect(((await answer.json()) as { version: number }).version).toBe(1);
});

test('a version is tagged, the tag moves, and the audit trail tells both @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  const processId = await twoVersions(page);
  const versions = page.getByRole('navigation', { name: 'Versions' });
  for (const [version, other] of [
    [1, 2],
    [2, 1],
  ]) {
    await page.goto(`/processes/${processId}/versions/${version}`);
    await page.getByRole('button', { name: 'Tag' }).click();
    await page.getByRole('menuitem', { name: `Make v${version} Production` }).click();
    await expect(versions.getByRole('link', { name: new RegExp(`^v${version} ?Production`) })).toBeVisible();
    await expect(versions.getByRole('link', { name: new RegExp(`^v${other} ?Production`) })).toHaveCount(0);
  }
  await expect
    .poll(async () => {
      const answer = await page.request.get('/api/v1/audit?type=version.tagged');
      const { items } = (await answer.json()) as { items: { text: string }[] };
      return items.slice(0, 2).map(({ text }) => text);
    })
    .toEqual(['Tagged version 2 as “Production”', 'Tagged version 1 as “Production”']);
});

test('who doesn’t draw sees the latest version and no way to change it @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  const processId = await twoVersions(page);
  await signInAs(page, 'lena');
  await page.goto(`/processes/${processId}`);
  await expect(
    page.getByRole('navigation', { name: 'Versions' }).getByRole('link', { name: /^v2/ }),
  ).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('button', { name: /Restore|Run/ })).toHaveCount(0);
  await expect(page.getByTestId('designer')).toHaveCount(0);
});

test('going back to the designer shows the draft as it is now @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  const processId = await twoVersions(page);
  await page.goto(`/processes/${processId}`);
  await expect(page.getByTestId('designer')).toContainText('Look twice');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('heading', { name: 'Try a sample' })).toBeVisible();
  await page.request.post(`/api/v1/processes/${processId}/restore`, {
    headers: once(),
    data: { version: 1 },
  });
  await page.goBack();
  await expect(page.getByTestId('designer')).toContainText('Look at it');
});

import { expect, type Page, request, test } from '@playwright/test';
import { model, scriptStep, sequence } from '../../lib/testing/models';
import { origin, signInAs } from '../fixtures/demo';
import { createProcess, newKey } from '../fixtures/designer';

const oneStep = (id: string): string => model(sequence([scriptStep('Add', '1 + 1')]), { id, name: id });

/** A client with nothing but a token of the signed-in person. */
async function machine(page: Page) {
  const made = await page.request.post('/api/v1/tokens', {
    headers: { origin: origin() },
    data: { name: 'Machine', roles: ['designer', 'operator', 'auditor'], days: 1 },
  });
  const { token, tokenId } = (await made.json()) as { token: string; tokenId: string };
  const headers = { authorization: `Bearer ${token}` };
  return {
    api: await request.newContext({ baseURL: origin(), extraHTTPHeaders: headers }),
    tokenId,
  };
}

test('a machine publishes, starts and waits for the end; its token is refused once revoked', async ({
  page,
}) => {
  await page.goto('/');
  await signInAs(page, 'mia');
  const processId = await createProcess(page, oneStep(newKey('machine')));
  const { api, tokenId } = await machine(page);
  const published = await api.post(`/api/v1/processes/${processId}/publish`, {
    data: { note: 'By machine' },
  });
  expect(published.status()).toBe(201);
  const started = await api.post(`/api/v1/processes/${processId}/instances?wait=5s`, {
    data: { variables: {} },
  });
  expect(await started.json()).toEqual({ instanceId: expect.any(String), status: 'completed' });
  await page.request.delete(`/api/v1/tokens/${tokenId}`, { headers: { origin: origin() } });
  expect((await api.get('/api/v1/instances')).status()).toBe(401);
  await api.dispose();
});

test('the browser’s own EventSource follows an instance and goes on where it stopped', async ({ page }) => {
  await page.goto('/');
  await signInAs(page, 'mia');
  const processId = await createProcess(page, oneStep(newKey('stream')));
  const headers = { origin: origin() };
  await page.request.post(`/api/v1/processes/${processId}/publish`, { headers, data: { note: 'One' } });
  const started = await page.request.post(`/api/v1/processes/${processId}/instances`, { headers, data: {} });
  const { instanceId } = (await started.json()) as { instanceId: string };
  const ids = await page.evaluate(
    (id) =>
      new Promise<number[]>((resolve) => {
        const seen: number[] = [];
        const source = new EventSource(`/api/v1/instances/${id}/stream?after=2`);
        source.onmessage = (message) => {
          seen.push(Number(message.lastEventId));
          if (message.data.includes('"instance.completed"')) {
            source.close();
            resolve(seen);
          }
        };
      }),
    instanceId,
  );
  expect(ids[0]).toBe(3);
  expect(ids).toEqual(ids.map((_, index) => index + 3));
});

test('the OpenAPI document is served and the reference shows it', async ({ page }) => {
  await page.goto('/');
  await signInAs(page, 'mia');
  const document = (await (await page.request.get('/api/v1/openapi.json')).json()) as { openapi: string };
  expect(document.openapi).toBe('3.1.0');
  await page.goto('/api/docs');
  await expect(page.getByText('/work/activate').first()).toBeVisible();
});

import { request as nodeRequest } from 'node:http';
import { expect, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import { newKey, smallProcess } from '../fixtures/designer';

const base = () => process.env.COUNTERSIGN_E2E_URL as string;

/** Sent below any client's manners: any Host header, a body that never says how long it is. */
function raw(
  path: string,
  headers: Record<string, string>,
  chunks: number,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sending = nodeRequest(new URL(path, base()), { method: 'POST', headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, body });
        sending.destroy();
      });
    });
    let answered = false;
    sending.on('response', () => {
      answered = true;
    });
    sending.on('error', (error) => !answered && reject(error));
    const chunk = Buffer.alloc(65_536, 32);
    const send = (left: number) => {
      if (answered || left === 0) return void sending.end();
      sending.write(chunk, () => send(left - 1));
    };
    send(chunks);
  });
}

test('a foreign Host header is answered by a problem that names the cure', async () => {
  const answer = await raw('/api/v1/instances', { host: 'evil.example' }, 0);
  expect(answer.status).toBe(421);
  expect(JSON.parse(answer.body)).toMatchObject({
    code: 'foreign-host',
    detail: expect.stringMatching(/COUNTERSIGN_HOSTS/),
  });
});

test('3 MB of model are refused with 413, by length and without one', async ({ page }) => {
  await page.goto('/');
  await signInAs(page, 'mia');
  const cookie = (await page.context().cookies()).map((one) => `${one.name}=${one.value}`).join('; ');
  const headers = { cookie, origin: base(), 'content-type': 'application/xml' };
  const big = await page.request.post('/api/v1/processes', { headers, data: 'x'.repeat(3_000_000) });
  expect(big.status()).toBe(413);
  expect((await raw('/api/v1/processes', headers, 48)).status).toBe(413);
  expect((await page.request.get('/healthz')).status()).toBe(200);
});

test('a broken file tells the person where, and the list stays as it was', async ({ page }) => {
  await page.goto('/');
  await signInAs(page, 'mia');
  const names = async () =>
    ((await (await page.request.get('/api/v1/processes?limit=200')).json()) as { items: { name: string }[] })
      .items;
  const before = await names();
  await page.goto('/processes');
  const key = newKey('broken');
  for (const [text, says] of [
    [smallProcess(key).replace('</bpmn:process>', ''), /line \d+/],
    [smallProcess(key).replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'), /DOCTYPE/],
    [smallProcess(key).replace('id="Check"', 'id="Sort"'), /Sort/],
  ] as const) {
    await page
      .getByLabel('BPMN file')
      .setInputFiles({ name: 'broken.bpmn', mimeType: 'application/xml', buffer: Buffer.from(text) });
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(says);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  expect(await names()).toEqual(before);
});

test('an address nobody serves is a problem document for machines', async ({ request }) => {
  const answer = await request.get('/api/v1/nothing/here');
  expect(answer.status()).toBe(404);
  expect(answer.headers()['content-type']).toContain('application/problem+json');
});

test('a cookie, a cursor and a header that are nonsense are refused, never an error of ours', async ({
  request,
}) => {
  const cookie = await request.get('/api/v1/instances', {
    headers: { cookie: 'next-auth.session-token=%zz' },
  });
  expect(cookie.status()).toBe(401);
  const huge = await request.get('/api/v1/instances', {
    headers: { authorization: `Bearer ${'x'.repeat(8_000)}` },
  });
  expect(huge.status()).toBe(401);
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type APIRequestContext, expect, request, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';

const base = () => process.env.COUNTERSIGN_E2E_URL as string;
const nonceOf = (policy: string): string => /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';

/** A client that is no browser: no cookies but its own, no origin. */
const client = (): Promise<APIRequestContext> => request.newContext({ baseURL: base() });

test('each response has a Content-Security-Policy of its own, without inline scripts', async () => {
  const api = await client();
  const policies: string[] = [];
  for (const path of ['/', '/sign-in', '/sign-in', '/api/v1/instances', '/nothing-here'])
    policies.push((await api.get(path)).headers()['content-security-policy'] ?? '');
  expect(new Set(policies.map(nonceOf)).size).toBe(policies.length);
  for (const policy of policies) {
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts).toContain("'strict-dynamic'");
    expect(scripts).not.toContain("'unsafe-inline'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
  }
  await api.dispose();
});

test('no page breaks its policy in the browser', async ({ page }) => {
  test.setTimeout(240_000);
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.goto('/');
  await signInAs(page, 'mia');
  const processes = (await (await page.request.get('/api/v1/processes?limit=1')).json()) as {
    items: { processId: string }[];
  };
  for (const path of [
    '/',
    '/processes',
    `/processes/${processes.items[0]?.processId}`,
    '/instances',
    '/inbox',
    '/audit',
    '/settings/tokens',
    '/api/docs',
    '/sign-in',
  ]) {
    const answer = await page.goto(path);
    expect([path, (answer?.status() ?? 500) < 500]).toEqual([path, true]);
    await page.waitForLoadState('load');
  }
  expect(broken).toEqual([]);
});

test('the session cookie is out of reach of scripts and of other sites’ posts', async () => {
  const api = await client();
  const answer = await api.post('/api/demo/sign-in', {
    form: { personId: 'demo-tomas' },
    headers: { origin: base() },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  expect(answer.headers()['set-cookie']).toMatch(/session-token=[^;]+; Path=\/; HttpOnly; SameSite=Lax/);
  const post = (origin?: string) =>
    api.post('/api/v1/tokens', { data: {}, headers: origin ? { origin } : {} });
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const refused = await post(origin);
    expect(refused.status()).toBe(403);
    expect(((await refused.json()) as { code: string }).code).toBe('foreign-origin');
  }
  await api.dispose();
});

test('a sandboxed frame can’t post with the person’s cookie', async ({ page }) => {
  await page.goto('/');
  await signInAs(page, 'mia');
  const elsewhere = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<iframe sandbox="allow-forms allow-scripts" srcdoc='<form method="post" action="${base()}/api/demo/sign-in">
      <input name="personId" value="demo-priya"></form><script>document.forms[0].submit()</script>'></iframe>`);
  }).listen(0);
  const refused = page.waitForEvent('console', (message) => /status of 403/.test(message.text()));
  await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}/`);
  await refused;
  elsewhere.close();
  await page.goto('/');
  await expect(page.getByRole('button', { name: /^Mia/, pressed: true })).toBeVisible();
});

test('demo mode is not there for a foreign host, a forwarded request or a post without an origin', async () => {
  const api = await client();
  const form = { personId: 'demo-mia' };
  const signIn = async (headers: Record<string, string>) =>
    (await api.post('/api/demo/sign-in', { form, headers, maxRedirects: 0 })).status();
  expect(await signIn({ origin: base(), host: 'evil.example' })).toBe(421);
  expect(await signIn({ origin: base(), 'x-forwarded-for': '203.0.113.5' })).toBe(403);
  expect(await signIn({ origin: base(), forwarded: 'for=203.0.113.5', 'x-countersign-forwarded': '0' })).toBe(
    403,
  );
  expect(await signIn({})).toBe(403);
  expect(await signIn({ origin: 'https://evil.example' })).toBe(403);
  expect(await signIn({ origin: base() })).toBe(303);
  await api.dispose();
});

test('signing in leads back to a page of ours, never to another site', async () => {
  const api = await client();
  for (const returnTo of ['https://evil.example', '//evil.example', '/\\evil.example', '/.//evil.example']) {
    const answer = await api.post('/api/demo/sign-in', {
      form: { personId: 'demo-mia', returnTo },
      headers: { origin: base() },
      maxRedirects: 0,
    });
    expect(answer.headers().location).toBe('/');
  }
  await api.dispose();
});

test('a page of a stranger leads to signing in', async ({ page }) => {
  await page.context().clearCookies();
  for (const path of ['/instances', '/audit', '/settings/tokens']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  }
});

import type { ServerResponse } from 'node:http';
import type { Seen } from '@/lib/outbound/testing';
import type { SimulatedProvider } from './oidc-provider';

/** What the page asks for: the claims a person signs in with, by the names of its fields. */
const FIELDS = ['sub', 'name', 'email', 'groups'] as const;

/**
 * The page on which somebody signs in at the simulated provider, in a browser: whoever they say they are. It asks each
 * time, as `prompt=login` wants, and sends back to where the browser came from.
 */
export function signInPage(
  { signIn }: Pick<SimulatedProvider, 'signIn'>,
  { method, path, body }: Seen,
  response: ServerResponse,
): void {
  const url = new URL(path, 'http://provider.invalid');
  if (method !== 'POST') {
    const fields = FIELDS.map((name) => `<p><label>${name} <input name="${name}"></label></p>`).join('');
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(
      `<!doctype html><html lang="en"><title>Test provider</title><h1>Who are you?</h1><form method="post">${fields}<button>Go on</button></form>`,
    );
    return;
  }
  const { sub = '', name, email, groups } = Object.fromEntries(new URLSearchParams(body));
  const claims = { name, email, groups: groups?.split(' ').filter(Boolean) };
  const back = new URL(url.searchParams.get('redirect_uri') ?? '');
  const params = signIn(url.href, { subject: sub, claims });
  for (const [key, value] of Object.entries(params)) back.searchParams.set(key, value);
  response.writeHead(303, { location: back.href });
  response.end();
}

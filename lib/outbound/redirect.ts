import { OutboundError } from './errors';

/** One request of a chain of redirects. */
export interface Hop {
  url: URL;
  method: string;
  headers: Headers;
  body: string | Uint8Array | undefined;
}

/** The only headers another origin gets to see: everything else may be a credential. */
const HARMLESS = new Set(['accept', 'accept-language', 'content-type', 'user-agent', 'idempotency-key']);

/** Parses what is to be called. @throws OutboundError `bad-address` for anything but http and https, or credentials in it */
export function outboundUrl(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || !url.hostname)
    throw new OutboundError(
      'bad-address',
      `“${text.slice(0, 200)}” is not an address that begins with https:// or http://.`,
    );
  if (url.username || url.password)
    throw new OutboundError(
      'bad-address',
      `The address of ${url.host} contains a user name or password. Store it as a secret instead.`,
    );
  return url;
}

/**
 * The next request of a redirect as the Fetch standard forms it (§4.4), with all but harmless headers removed when
 * the origin changes. Null when the answer is no redirect.
 */
export function nextHop(hop: Hop, status: number, location: string | null): Hop | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null;
  const url = outboundUrl(location, hop.url);
  if (hop.url.protocol === 'https:' && url.protocol === 'http:')
    throw new OutboundError(
      'bad-address',
      `${hop.url.host} redirects from https to http, which is not followed.`,
    );
  const headers = new Headers(hop.headers);
  const toGet =
    (status === 303 && hop.method !== 'HEAD') ||
    ((status === 301 || status === 302) && hop.method === 'POST');
  if (toGet) headers.delete('content-type');
  if (url.origin !== hop.url.origin)
    for (const name of [...headers.keys()]) if (!HARMLESS.has(name)) headers.delete(name);
  return toGet ? { url, method: 'GET', headers, body: undefined } : { ...hop, url, headers };
}

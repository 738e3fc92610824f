import ipaddr from 'ipaddr.js';

/** Set by our own server from the socket; a client's header of that name is dropped there. */
export const ADDRESS_HEADER = 'x-countersign-address';
/** Set by our own server when the request came with a forwarding header. */
export const FORWARDED_HEADER = 'x-countersign-forwarded';

/** The caller's network address as our server saw it, normalised; `unknown` without our server. */
export function addressOf(headers: { get(name: string): string | null }): string {
  const raw = headers.get(ADDRESS_HEADER) ?? '';
  return ipaddr.isValid(raw) ? ipaddr.process(raw).toString() : 'unknown';
}

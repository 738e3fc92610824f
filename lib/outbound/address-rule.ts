import ipaddr from 'ipaddr.js';
import type { AllowList } from './allow-list';

/** Global unicast IPv6 (RFC 4291 §2.4); everything else is local, embedded IPv4, or not assigned. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** What an administrator may reach by naming a host: inside networks, never link-local or unspecified addresses. */
const INSIDE = new Set(['unicast', 'loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);

export interface Destination {
  /** An IP address, as it would be connected to. */
  address: string;
  /** The host as the URL names it, in lower case and without brackets. */
  host: string;
  port: string;
}

/** Whether a connection may be opened: to public unicast addresses, and to what the list names. */
export function mayConnect({ address, host, port }: Destination, allowed: AllowList): boolean {
  if (!ipaddr.isValid(address)) return false;
  // A zone names an interface of this machine, so an address with one is never public.
  const parsed = ipaddr.process(address);
  if (isPublic(parsed) && !address.includes('%')) return true;
  if (allowed.ranges.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits)))
    return true;
  const named = allowed.hosts.has(host) || allowed.hosts.has(`${host}:${port}`);
  return named && INSIDE.has(parsed.range());
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_V6);
}

import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Exceptions from "public addresses only", made by whoever administers the installation. */
export interface AllowList {
  ranges: readonly [Address, number][];
  /** Host names in lower case, with `:port` when only that port is meant. */
  hosts: ReadonlySet<string>;
}

export const NOTHING: AllowList = { ranges: [], hosts: new Set() };

/**
 * Reads `COUNTERSIGN_ALLOWED_ADDRESSES`: IP addresses, CIDR ranges and host names (`host` or `host:port`), separated
 * by commas or spaces. What is none of these names no host and so allows nothing.
 */
export function parseAllowList(text: string): AllowList {
  const ranges: [Address, number][] = [];
  const hosts = new Set<string>();
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry));
    else if (isDotted(entry)) ranges.push(single(ipaddr.process(entry)));
    else hosts.add(entry.toLowerCase());
  }
  return { ranges, hosts };
}

/** The exception for an address that an administrator entered: this host on this port, nothing else. */
export function allowOnly(url: URL): AllowList {
  return { ranges: [], hosts: new Set([`${bareHost(url.hostname)}:${portOf(url)}`]) };
}

/** The host of a URL without the brackets of IPv6, in lower case, without a trailing dot. */
export const bareHost = (hostname: string): string =>
  hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

/** The port of a URL, written out. */
export const portOf = (url: { protocol: string; port: string }): string =>
  url.port || (url.protocol === 'https:' ? '443' : '80');

/** Only the four-part form: `127.1` and the like are host names to people and addresses to parsers. */
const isDotted = (entry: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(entry) || ipaddr.IPv6.isValid(entry);

const single = (address: Address): [Address, number] => [address, address.kind() === 'ipv4' ? 32 : 128];

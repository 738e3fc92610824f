import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { mayConnect } from './address-rule';
import { type AllowList, bareHost, portOf } from './allow-list';
import { OutboundError } from './errors';

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** All addresses of a host name; replaced in tests. */
export type Resolve = (host: string) => Promise<ResolvedAddress[]>;

const systemResolve: Resolve = (host) => systemLookup(host, { all: true, verbatim: true });

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens connections to allowed addresses only. The name is resolved once, every address is checked, and exactly
 * those are connected to, so that a name that changes its mind between check and use (DNS rebinding) gains nothing.
 * Literals are checked here too, because Node never asks a `lookup` about them.
 */
export function guardedConnector(
  allowed: AllowList,
  resolve: Resolve = systemResolve,
): buildConnector.connector {
  return (options, callback) => {
    const host = bareHost(options.hostname);
    void checked(host, portOf(options), allowed, resolve).then(
      (addresses) => pinned(addresses)(options, callback),
      (error: Error) => callback(error, null),
    );
  };
}

async function checked(
  host: string,
  port: string,
  allowed: AllowList,
  resolve: Resolve,
): Promise<ResolvedAddress[]> {
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await resolve(host).catch(unknownHost(host));
  // One forbidden address among several is reason enough: which of them is used would be a matter of luck.
  if (
    addresses.length === 0 ||
    !addresses.every(({ address }) => mayConnect({ address, host, port }, allowed))
  )
    throw new OutboundError(
      'blocked-address',
      `${host} is not reached from here: it is not a public address. An administrator can allow it with COUNTERSIGN_ALLOWED_ADDRESSES.`,
    );
  return addresses;
}

const unknownHost = (host: string) => (error: unknown) => {
  throw new OutboundError('unreachable', `The host ${host} was not found.`, error);
};

function pinned(addresses: ResolvedAddress[]): buildConnector.connector {
  const lookup: LookupFunction = (_host, options, done) => {
    const first = addresses[0]!;
    if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  };
  return buildConnector({ lookup, timeout: CONNECT_TIMEOUT_MS });
}

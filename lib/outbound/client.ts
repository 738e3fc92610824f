import 'server-only';
import { Agent, type RequestInit as UndiciInit, fetch as undiciFetch } from 'undici';
import { type AllowList, allowOnly, parseAllowList } from './allow-list';
import { capped } from './body';
import { guardedConnector, type Resolve } from './connector';
import { OutboundError, outboundErrorIn } from './errors';
import { type Hop, nextHop, outboundUrl } from './redirect';

const MAX_REDIRECTS = 5;
const DEFAULT_TIMEOUT_MS = 60_000;
/** Largest answer that is read, in bytes after decompression. */
export const MAX_ANSWER_BYTES = 1_000_000;

export interface OutboundRequest {
  method?: string;
  headers?: HeadersInit;
  body?: string | Uint8Array;
  /** Ends the call, its answer's body included. */
  signal?: AbortSignal;
  /** Milliseconds for the whole call, redirects and body included; 60 s when absent. */
  timeoutMs?: number;
  maxBytes?: number;
}

export interface OutboundClient {
  /**
   * Calls a URL through the address guard; redirects are followed and checked one by one.
   * @throws OutboundError when there is no usable answer; a status of 400 or more is an answer
   */
  fetch(url: string, request?: OutboundRequest): Promise<Response>;
  close(): Promise<void>;
}

/** A client with connections of its own, so that what one exception opened is of no use to another client. */
export function createOutboundClient(options: { allowed: AllowList; resolve?: Resolve }): OutboundClient {
  const agent = new Agent({
    connect: guardedConnector(options.allowed, options.resolve),
    keepAliveTimeout: 10_000,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    fetch: (url, request = {}) => call(agent, url, request),
    close: () => agent.close(),
  };
}

async function call(agent: Agent, text: string, request: OutboundRequest): Promise<Response> {
  const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = request.signal ? AbortSignal.any([request.signal, limit]) : limit;
  let hop: Hop = {
    url: outboundUrl(text),
    method: (request.method ?? 'GET').toUpperCase(),
    headers: new Headers(request.headers),
    body: request.body,
  };
  const why = (error: unknown) => explain(error, hop.url, { limit, timeoutMs, signal });
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const answer = await send(agent, hop, signal);
      const next = nextHop(hop, answer.status, answer.headers.get('location'));
      if (!next) return capped(answer, hop.url, request.maxBytes ?? MAX_ANSWER_BYTES, why);
      await answer.body?.cancel();
      hop = next;
    }
  } catch (error) {
    throw why(error);
  }
  throw new OutboundError(
    'too-many-redirects',
    `${hop.url.host} redirects more than ${MAX_REDIRECTS} times.`,
  );
}

async function send(agent: Agent, hop: Hop, signal: AbortSignal): Promise<Response> {
  const init: UndiciInit = {
    method: hop.method,
    headers: [...hop.headers],
    body: hop.body,
    redirect: 'manual',
    credentials: 'omit',
    signal,
    dispatcher: agent,
  };
  // undici's Response and the global one are the same class of two versions.
  return (await undiciFetch(hop.url, init)) as unknown as Response;
}

interface Limits {
  limit: AbortSignal;
  timeoutMs: number;
  signal: AbortSignal;
}

function explain(error: unknown, url: URL, { limit, timeoutMs, signal }: Limits): OutboundError {
  const known = outboundErrorIn(error);
  if (known) return known;
  if (limit.aborted)
    return new OutboundError('timeout', `${url.host} did not answer within ${timeoutMs / 1000} s.`, error);
  if (signal.aborted) return new OutboundError('aborted', `The call of ${url.host} was stopped.`, error);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return new OutboundError(
    'unreachable',
    `${url.host} could not be reached${code ? ` (${code})` : ''}.`,
    error,
  );
}

// One client a process and exception: connections are kept, and bundles have module state of their own.
const shared = globalThis as { countersignOutbound?: Map<string, OutboundClient> };

function kept(key: string, make: () => AllowList): OutboundClient {
  shared.countersignOutbound ??= new Map();
  let client = shared.countersignOutbound.get(key);
  if (!client) {
    client = createOutboundClient({ allowed: make() });
    shared.countersignOutbound.set(key, client);
  }
  return client;
}

/** For addresses that come from processes: public ones and `COUNTERSIGN_ALLOWED_ADDRESSES`. */
export function outbound(): OutboundClient {
  const text = process.env.COUNTERSIGN_ALLOWED_ADDRESSES ?? '';
  return kept(`processes ${text}`, () => parseAllowList(text));
}

/** For an address that an administrator configured: it is reached wherever it is; redirects to elsewhere are checked. */
export function outboundTo(configured: string): OutboundClient {
  const text = process.env.COUNTERSIGN_ALLOWED_ADDRESSES ?? '';
  const url = outboundUrl(configured);
  return kept(`${url.origin} ${text}`, () => {
    const general = parseAllowList(text);
    return { ranges: general.ranges, hosts: new Set([...general.hosts, ...allowOnly(url).hosts]) };
  });
}

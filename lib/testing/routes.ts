import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeToken } from '@/lib/auth/tokens';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BASE = 'app/api/v1';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

type Handler = (request: Request, extra: { params: Promise<Record<string, string>> }) => Promise<Response>;
type RouteModule = Partial<Record<string, Handler>>;

/** A route of the API as its file says: `/instances/[instanceId]`. */
export interface RouteFile {
  path: string;
  file: string;
}

/** Every route of the API that answers something, from the files. */
export const routeFiles = (): RouteFile[] =>
  readdirSync(path.join(ROOT, BASE), { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('/route.ts') && !file.includes('[...'))
    .map((file) => ({ file: `${BASE}/${file}`, path: `/${path.posix.dirname(file)}` }))
    .sort((a, b) => (a.path.replaceAll('[', '~') < b.path.replaceAll('[', '~') ? -1 : 1));

export const loadRoute = async ({ file }: RouteFile): Promise<RouteModule> =>
  (await import(pathToFileURL(path.join(ROOT, file)).href)) as RouteModule;

/** The methods a route file answers. */
export const methodsOf = (module: RouteModule): string[] => METHODS.filter((method) => module[method]);

function match(pattern: string, pathname: string): Record<string, string> | null {
  const [want, have] = [pattern.split('/'), pathname.split('/')];
  if (want.length !== have.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of want.entries()) {
    const name = /^\[(\w+)\]$/.exec(segment)?.[1];
    const value = have[index] ?? '';
    if (name) params[name] = decodeURIComponent(value);
    else if (segment !== value) return null;
  }
  return params;
}

export interface Sent {
  token?: string;
  /** JSON, unless it is a text or bytes. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

const rawBody = (body: unknown): BodyInit | undefined =>
  body === undefined || typeof body === 'string' || body instanceof Uint8Array
    ? (body as BodyInit | undefined)
    : JSON.stringify(body);

/** Sends a request to the route's own handler, as the server would. Static segments win, as in the router. */
export async function send(method: string, address: string, sent: Sent = {}): Promise<Response> {
  const url = new URL(`http://localhost/api/v1${address}`);
  for (const route of routeFiles()) {
    const params = match(route.path, url.pathname.slice('/api/v1'.length));
    if (!params) continue;
    const handler = (await loadRoute(route))[method];
    if (!handler) return new Response(null, { status: 405 });
    const headers = new Headers({ host: 'localhost', 'content-type': 'application/json', ...sent.headers });
    if (sent.token) headers.set('authorization', `Bearer ${sent.token}`);
    const request = new Request(url, { method, headers, body: rawBody(sent.body), signal: sent.signal });
    return handler(request, { params: Promise.resolve(params) });
  }
  return new Response(null, { status: 404 });
}

/** The same with the answer read. */
export async function sendJson<Body = Record<string, unknown>>(method: string, address: string, sent?: Sent) {
  const response = await send(method, address, sent);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

/** A service's token with exactly these roles and groups. */
export async function tokenFor(roles: string[], groups: string[] = ['*']): Promise<string> {
  const { token, hash } = makeToken();
  const id = newId();
  await db().apiToken.create({ data: { id, hash, name: id, service: id, roles, groups, createdBy: 'test' } });
  return token;
}

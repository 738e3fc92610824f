import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { GET as stream } from '../../app/api/v1/instances/[instanceId]/stream/route';
import { POST as setVariables } from '../../app/api/v1/instances/[instanceId]/variables/route';
import { POST as startInstance } from '../../app/api/v1/processes/[processId]/instances/route';
import { POST as publish } from '../../app/api/v1/processes/[processId]/publish/route';
import { POST as createProcess } from '../../app/api/v1/processes/route';
import { POST as complete } from '../../app/api/v1/work/[workId]/complete/route';
import { POST as activate } from '../../app/api/v1/work/activate/route';
import { startEngine } from '../../lib/runtime';

/**
 * The product's API and engine in a process of their own, for the rows that measure over HTTP: the route handlers
 * behind a bare HTTP server. Says its port when it is ready. `DATABASE_URL` says where.
 */
type Handler = (request: Request, extra: { params: Promise<Record<string, string>> }) => Promise<Response>;

const ROUTES: [method: string, path: RegExp, handler: Handler][] = [
  ['POST', /^\/work\/activate$/, activate],
  ['POST', /^\/work\/(?<workId>[^/]+)\/complete$/, complete],
  ['GET', /^\/instances\/(?<instanceId>[^/]+)\/stream$/, stream],
  ['POST', /^\/instances\/(?<instanceId>[^/]+)\/variables$/, setVariables],
  ['POST', /^\/processes$/, createProcess],
  ['POST', /^\/processes\/(?<processId>[^/]+)\/publish$/, publish],
  ['POST', /^\/processes\/(?<processId>[^/]+)\/instances$/, startInstance],
];

async function answer(incoming: http.IncomingMessage, outgoing: http.ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
  const path = url.pathname.replace(/^\/api\/v1/, '');
  for (const [method, pattern, handler] of ROUTES) {
    const match = method === incoming.method ? pattern.exec(path) : null;
    if (!match) continue;
    const params = Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    const response = await handler(await requestOf(incoming, outgoing, url), {
      params: Promise.resolve(params),
    });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body)
      Readable.fromWeb(response.body as never)
        .on('error', () => {})
        .pipe(outgoing);
    else outgoing.end();
    return;
  }
  outgoing.writeHead(404).end();
}

async function requestOf(incoming: http.IncomingMessage, outgoing: http.ServerResponse, url: URL) {
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = new Headers(incoming.headers as Record<string, string>);
  const body = chunks.length ? Buffer.concat(chunks) : undefined;
  return new Request(url, { method: incoming.method ?? 'GET', headers, body, signal: gone.signal });
}

await startEngine();
const server = http.createServer(
  (incoming, outgoing) => void answer(incoming, outgoing).catch(() => outgoing.destroy()),
);
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));

import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** An outside system that remembers every call made to it, by idempotency key. */
export interface EffectsServer {
  url: string;
  /** Key → what was asked with it, once for each call. */
  calls: Map<string, string[]>;
  /** Calls that came without a key. */
  keyless: number;
  close(): Promise<void>;
}

/** Answers most calls, refuses one in twenty before doing anything, and never forgets a key. */
export async function startEffectsServer(): Promise<EffectsServer> {
  const effects: EffectsServer = { url: '', calls: new Map(), keyless: 0, close: async () => {} };
  let asked = 0;
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked++;
      if (asked % 20 === 0) return void response.writeHead(503).end();
      const key = request.headers['idempotency-key'];
      if (typeof key !== 'string' || key === '') effects.keyless++;
      else effects.calls.set(key, [...(effects.calls.get(key) ?? []), body]);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"done":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  effects.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  effects.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return effects;
}

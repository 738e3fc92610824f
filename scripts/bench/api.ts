import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { makeToken } from '../../lib/auth/tokens';
import { model, sequence } from '../../lib/testing/models';
import { compile } from '../compiled';
import { cpuTimeOf } from './cpu';

/** The product's API in a process of its own, with a token that may do everything. */
export interface Api {
  /** @throws for any answer but a success */
  post<Answer = Record<string, string>>(path: string, body: unknown, type?: string): Promise<Answer>;
  /** The messages of an event stream as they come, until `signal` aborts. */
  stream(path: string, signal: AbortSignal): AsyncGenerator<{ seq: number; data: Record<string, unknown> }>;
  /** Publishes a process of these elements; its id. */
  publish(elements: readonly { id: string; xml: string }[]): Promise<string>;
  /** Processor time of its process in microseconds; null where `/proc` does not tell. */
  cpu(): number | null;
  close(): Promise<void>;
}

/** Starts it on a database. */
export async function startApi(url: string): Promise<Api> {
  const secrets = {
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    COUNTERSIGN_KEK: randomBytes(32).toString('base64url'),
  };
  const args = ['--conditions=react-server', await compile('scripts/bench/server.ts')];
  const env = { ...process.env, ...secrets, NODE_ENV: 'production' as const, DATABASE_URL: url };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`The API process ended (${code}).`))),
  );
  ended.catch(() => {});
  const port = await Promise.race([
    new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text).trim()))),
    ended,
  ]);
  const base = `http://127.0.0.1:${port}/api/v1`;
  const authorization = `Bearer ${await administrator(url)}`;
  const post: Api['post'] = async (path, body, type = 'application/json') => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { authorization, 'content-type': type };
    const response = await fetch(base + path, { method: 'POST', headers, body: text });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  return {
    post,
    publish: async (elements) => {
      const { processId } = await post('/processes', model(sequence(elements)), 'application/xml');
      await post(`/processes/${processId}/publish`, { note: 'Benchmark' });
      return processId!;
    },
    async *stream(path, signal) {
      const response = await fetch(base + path, { headers: { authorization }, signal });
      let text = '';
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const [id, data] = [/^id: (\d+)$/m.exec(block)?.[1], /^data: (.*)$/m.exec(block)?.[1]];
          if (id && data) yield { seq: Number(id), data: JSON.parse(data) };
        }
      }
    },
    cpu: () => cpuTimeOf(child.pid ?? 0),
    close: async () => {
      child.kill('SIGKILL');
      await ended.catch(() => {});
    },
  };
}

async function administrator(url: string): Promise<string> {
  const { token, hash } = makeToken();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const roles = ['designer', 'operator', 'reviewer'];
  await client.query(
    `INSERT INTO api_token (id, hash, name, service, roles, groups, created_by)
    VALUES ('bench', $1, 'bench', 'bench', $2, $3, 'bench')`,
    [hash, roles, ['*']],
  );
  await client.end();
  return token;
}

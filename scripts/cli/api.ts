import { randomUUID } from 'node:crypto';
import { CliError, EXIT, type Surroundings } from './command';

interface Problem {
  detail?: string;
  code?: string;
  currentRevision?: number;
  problems?: { severity: string; message: string; elementId: string }[];
}

/** An answer of the server that isn't a success. */
export class Refused extends CliError {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? `The server answered ${status}.`, EXIT.problems);
  }
}

interface Request {
  method?: string;
  type?: string;
  body?: string;
  revision?: number;
}

export interface Api {
  url: string;
  text(path: string): Promise<{ text: string; revision: number }>;
  json<T>(path: string, request?: Request): Promise<T>;
}

/** The API of `COUNTERSIGN_URL` with the token of `COUNTERSIGN_TOKEN`. @throws CliError when one is missing */
export function apiOf({ env }: Surroundings): Api {
  const url = (env.COUNTERSIGN_URL ?? 'http://localhost:3000').replace(/\/+$/, '');
  const token = env.COUNTERSIGN_TOKEN;
  if (!token) {
    throw new CliError(
      'Set COUNTERSIGN_TOKEN to a token of the server (Settings, API tokens), and COUNTERSIGN_URL to its address.',
    );
  }
  const send = async (
    path: string,
    { method = 'GET', type = 'application/json', body, revision }: Request = {},
  ) => {
    const headers = new Headers({ authorization: `Bearer ${token}` });
    if (body !== undefined) headers.set('content-type', type);
    if (revision !== undefined) headers.set('if-match', `"${revision}"`);
    if (method === 'POST') headers.set('idempotency-key', randomUUID());
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    }).catch(() => {
      throw new CliError(`No server answers at ${url}. Is COUNTERSIGN_URL right?`);
    });
    if (!response.ok)
      throw new Refused(response.status, (await response.json().catch(() => ({}))) as Problem);
    return response;
  };
  return {
    url,
    async text(path) {
      const response = await send(path);
      const revision = Number(response.headers.get('etag')?.replace(/\D/g, ''));
      return { text: await response.text(), revision };
    },
    json: async <T>(path: string, request?: Request) => (await (await send(path, request)).json()) as T,
  };
}

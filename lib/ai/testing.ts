import type { ServerResponse } from 'node:http';
import type { Json, JsonObject } from '@/engine/core/json';
import { json, type LocalServer, localServer, type Seen } from '@/lib/outbound/testing';
import type { ResolvedProvider } from './providers/types';
import type { CallConfig } from './types';

/** What a model of a test answers: text, or a status with a body, or whatever is done with the response. */
export type Reply =
  | string
  | { status: number; body: string; headers?: Record<string, string> }
  | ((response: ServerResponse, request: Seen) => void);

/** A server with the OpenAI wire format that gives these replies one after the other, the last one for ever. */
export async function openAiServer(
  replies: readonly Reply[],
  more: JsonObject = {},
): Promise<LocalServer & { bodies(): JsonObject[] }> {
  let next = 0;
  const server = await localServer((request, response) => {
    const reply = replies[Math.min(next++, replies.length - 1)] ?? '';
    if (typeof reply === 'function') return reply(response, request);
    if (typeof reply === 'object')
      return void response.writeHead(reply.status, reply.headers).end(reply.body);
    json(response, 200, completion(reply, more));
  });
  return Object.assign(server, {
    bodies: () => server.seen.map(({ body }) => JSON.parse(body) as JsonObject),
  });
}

const completion = (content: string, choice: JsonObject): JsonObject => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_700_000_000,
  model: 'test-model',
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop', ...choice }],
  usage: { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 },
});

/** A provider at a local server. */
export const providerAt = (
  baseUrl: string,
  kind: ResolvedProvider['kind'] = 'openai-compatible',
): ResolvedProvider => ({
  id: 'test',
  kind,
  name: 'Test provider',
  baseUrl,
  model: 'test-model',
  apiKey: 'canary-key-83647',
  prices: { input: 2_000_000n, output: 10_000_000n, currency: 'EUR' },
});

export const SCHEMA: Json = {
  type: 'object',
  properties: {
    amount: { type: 'number' },
    due: { type: 'string', format: 'date' },
  },
  required: ['amount'],
};

export const PROMPT = 'Read: total 12.50 EUR, due 2026-12-04.';

/** The answer a good model gives to `PROMPT`. */
export const GOOD: JsonObject = {
  rationale: 'Both stand in the text.',
  evidence: [
    { quote: 'total 12.50 EUR', field: 'amount' },
    { quote: 'due 2026-12-04', field: 'due' },
  ],
  value: { amount: 12.5, due: '2026-12-04' },
};

export const config = (more: Partial<CallConfig> = {}): CallConfig => ({
  timeoutMs: 20_000,
  outputSchema: SCHEMA,
  confidenceSource: 'schema-checks',
  threshold: 0.9,
  ...more,
});

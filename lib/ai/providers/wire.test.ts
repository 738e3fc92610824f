import { afterEach, describe, expect, it } from 'vitest';
import { json, type LocalServer, localServer } from '@/lib/outbound/testing';
import { callProvider } from '../call-provider';
import { config, GOOD, PROMPT, providerAt } from '../testing';
import { environmentProviders } from './environment';
import type { ResolvedProvider } from './types';

process.env.COUNTERSIGN_ALLOWED_ADDRESSES = '127.0.0.1';

let server: LocalServer | undefined;
afterEach(() => server?.stop());

const text = JSON.stringify(GOOD);
const chat = {
  id: 'x',
  object: 'chat.completion',
  created: 1,
  model: 'test-model',
  choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
};

const WIRES: { kind: ResolvedProvider['kind']; path: RegExp; header: string; answer: unknown }[] = [
  { kind: 'openai', path: /\/chat\/completions$/, header: 'authorization', answer: chat },
  { kind: 'mistral', path: /\/chat\/completions$/, header: 'authorization', answer: chat },
  {
    kind: 'anthropic',
    path: /\/messages$/,
    header: 'x-api-key',
    answer: {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'test-model',
      content: [{ type: 'tool_use', id: 'toolu_1', name: 'json', input: GOOD }],
      stop_reason: 'tool_use',
      stop_sequence: null,
      usage: { input_tokens: 11, output_tokens: 7 },
    },
  },
  {
    kind: 'google',
    path: /\/models\/test-model:generateContent$/,
    header: 'x-goog-api-key',
    answer: {
      candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
      usageMetadata: { promptTokenCount: 11, candidatesTokenCount: 7, totalTokenCount: 18 },
    },
  },
];

describe("each provider's own wire format", () => {
  it.each(WIRES)('$kind answers', async ({ kind, path, header, answer }) => {
    server = await localServer((_request, response) => json(response, 200, answer));
    const outcome = await callProvider(
      providerAt(server.url, kind),
      config(),
      { system: 'Be exact.', prompt: PROMPT },
      { signal: new AbortController().signal, idempotencyKey: 'i:1' },
    );
    expect(outcome).toMatchObject({
      ok: true,
      result: { value: GOOD.value, confidence: 1, simulated: false },
      report: { providerKind: kind, tokens: { input: 11, output: 7 } },
    });
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]!.path).toMatch(path);
    expect(server.seen[0]!.headers[header]).toContain('canary-key-83647');
    expect(server.seen[0]!.body).toContain(PROMPT);
  });
});

describe('providers of the environment', () => {
  const from = (env: Record<string, string>) =>
    environmentProviders({ NODE_ENV: 'test', ...env }).map(({ id, model, baseUrl }) => ({
      id,
      model,
      baseUrl,
    }));

  it('are none without a key', () => expect(from({ COUNTERSIGN_AI_MODEL: 'x' })).toEqual([]));

  it('say where they process data only where that is stated for them', () => {
    const regions = (env: Partial<NodeJS.ProcessEnv>) =>
      environmentProviders({ NODE_ENV: 'test', ...env }).map(({ id, region }) => [id, region]);
    const keys = {
      MISTRAL_API_KEY: 'k',
      OPENAI_API_KEY: 'k',
      COUNTERSIGN_AI_BASE_URL: 'http://x/v1',
      COUNTERSIGN_AI_MODEL: 'm',
    };
    expect(
      regions({ ...keys, COUNTERSIGN_AI_REGION: 'our cellar', COUNTERSIGN_AI_REGION_MISTRAL: 'EU' }),
    ).toEqual([
      ['openai-compatible', 'our cellar'],
      ['openai', undefined],
      ['mistral', 'EU'],
    ]);
  });

  it('are those with a key, with the model that is named', () => {
    expect(from({ MISTRAL_API_KEY: 'k', OPENAI_API_KEY: 'k', COUNTERSIGN_AI_MODEL: 'm' })).toEqual([
      { id: 'openai', model: 'm', baseUrl: 'https://api.openai.com/v1' },
      { id: 'mistral', model: 'm', baseUrl: 'https://api.mistral.ai/v1' },
    ]);
  });

  it('begin with an endpoint that needs no key', () => {
    const env = { COUNTERSIGN_AI_BASE_URL: 'http://localhost:11434/v1', COUNTERSIGN_AI_MODEL: 'qwen3' };
    expect(from(env)).toEqual([
      { id: 'openai-compatible', model: 'qwen3', baseUrl: env.COUNTERSIGN_AI_BASE_URL },
    ]);
    expect(from({ COUNTERSIGN_AI_BASE_URL: env.COUNTERSIGN_AI_BASE_URL })).toEqual([]);
  });
});

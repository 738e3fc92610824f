import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { Redactor } from '@/lib/connections/redact';
import { json, type LocalServer } from '@/lib/outbound/testing';
import { callProvider } from './call-provider';
import { SIMULATED } from './providers/types';
import { redacting } from './redacting';
import { config, GOOD, openAiServer, PROMPT, providerAt, type Reply } from './testing';
import type { CallConfig } from './types';

process.env.COUNTERSIGN_ALLOWED_ADDRESSES = '127.0.0.1';
process.env.COUNTERSIGN_SIMULATED_DELAY_MS = '0';

let server: (LocalServer & { bodies(): Record<string, unknown>[] }) | undefined;
afterEach(() => server?.stop());

/** What a listener heard: pieces of text, and an array of problems behind each answer. */
function heard() {
  const all: (string | string[])[] = [];
  const listener = {
    text: (piece: string) => void all.push(piece),
    checked: (problems: string[]) => void all.push(problems),
  };
  return { all, listener, text: () => all.filter((each) => typeof each === 'string').join('') };
}

const chunk = (delta: object, more: object = {}) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: null, ...more }] })}\n\n`;

/** An answer in pieces of seven characters, as the OpenAI wire format streams it. */
const pieces =
  (text: string, logprob?: number): Reply =>
  (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const part of text.match(/[\s\S]{1,7}/g) ?? [])
      response.write(
        chunk(
          { role: 'assistant', content: part },
          logprob === undefined
            ? {}
            : { logprobs: { content: [{ token: part, logprob, top_logprobs: [] }] } },
        ),
      );
    response.write(chunk({}, { finish_reason: 'stop' }));
    const usage = { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 };
    response.write(
      `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [], usage })}\n\n`,
    );
    response.end('data: [DONE]\n\n');
  };

async function ask(replies: Reply[], more: Partial<CallConfig> = {}) {
  server = await openAiServer(replies);
  const ear = heard();
  const outcome = await callProvider(
    providerAt(`${server.url}/v1`),
    config(more),
    { system: '', prompt: PROMPT },
    { signal: new AbortController().signal, idempotencyKey: 'x', listener: ear.listener },
  );
  return { outcome, ear };
}

const good = JSON.stringify(GOOD);

describe('an answer that is listened to', () => {
  it('is told piece by piece, judged, and costs what it costs', async () => {
    const { outcome, ear } = await ask([pieces(good)]);
    expect(outcome).toMatchObject({
      ok: true,
      result: { value: GOOD.value, confidence: 1 },
      report: { tokens: { input: 120, output: 30 }, cost: { amount: 0.00054, currency: 'EUR' } },
    });
    expect(ear.text()).toBe(good);
    expect(ear.all.length).toBeGreaterThan(10);
    expect(ear.all.at(-1)).toEqual([]);
    expect(server!.bodies()[0]).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  it('shows what was wrong with it before the corrected one begins', async () => {
    const wrong = JSON.stringify({ ...GOOD, value: { amount: 'twelve' } });
    const { outcome, ear } = await ask([pieces(wrong), pieces(good)]);
    expect(outcome.ok).toBe(true);
    const judged = ear.all.filter((each) => typeof each !== 'string');
    expect(judged).toEqual([['value.amount must be number.'], []]);
    expect(ear.text()).toBe(wrong + good);
  });

  it('keeps the token probabilities', async () => {
    const { outcome } = await ask([pieces(good, Math.log(0.5))], { confidenceSource: 'logprobs' });
    expect(outcome).toMatchObject({ ok: true, result: { confidenceSource: 'logprobs' } });
  });

  it('of several that are compared is the first alone', async () => {
    const bothWays: Reply = (response, request) => {
      if ((JSON.parse(request.body) as { stream?: true }).stream)
        return (pieces(good) as (response: ServerResponse) => void)(response);
      const choices = [{ index: 0, message: { role: 'assistant', content: good }, finish_reason: 'stop' }];
      json(response, 200, { id: 'c', object: 'chat.completion', created: 1, model: 'm', choices });
    };
    const { outcome, ear } = await ask([bothWays], { confidenceSource: 'field-agreement' });
    expect(outcome.ok).toBe(true);
    expect(server!.bodies().filter(({ stream }) => stream === true)).toHaveLength(1);
    expect(server!.seen).toHaveLength(3);
    expect(ear.text()).toBe(good);
  });

  it.each([
    [429, 'provider-busy'],
    [500, 'provider-failed'],
  ])('that is refused with %i is a failure with that name', async (status, code) => {
    const { outcome, ear } = await ask([{ status, body: '{"error":{"message":"no"}}' }]);
    expect(outcome).toMatchObject({ ok: false, code });
    expect(ear.all).toEqual([]);
  });

  it('by a provider that knows no structured output is asked for in words', async () => {
    const refusal = { status: 400, body: '{"error":{"message":"This response_format type is unavailable"}}' };
    const { outcome } = await ask([refusal, pieces(good)]);
    expect(outcome.ok).toBe(true);
    expect(server!.bodies()[1]).not.toHaveProperty('response_format');
  });

  it('stops when whoever listened goes away', async () => {
    const gone = new AbortController();
    const ear = heard();
    server = await openAiServer([
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(chunk({ role: 'assistant', content: '{"ra' }));
      },
    ]);
    const listener = {
      ...ear.listener,
      text: (piece: string) => {
        ear.listener.text(piece);
        gone.abort();
      },
    };
    const context = { signal: gone.signal, idempotencyKey: 'x', listener };
    const outcome = await callProvider(
      providerAt(`${server.url}/v1`),
      config(),
      { system: '', prompt: PROMPT },
      context,
    );
    expect(outcome).toMatchObject({ ok: false, code: 'aborted' });
    expect(ear.text()).toBe('{"ra');
  });

  it('of the simulated model comes in pieces too', async () => {
    const ear = heard();
    const outcome = await callProvider(
      SIMULATED,
      config(),
      { system: '', prompt: PROMPT },
      { signal: new AbortController().signal, idempotencyKey: 'x', listener: ear.listener },
    );
    expect(outcome).toMatchObject({ ok: true, result: { value: GOOD.value, simulated: true } });
    expect(ear.all.length).toBeGreaterThan(5);
    expect(JSON.parse(ear.text())).toMatchObject({ value: GOOD.value });
  });
});

describe('a key in a streamed answer', () => {
  it('is not heard, however it is cut', () => {
    const key = 'canary-key-83647';
    for (let at = 1; at < key.length; at++) {
      const ear = heard();
      const listener = redacting(ear.listener, new Redactor([key]));
      listener.text(`before ${key.slice(0, at)}`);
      listener.text(`${key.slice(at)} after can`);
      listener.checked([`${key} is wrong`]);
      expect(ear.text()).toBe('before ••• after can');
      expect(ear.all.at(-1)).toEqual(['••• is wrong']);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence, userStep } from '@/lib/testing/models';
import { send, sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
let token: string;
let instanceId: string;
beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator', 'reviewer']);
  const headers = { 'content-type': 'application/xml' };
  const body = model(sequence([userStep('check')]));
  const { processId } = (await sendJson('POST', '/processes', { token, body, headers })).body;
  await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
  const started = await sendJson('POST', `/processes/${processId}/instances`, { token });
  instanceId = started.body.instanceId as string;
});
afterAll(() => app.stop());

interface Message {
  id: number;
  type: string;
}

/** Messages as they come; ends with the signal. */
async function* messages(response: Response): AsyncGenerator<Message> {
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [block, rest] = [text.slice(0, end), text.slice(end + 2)];
      text = rest;
      const id = /^id: (\d+)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (id && data) yield { id: Number(id), type: (JSON.parse(data) as { type: string }).type };
    }
  }
}

async function follow(until: string, headers: Record<string, string> = {}, query = ''): Promise<Message[]> {
  const gone = new AbortController();
  const response = await send('GET', `/instances/${instanceId}/stream${query}`, {
    token,
    headers,
    signal: gone.signal,
  });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const seen: Message[] = [];
  for await (const message of messages(response)) {
    seen.push(message);
    if (message.type === until) break;
  }
  gone.abort();
  return seen;
}

describe('the event stream', () => {
  it('begins with what happened, goes on live, and is numbered like the events', async () => {
    const following = follow('instance.completed');
    const { body } = await sendJson('GET', `/tasks?instanceId=${instanceId}`, { token });
    const { taskId } = (body.items as { taskId: string }[])[0]!;
    await sendJson('POST', `/tasks/${taskId}/complete`, { token });
    const seen = await following;
    const events = await sendJson('GET', `/instances/${instanceId}/events`, { token });
    expect(seen).toEqual(
      (events.body.items as { seq: number; type: string }[]).map(({ seq, type }) => ({ id: seq, type })),
    );
  });

  it('goes on after Last-Event-ID, which wins over ?after=', async () => {
    const rest = await follow('instance.completed', { 'last-event-id': '3' }, '?after=1');
    expect(rest[0]?.id).toBe(4);
    expect((await follow('instance.completed', {}, '?after=2'))[0]?.id).toBe(3);
  });

  it('refuses a place that is no number', async () => {
    const refused = await sendJson('GET', `/instances/${instanceId}/stream?after=soon`, { token });
    expect(refused).toMatchObject({ status: 400 });
  });
});

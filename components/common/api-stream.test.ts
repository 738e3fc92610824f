import { describe, expect, it } from 'vitest';
import { type ServerEvent, serverEvents } from './api-stream';

async function read(...chunks: string[]): Promise<ServerEvent[]> {
  const all: ServerEvent[] = [];
  const source = (async function* () {
    yield* chunks;
  })();
  for await (const event of serverEvents(source)) all.push(event);
  return all;
}

describe('an event stream', () => {
  const TEXT =
    'retry: 1000\n\nid: 1\nevent: text\ndata: {"text":"a\\n\\nb"}\n\n: still here\n\nid: 2\ndata: 7\n\n';
  const EVENTS = [
    { event: 'text', data: { text: 'a\n\nb' } },
    { event: 'message', data: 7 },
  ];

  it('gives its messages, however it is cut', async () => {
    expect(await read(TEXT)).toEqual(EVENTS);
    expect(await read(...TEXT)).toEqual(EVENTS);
  });

  it('leaves a message out that was broken off', async () => {
    expect(await read('data: 1\n\ndata: {"te')).toEqual([{ event: 'message', data: 1 }]);
  });
});

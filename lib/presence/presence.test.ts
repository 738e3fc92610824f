import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence, userStep } from '@/lib/testing/models';
import { send, sendJson, tokenFor } from '@/lib/testing/routes';
import { connectPresence } from './connect';
import type { Participant, PresenceEvents } from './types';

let app: TestApp;
let [ada, ben] = ['', ''];
let [processId, modelId] = ['', ''];
beforeAll(async () => {
  app = await startApp({ engine: false });
  [ada, ben] = [await tokenFor(['designer']), await tokenFor(['designer'])];
});
beforeEach(async () => {
  const headers = { 'content-type': 'application/xml' };
  const body = model(sequence([userStep('check')]));
  const made = await sendJson('POST', '/processes', { token: ada, body, headers });
  [processId, modelId] = [String(made.body.processId), String(made.body.modelId)];
});
afterAll(() => app.stop());

const path = () => `/processes/${processId}/presence`;

/** A window: what its stream said, waited for one by one. */
async function open(token: string) {
  const gone = new AbortController();
  const response = await send('GET', path(), { token, signal: gone.signal });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const events = messages(response);
  const next = async <Name extends keyof PresenceEvents>(
    name: Name,
    fits: (data: PresenceEvents[Name]) => boolean = () => true,
  ): Promise<PresenceEvents[Name]> => {
    for (;;) {
      const { value, done } = await events.next();
      if (done) throw new Error(`The stream ended before ${name}`);
      if (value.event === name && fits(value.data as PresenceEvents[Name]))
        return value.data as PresenceEvents[Name];
    }
  };
  const { id, saved } = await next('hello');
  return { id, saved, next, close: () => gone.abort() };
}

async function* messages(response: Response): AsyncGenerator<{ event: string; data: unknown }> {
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const event = /^event: (.*)$/m.exec(block)?.[1];
      if (event) yield { event, data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null') };
    }
  }
}

const ids = ({ people }: { people: Participant[] }) => people.map(({ id }) => id).sort();
describe('presence on a draft', () => {
  it('shows two people to each other, what they select, and that one left', async () => {
    const events = await db().ledger.count();
    const mine = await open(ada);
    const theirs = await open(ben);
    await mine.next('people', (data) => ids(data).join() === [mine.id, theirs.id].sort().join());
    const body = { id: theirs.id, selection: ['check'] };
    expect(await sendJson('POST', path(), { token: ben, body })).toMatchObject({ status: 200, body: {} });
    const { people } = await mine.next('people', (data) =>
      data.people.some(({ selection }) => selection.length > 0),
    );
    expect(people.find(({ id }) => id === theirs.id)?.selection).toEqual(['check']);
    theirs.close();
    await mine.next('people', (data) => ids(data).join() === mine.id);
    expect(await db().ledger.count()).toBe(events);
    mine.close();
  });

  it('tells who saved, and begins with what the draft is at', async () => {
    const mine = await open(ada);
    expect(mine.saved.revision).toBe(1);
    const body = model(sequence([userStep('look')]));
    const headers = { 'content-type': 'application/xml', 'if-match': '"1"' };
    const saved = await sendJson('PUT', `/processes/${processId}/draft`, { token: ben, body, headers });
    expect(saved).toMatchObject({ status: 200, body: { draftRevision: 2 } });
    expect((await mine.next('saved')).revision).toBe(2);
    const late = await open(ben);
    expect(late.saved.revision).toBe(2);
    late.close();
    mine.close();
  });

  it('tells at once what is said about the draft, to each as they may see it, and what is gone', async () => {
    const mine = await open(ada);
    const theirs = await open(ben);
    const at = `/processes/${processId}/comments`;
    const body = { elementId: 'check', text: 'Who checks?' };
    const { threadId } = (await sendJson('POST', at, { token: ben, body })).body;
    const first = await mine.next('conversations');
    const comment = { text: 'Who checks?', mine: false };
    expect(first).toMatchObject({ threads: [{ threadId, thread: { comments: [comment] } }] });
    expect(await theirs.next('conversations')).toMatchObject({
      threads: [{ thread: { comments: [{ ...comment, mine: true }] } }],
    });
    await sendJson('POST', `${at}/${threadId}/resolve`, { token: ada });
    expect((await mine.next('conversations')).threads[0]?.thread?.resolved).not.toBeNull();
    const { commentId } = first.threads[0]!.thread!.comments[0]!;
    await sendJson('DELETE', `${at}/${threadId}/replies/${commentId}`, { token: ben });
    expect(await mine.next('conversations')).toEqual({ threads: [{ threadId, thread: null }] });
    theirs.close();
    mine.close();
  });

  it('tells who only reads what is said, and nobody that they do', async () => {
    const mine = await open(ada);
    const gone = new AbortController();
    const response = await send('GET', `${path()}?only=conversations`, { token: ben, signal: gone.signal });
    const heard = messages(response);
    expect((await heard.next()).value).toEqual({ event: 'missed', data: {} });
    const body = model(sequence([userStep('look')]));
    const headers = { 'content-type': 'application/xml', 'if-match': '"1"' };
    await sendJson('PUT', `/processes/${processId}/draft`, { token: ada, body, headers });
    const say = { elementId: 'look', text: 'Who looks?' };
    await sendJson('POST', `/processes/${processId}/comments`, { token: ada, body: say });
    // Neither who is there nor that they saved came before.
    const next = (await heard.next()).value;
    expect(next).toMatchObject({
      event: 'conversations',
      data: { threads: [{ thread: { comments: [{ text: 'Who looks?', mine: false }] } }] },
    });
    const third = await open(ada);
    const { people } = await third.next('people');
    expect(ids({ people })).toEqual([mine.id, third.id].sort());
    gone.abort();
    third.close();
    mine.close();
    expect((await sendJson('GET', `${path()}?only=people`, { token: ben })).status).toBe(400);
  });

  it('reaches the windows of other server processes', async () => {
    const other = connectPresence(app.url);
    const gone = new AbortController();
    const far = { id: 'far/1', personId: 'far', name: 'Far', selection: [] };
    const mine = await open(ada);
    const seen = other.hub.follow(modelId, far, gone.signal);
    // leaving a loop over it would be leaving the draft
    const metAda = async (): Promise<string[]> => {
      const { value } = await seen.next();
      return value?.event === 'people' && ids(value.data).includes(mine.id) ? ids(value.data) : metAda();
    };
    expect(await metAda()).toEqual([mine.id, far.id].sort());
    await mine.next('people', (data) => ids(data).includes(far.id));
    gone.abort();
    await seen.return(undefined);
    await mine.next('people', (data) => !ids(data).includes(far.id));
    mine.close();
    await other.close();
  });

  it('shows what others point at and see, and whom they follow', async () => {
    const mine = await open(ada);
    const theirs = await open(ben);
    const tell = (more: object) => sendJson('POST', path(), { token: ben, body: { id: theirs.id, ...more } });
    const place = { plane: 'plane', pointer: { x: 1.5, y: -2 }, view: { x: 0, y: 0, width: 9, height: 5 } };
    expect((await tell({ place })).status).toBe(200);
    expect(await mine.next('moves')).toEqual({ moves: [{ id: theirs.id, place }] });
    expect((await tell({ place, follows: mine.id })).status).toBe(200);
    const { people } = await mine.next('people', (data) => data.people.some(({ follows }) => follows));
    expect(people.find(({ id }) => id === theirs.id)).toMatchObject({ place, follows: mine.id });
    for (const wrong of [
      { ...place, pointer: { x: 1e9, y: 0 } },
      { ...place, view: { ...place.view, width: 0 } },
    ])
      expect((await tell({ place: wrong })).status).toBe(400);
    theirs.close();
    mine.close();
  });

  it('takes so many signs of life of a person and no more, whichever window gives them', async () => {
    const token = await tokenFor(['designer']);
    const mine = await open(token);
    const tell = () => sendJson('POST', path(), { token, body: { id: mine.id } });
    const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await tell()).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await tell();
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(10);
    expect((await sendJson('POST', path(), { token: ben, body: { id: mine.id } })).status).toBe(404);
    mine.close();
  });

  it('is refused to who may not see the draft, and speaks for nobody else', async () => {
    const reviewer = await tokenFor(['reviewer']);
    const mine = await open(ada);
    const body = { id: mine.id, selection: [] };
    const status = async (method: string, sent: object) => (await sendJson(method, path(), sent)).status;
    expect(await status('GET', {})).toBe(401);
    expect(await status('GET', { token: reviewer })).toBe(403);
    expect(await status('POST', { token: reviewer, body })).toBe(403);
    expect(await status('POST', { token: ben, body })).toBe(404);
    expect(await status('POST', { token: ada, body: { ...body, name: 'Somebody else' } })).toBe(400);
    expect(await status('POST', { token: ada, body: { ...body, selection: ['x'.repeat(101)] } })).toBe(400);
    expect(await status('POST', { token: ada, body })).toBe(200);
    const nowhere = await sendJson('GET', '/processes/unknown/presence', { token: ada });
    expect(nowhere.status).toBe(404);
    mine.close();
  });
});

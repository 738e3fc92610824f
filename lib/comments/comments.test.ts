import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { throttle } from '@/lib/auth/throttle';
import { db } from '@/lib/db/client';
import { startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence, userStep } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';
import type { ThreadAnswer } from './answer';
import type { DeletedAnswer } from './delete';
import { MAX_EDITS, MAX_IN_THREAD, MAX_OPEN, MAX_TEXT } from './limits';
import type { ThreadsAnswer } from './list';
import { checksumOf } from './thread';
import type { WordingsAnswer } from './wordings';

let app: TestApp;
let [ada, ben, operator, auditor] = ['', '', '', ''];
let base = '';
beforeAll(async () => {
  app = await startApp({ engine: false });
  ada = await tokenFor(['designer']);
  ben = await tokenFor(['designer']);
  operator = await tokenFor(['operator']);
  auditor = await tokenFor(['auditor']);
  base = await newProcess();
});
afterAll(() => app.stop());

async function newProcess(): Promise<string> {
  const headers = { 'content-type': 'application/xml' };
  const made = await sendJson('POST', '/processes', {
    token: ada,
    body: model(sequence([userStep('check')])),
    headers,
  });
  return `/processes/${made.body.processId}/comments`;
}

const add = (body: object, token = ada, at = base, headers: Record<string, string> = {}) =>
  sendJson<ThreadAnswer>('POST', at, { token, body, headers });
const reply = (threadId: string, text: string, token = ben) =>
  sendJson<ThreadAnswer>('POST', `${base}/${threadId}/replies`, { token, body: { text } });
const settle = (threadId: string, how: 'resolve' | 'reopen', token = ada) =>
  sendJson<ThreadAnswer>('POST', `${base}/${threadId}/${how}`, { token });
const take = (threadId: string, commentId: string, token = ada) =>
  sendJson<DeletedAnswer>('DELETE', `${base}/${threadId}/replies/${commentId}`, { token });
const list = async (query = '', token = ada, at = base) =>
  (await sendJson<ThreadsAnswer>('GET', `${at}${query}`, { token })).body;
const draft = async () => (await sendJson('GET', base.replace('/comments', '/draft'), { token: ada })).body;
const events = async () =>
  (
    await db().ledger.findMany({ where: { canon: { contains: '"comment.' } }, orderBy: { position: 'asc' } })
  ).map((row) => {
    const { events: all } = JSON.parse(row.canon) as { events: { type: string }[] };
    return { type: all[0]?.type, data: JSON.parse(row.data ?? '[]')[0] as Record<string, unknown> };
  });

describe('a conversation about an element', () => {
  it('is begun, answered, resolved and taken up again, each on the record; the draft stays as it is', async () => {
    const before = await draft();
    const made = await add({ elementId: 'check', text: '  Who checks?  ' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        elementId: 'check',
        point: null,
        resolved: null,
        comments: [{ text: 'Who checks?', mine: true }],
      },
    });
    const { threadId, elementName } = made.body;
    expect(elementName).not.toBeNull();
    const answered = await reply(threadId, 'I do.');
    expect(answered.body.comments.map(({ text, mine }) => [text, mine])).toEqual([
      ['Who checks?', false],
      ['I do.', true],
    ]);
    const resolved = (await settle(threadId, 'resolve', operator)).body.resolved;
    expect(resolved?.by.id).toBeTruthy();
    expect((await settle(threadId, 'resolve')).body.resolved).toEqual(resolved);
    expect(await list()).toMatchObject({ items: [], counts: { open: 0, resolved: 1 } });
    expect((await list('?state=resolved')).items.map((each) => each.threadId)).toEqual([threadId]);
    expect((await settle(threadId, 'reopen', ben)).body.resolved).toBeNull();
    expect((await list('', operator)).items).toMatchObject([{ threadId, comments: [{}, {}] }]);
    expect(await draft()).toEqual(before);
    const written = await events();
    expect(written.map(({ type }) => type)).toEqual([
      'comment.added',
      'comment.replied',
      'comment.resolved',
      'comment.reopened',
    ]);
    expect(written[0]?.data).toMatchObject({ threadId, elementId: 'check', elementName });
    expect(JSON.stringify(written)).not.toContain('Who checks?');
  });

  it('is open again when somebody answers after it was resolved', async () => {
    const { threadId } = (await add({ elementId: 'check', text: 'Done?' })).body;
    await settle(threadId, 'resolve');
    expect((await reply(threadId, 'Not yet.')).body.resolved).toBeNull();
    expect((await events()).slice(-2).map(({ type }) => type)).toEqual([
      'comment.replied',
      'comment.reopened',
    ]);
  });

  it('may name an element that the stored draft doesn’t have yet', async () => {
    expect((await add({ elementId: 'drawn-just-now', text: 'x' })).body).toMatchObject({
      elementId: 'drawn-just-now',
      elementName: null,
    });
  });

  it('is begun once by one key, however often it is sent', async () => {
    const headers = { 'idempotency-key': 'once-and-once-more' };
    const before = (await list('?state=all')).items.length;
    const first = await add({ elementId: 'check', text: 'Once' }, ada, base, headers);
    const again = await add({ elementId: 'check', text: 'Once' }, ada, base, headers);
    expect(again.body.threadId).toBe(first.body.threadId);
    expect((await list('?state=all')).items).toHaveLength(before + 1);
  });
});

describe('a sticky note', () => {
  it('lies at a place of the drawing', async () => {
    const point = { planeId: 'plane', x: -12.5, y: 40 };
    const { body } = await add({ point, text: 'Here something is missing' });
    expect(body).toMatchObject({ elementId: null, elementName: null, point });
  });

  it.each([
    ['nowhere', { text: 'x' }, 422],
    ['at two places', { text: 'x', elementId: 'check', point: { planeId: 'p', x: 0, y: 0 } }, 422],
    ['beyond the edge', { text: 'x', point: { planeId: 'p', x: 1e9, y: 0 } }, 400],
    ['without a word', { text: '  ', elementId: 'check' }, 400],
  ])('%s is refused', async (_what, body, status) => {
    expect((await add(body)).status).toBe(status);
  });

  it('too long says how long it may be', async () => {
    const refused = await add({ text: 'x'.repeat(MAX_TEXT + 1), elementId: 'check' });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain('at most 2,000 characters');
  });
});

describe('moving', () => {
  const move = (threadId: string, body: object, token = ada) =>
    sendJson<ThreadAnswer>('PUT', `${base}/${threadId}/place`, { token, body });

  it('pins a conversation to an element and back to a place, each on the record once', async () => {
    const point = { planeId: 'plane', x: 1, y: 2 };
    const { threadId } = (await add({ point, text: 'Where?' })).body;
    const pinned = (await move(threadId, { elementId: 'check' }, ben)).body;
    expect(pinned).toMatchObject({ elementId: 'check', point: null });
    expect(pinned.elementName).not.toBeNull();
    const there = { ...point, x: 500 };
    expect((await move(threadId, { point: there })).body).toMatchObject({ elementId: null, point: there });
    const before = (await events()).length;
    expect((await move(threadId, { point: there })).status).toBe(200);
    const written = await events();
    expect(written).toHaveLength(before);
    expect(written.at(-1)).toMatchObject({ type: 'comment.moved', data: { from: { elementId: 'check' } } });
    for (const body of [{}, { point, elementId: 'check' }])
      expect((await move(threadId, body)).status).toBe(422);
    expect((await move(threadId, { elementId: 'check' }, auditor)).status).toBe(403);
  });
});

const edit = (threadId: string, commentId: string, text: string, token = ada) =>
  sendJson<ThreadAnswer>('PUT', `${base}/${threadId}/replies/${commentId}`, { token, body: { text } });
const wordings = (threadId: string, commentId: string, token = ada) =>
  sendJson<WordingsAnswer>('GET', `${base}/${threadId}/replies/${commentId}/wordings`, { token });
const begun = async (text: string, token = ada) => {
  const { body } = await add({ elementId: 'check', text }, token);
  return [body.threadId, body.comments[0]?.commentId ?? '', body.createdAt] as const;
};

describe('editing', () => {
  it('puts one’s own into other words, says so, and keeps what it said for whoever reads it', async () => {
    const [threadId, commentId, createdAt] = await begun('Who cheks?');
    await reply(threadId, 'Me.');
    const changed = await edit(threadId, commentId, '  Who checks?  ');
    expect(changed.body.comments).toMatchObject([{ text: 'Who checks?' }, { text: 'Me.', editedAt: null }]);
    const editedAt = changed.body.comments[0]!.editedAt!;
    expect(editedAt >= createdAt).toBe(true);
    await edit(threadId, commentId, 'Who checks it?');
    expect(await wordings(threadId, commentId, auditor)).toMatchObject({
      status: 200,
      body: {
        commentId,
        earlier: [
          { text: 'Who cheks?', at: createdAt },
          { text: 'Who checks?', at: editedAt },
        ],
      },
    });
    expect((await events()).at(-1)).toMatchObject({
      type: 'comment.edited',
      data: { commentId, before: checksumOf('Who checks?'), checksum: checksumOf('Who checks it?') },
    });
  });

  it('with the same words changes nothing', async () => {
    const [threadId, commentId] = await begun('Same');
    const before = (await events()).length;
    expect((await edit(threadId, commentId, 'Same')).body.comments[0]?.editedAt).toBeNull();
    expect(await events()).toHaveLength(before);
  });

  it('is for who wrote it, of what is there, and not of what was resolved', async () => {
    const [threadId, commentId] = await begun('Mine');
    const refused = await edit(threadId, commentId, 'Theirs', ben);
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect((await edit(threadId, commentId, '   ')).status).toBe(400);
    expect((await edit(threadId, 'nothing', 'x')).status).toBe(404);
    await settle(threadId, 'resolve');
    expect(await edit(threadId, commentId, 'Else')).toMatchObject({
      status: 409,
      body: { code: 'thread-resolved' },
    });
    await settle(threadId, 'reopen');
    expect((await edit(threadId, commentId, 'Else')).status).toBe(200);
    const reviewer = await tokenFor(['reviewer']);
    expect((await wordings(threadId, commentId, reviewer)).status).toBe(403);
    const [other] = await begun('Other');
    expect((await wordings(other, commentId)).status).toBe(404);
  });

  it('is forgotten with everything it ever said when it is deleted, also where its place stays', async () => {
    const [threadId, commentId] = await begun('First');
    const own = (await reply(threadId, 'Answer')).body.comments[1]?.commentId ?? '';
    await edit(threadId, commentId, 'First, changed');
    await edit(threadId, own, 'Answer, changed', ben);
    const kept = () => db().commentWording.count({ where: { commentId: { in: [commentId, own] } } });
    expect(await kept()).toBe(2);
    await take(threadId, commentId);
    expect(await kept()).toBe(1);
    expect((await wordings(threadId, commentId)).status).toBe(404);
    expect((await edit(threadId, commentId, 'Back?')).status).toBe(404);
    await take(threadId, own, ben);
    expect(await kept()).toBe(0);
  });

  it('has an end', async () => {
    const [threadId, commentId] = await begun('Start');
    const row = (i: number) => ({ id: `w-${i}`, commentId, text: `${i}`, writtenAt: new Date(i) });
    await db().commentWording.createMany({ data: Array.from({ length: MAX_EDITS }, (_, i) => row(i)) });
    expect(await edit(threadId, commentId, 'Once more')).toMatchObject({
      status: 409,
      body: { code: 'too-many-edits' },
    });
  });
});

describe('deleting', () => {
  it('takes out one’s own, and only one’s own', async () => {
    const { threadId, comments } = (await add({ elementId: 'check', text: 'Mine' })).body;
    const theirs = (await reply(threadId, 'Theirs')).body.comments[1]?.commentId ?? '';
    expect(await take(threadId, theirs)).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    const first = await take(threadId, comments[0]?.commentId ?? '');
    expect(first.body.thread?.comments.map(({ text }) => text)).toEqual([null, 'Theirs']);
    expect((await take(threadId, comments[0]?.commentId ?? '')).status).toBe(404);
    expect((await take(threadId, theirs, ben)).body.thread).toBeNull();
    expect((await list('?state=all')).items.map((each) => each.threadId)).not.toContain(threadId);
    expect(await db().comment.count({ where: { threadId } })).toBe(0);
    expect((await reply(threadId, 'Too late')).status).toBe(404);
  });
});

describe('who may', () => {
  it('read: whoever sees drafts; write: who draws, runs or administers', async () => {
    const { threadId } = (await add({ elementId: 'check', text: 'Seen' }, operator)).body;
    expect((await list('', auditor)).items.length).toBeGreaterThan(0);
    const reviewer = await tokenFor(['reviewer']);
    expect((await sendJson('GET', base, { token: reviewer })).status).toBe(403);
    for (const token of [auditor, reviewer]) {
      expect((await add({ elementId: 'check', text: 'No' }, token)).status).toBe(403);
      expect((await reply(threadId, 'No', token)).status).toBe(403);
      expect((await settle(threadId, 'resolve', token)).status).toBe(403);
    }
  });

  it('reach a conversation: only by the process it belongs to', async () => {
    const other = await newProcess();
    const { threadId } = (await add({ elementId: 'check', text: 'There' }, ada, other)).body;
    expect((await settle(threadId, 'resolve')).status).toBe(404);
    expect((await list()).items.map((each) => each.threadId)).not.toContain(threadId);
    expect((await list('', ada, other)).items).toHaveLength(1);
  });
});

describe('limits', () => {
  it('open conversations of a process', async () => {
    const at = await newProcess();
    const process = await db().process.findUniqueOrThrow({ where: { id: at.split('/')[2] ?? '' } });
    const row = (i: number) => ({ id: `open-${i}`, modelId: process.modelId, elementId: 'check' });
    await db().commentThread.createMany({ data: Array.from({ length: MAX_OPEN }, (_, i) => row(i)) });
    const refused = await add({ elementId: 'check', text: 'One more' }, ada, at);
    expect(refused).toMatchObject({ status: 409, body: { code: 'too-many-comments' } });
  });

  it('comments of one conversation', async () => {
    const { threadId } = (await add({ elementId: 'check', text: 'Long' })).body;
    const row = (i: number) => ({ id: `long-${i}`, threadId, text: 'x', authorId: 'a', authorName: 'A' });
    await db().comment.createMany({ data: Array.from({ length: MAX_IN_THREAD - 1 }, (_, i) => row(i)) });
    expect(await reply(threadId, 'One more')).toMatchObject({ status: 409, body: { code: 'thread-full' } });
  });

  it('comes in pages, newest first', async () => {
    const at = await newProcess();
    for (const text of ['a', 'b', 'c']) await add({ elementId: 'check', text }, ada, at);
    const first = await list('?limit=2', ada, at);
    const rest = await list(`?limit=2&cursor=${first.nextCursor}`, ada, at);
    const texts = [...first.items, ...rest.items].map(({ comments }) => comments[0]?.text);
    expect(texts).toEqual(['c', 'b', 'a']);
    expect([first.counts.open, rest.nextCursor]).toEqual([3, null]);
  });

  it('a person’s comments in five minutes', async () => {
    const eager = await tokenFor(['designer']);
    const { threadId, comments } = (await add({ elementId: 'check', text: 'First' }, eager)).body;
    const [{ commentId, by }] = comments as [ThreadAnswer['comments'][0]];
    await Promise.all(Array.from({ length: 58 }, () => throttle('comments', by.id)));
    expect((await reply(threadId, 'The sixtieth', eager)).status).toBe(201);
    expect((await reply(threadId, 'One more', eager)).status).toBe(429);
    expect((await edit(threadId, commentId, 'In other words', eager)).status).toBe(429);
  });
});

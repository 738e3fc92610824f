import { expect, it, vi } from 'vitest';
import { sample } from '@/lib/editing/testing/diagrams';
import { type Participant, SIGN_MS } from '@/lib/presence/types';
import { createEditorStore } from '../store/editor-store';
import { connectPresence } from './connection';
import { HIDDEN_MS } from './line';
import type { Sign } from './signs';
import { FakeStream } from './testing/fake-stream';
import { shownPage } from './testing/shown-page';

const { document: drawing, ids } = sample();
const page = shownPage();

const other: Participant = { id: 'jonas/1', personId: 'jonas', name: 'Jonas', selection: [] };
const me: Participant = { id: 'mia/1', personId: 'mia', name: 'Mia', selection: [] };
const saved = { revision: 3, by: { id: 'jonas', name: 'Jonas' } };

function setUp() {
  const editor = createEditorStore(drawing);
  const streams: FakeStream[] = [];
  const told: Sign[] = [];
  const heard: number[] = [];
  const connection = connectPresence({
    editor,
    open: () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    tell: async (sign) => void told.push(sign),
    onSaved: ({ revision }) => heard.push(revision),
  });
  const join = (...people: Participant[]) => {
    streams.at(-1)!.say('hello', { id: me.id, saved });
    streams.at(-1)!.say('people', { people: [me, ...people] });
  };
  const show = (state: 'visible' | 'hidden') => {
    page.visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { editor, streams, told, heard, connection, join, show };
}

it('tells nothing while nobody is there, and what is selected when somebody comes', () => {
  const { editor, streams, told, connection, join } = setUp();
  join();
  editor.getState().select([ids.task]);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
  streams[0]!.say('people', { people: [me, other] });
  expect(told).toEqual([{ id: me.id, selection: [ids.task] }]);
  connection.stop();
});

it('tells selections at most four times a second, and the last one always', () => {
  const { editor, told, connection, join } = setUp();
  join(other);
  for (const id of [ids.task, ids.gateway, ids.end, ids.approval]) editor.getState().select([id]);
  expect(told.map(({ selection }) => selection)).toEqual([[ids.task]]);
  vi.advanceTimersByTime(SIGN_MS);
  expect(told.map(({ selection }) => selection)).toEqual([[ids.task], [ids.approval]]);
  vi.advanceTimersByTime(10 * SIGN_MS);
  expect(told).toHaveLength(2);
  connection.stop();
});

const at = (x: number) => ({ plane: 'p', pointer: { x, y: 0 }, view: { x: 0, y: 0, width: 9, height: 5 } });

it('tells what is pointed at a few times a second, and what is seen only to who follows', () => {
  const { streams, told, connection, join } = setUp();
  connection.stand(at(0));
  join();
  expect(told).toEqual([]);
  streams[0]!.say('people', { people: [me, other] });
  for (const x of [1, 2, 3, 4, 5]) {
    connection.stand(at(x));
    vi.advanceTimersByTime(SIGN_MS / 5);
  }
  expect(told.map(({ place }) => place?.pointer?.x)).toEqual([0, 5]);
  expect(told.every(({ place }) => place?.view === undefined)).toBe(true);
  streams[0]!.say('people', { people: [me, { ...other, follows: me.id }] });
  vi.advanceTimersByTime(SIGN_MS);
  expect(told.at(-1)?.place).toEqual(at(5));
  connection.stand(undefined);
  vi.advanceTimersByTime(SIGN_MS);
  expect(told.at(-1)).toEqual({ id: me.id, selection: [] });
  connection.stand({ ...at(6), plane: 'x'.repeat(101) });
  vi.advanceTimersByTime(SIGN_MS);
  expect(told).toHaveLength(4);
  connection.stop();
});

it('tells less often where many are', () => {
  const { told, connection, join } = setUp();
  const crowd = Array.from({ length: 19 }, (_, i) => ({ ...other, id: `jonas/${i}` }));
  join(...crowd);
  for (let x = 0; x < 40; x++) {
    connection.stand(at(x));
    vi.advanceTimersByTime(SIGN_MS / 4);
  }
  expect(told.length).toBeGreaterThan(1);
  expect(told.length).toBeLessThanOrEqual(1 + (40 * SIGN_MS) / 4 / (3 * SIGN_MS));
  connection.stop();
});

it('knows where others are, from their coming and their moving', () => {
  const { streams, connection, join } = setUp();
  join({ ...other, place: at(1) });
  const places = () => Object.fromEntries(connection.state.getState().places);
  expect(places()).toEqual({ [other.id]: at(1) });
  const { people } = connection.state.getState();
  streams[0]!.say('moves', { moves: [{ id: other.id, place: at(2) }] });
  expect(places()).toEqual({ [other.id]: at(2) });
  expect(connection.state.getState().people).toBe(people);
  streams[0]!.say('moves', { moves: [{ id: other.id, place: null }] });
  expect(places()).toEqual({});
  connection.stop();
});

it('follows somebody until they leave, and nobody who follows this window', () => {
  const { streams, told, connection, join } = setUp();
  const following = () => connection.state.getState().following;
  join(other);
  expect(connection.follow(other.id)).toBe(true);
  expect(told.at(-1)).toEqual({ id: me.id, selection: [], follows: other.id });
  streams[0]!.say('people', { people: [me, other] });
  expect(following()).toBe(other.id);
  // Both began at once: neither goes on.
  streams[0]!.say('people', { people: [me, { ...other, follows: me.id }] });
  expect(following()).toBeNull();
  expect(connection.follow(other.id)).toBe(false);
  streams[0]!.say('people', { people: [me, other] });
  expect(connection.follow(other.id)).toBe(true);
  streams[0]!.say('people', { people: [me] });
  expect(following()).toBeNull();
  connection.stop();
});

it('gives a sign of life when it is asked for one, and passes on who saved', () => {
  const { streams, told, heard, connection, join } = setUp();
  join(other);
  streams[0]!.say('ask', {});
  expect(told).toEqual([{ id: me.id, selection: [] }]);
  streams[0]!.say('saved', { ...saved, revision: 4 });
  expect(heard).toEqual([3, 4]);
  connection.stop();
});

it('passes on what is said about the draft, and at each beginning that some of it may have been missed', () => {
  const { streams, connection, join } = setUp();
  const heard: unknown[] = [];
  const stop = connection.hear((spoken) => heard.push(spoken));
  join(other);
  const threads = [{ threadId: 'a', thread: null }];
  streams[0]!.say('conversations', { threads });
  streams[0]!.say('missed', {});
  expect(heard).toEqual(['missed', threads, 'missed']);
  stop();
  join(other);
  expect(heard).toHaveLength(3);
  connection.stop();
});

it('knows of nobody while the connection is lost, and of everybody when it is back', () => {
  const { streams, told, connection, join } = setUp();
  join(other);
  streams[0]!.fail();
  expect(connection.state.getState()).toMatchObject({ self: null, people: [], following: null });
  streams[0]!.say('ask', {});
  expect(told).toEqual([]);
  join(other);
  expect(connection.state.getState().people).toHaveLength(2);
  connection.stop();
});

it('leaves when the page was hidden for long, and comes back with it', () => {
  const { streams, connection, join, show } = setUp();
  join(other);
  show('hidden');
  vi.advanceTimersByTime(HIDDEN_MS - 1);
  expect(streams[0]!.closed).toBe(false);
  show('visible');
  vi.advanceTimersByTime(HIDDEN_MS);
  expect([streams.length, streams[0]!.closed]).toEqual([1, false]);
  show('hidden');
  vi.advanceTimersByTime(HIDDEN_MS);
  expect(streams[0]!.closed).toBe(true);
  expect(connection.state.getState()).toMatchObject({ self: null, people: [], following: null });
  streams[0]!.say('people', { people: [other] });
  expect(connection.state.getState().people).toEqual([]);
  show('visible');
  expect(streams).toHaveLength(2);
  connection.stop();
  expect(streams[1]!.closed).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

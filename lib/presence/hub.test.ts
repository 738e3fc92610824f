import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type HubEvent, PresenceHub } from './hub';
import { ASK_MS, LEASE_MS, MOVES_MS, type Participant, type PresenceMessage } from './types';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const window = (id: string, selection: string[] = []): Participant => ({
  id,
  personId: `person-${id}`,
  name: id,
  selection,
});

/** Server processes on one database; what is sent arrives at all others, unless the line is cut. */
function processes(count: number) {
  const line = { cut: false };
  const sent: PresenceMessage[] = [];
  const hubs: PresenceHub[] = Array.from({ length: count }, (_, from) => {
    const send = (message: PresenceMessage) => {
      sent.push(message);
      if (line.cut) return;
      for (const [to, hub] of hubs.entries()) if (to !== from) hub.receive(message);
    };
    return new PresenceHub(send);
  });
  return { hubs, sent, line };
}

/** A window on a process: what its stream said last, and how often it was asked for a sign of life. */
function open(hub: PresenceHub, who: Participant, { answers = true } = {}) {
  const gone = new AbortController();
  const seen = { names: [] as string[], selections: {} as Record<string, readonly string[]>, asked: 0 };
  const saved: number[] = [];
  const moves: (readonly string[])[] = [];
  const said: string[] = [];
  const take = ({ event, data }: HubEvent) => {
    if (event === 'people') {
      seen.names = data.people.map(({ name }) => name).sort();
      seen.selections = Object.fromEntries(data.people.map(({ name, selection }) => [name, selection]));
    }
    if (event === 'moves') moves.push(data.moves.map(({ id, place }) => `${id} ${place?.pointer?.x}`));
    if (event === 'saved') saved.push(data.revision);
    if (event === 'commented') said.push(data.threadIds.join(' '));
    if (event === 'missed') said.push('missed');
    if (event !== 'ask') return;
    seen.asked += 1;
    if (answers) hub.tell({ kind: 'here', modelId: 'm', who });
  };
  const ended = (async () => {
    for await (const event of hub.follow('m', who, gone.signal)) take(event);
  })();
  const close = () => {
    gone.abort();
    return ended;
  };
  return { seen, saved, moves, said, ended, close };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('presence over several processes', () => {
  it('shows everybody to everybody, whoever came first and wherever', async () => {
    const { hubs } = processes(2);
    const ada = open(hubs[0]!, window('ada'));
    const ben = open(hubs[1]!, window('ben'));
    const cy = open(hubs[1]!, window('cy'));
    await pass(0);
    for (const each of [ada, ben, cy]) expect(each.seen.names).toEqual(['ada', 'ben', 'cy']);
    await ben.close();
    await pass(0);
    expect([ada.seen.names, cy.seen.names]).toEqual([
      ['ada', 'cy'],
      ['ada', 'cy'],
    ]);
    await Promise.all([ada.close(), cy.close()]);
  });

  it('tells selections and savings, also those that another process took', async () => {
    const { hubs } = processes(3);
    const ada = open(hubs[0]!, window('ada'));
    const ben = open(hubs[1]!, window('ben'));
    await pass(0);
    // The third process has no window of this draft; it only took Ben's request.
    hubs[2]!.tell({ kind: 'here', modelId: 'm', who: window('ben', ['task']) });
    hubs[2]!.tell({ kind: 'saved', modelId: 'm', saved: { revision: 2, by: { id: 'b', name: 'ben' } } });
    hubs[2]!.tell({ kind: 'saved', modelId: 'other', saved: { revision: 9, by: { id: 'b', name: 'ben' } } });
    await pass(0);
    expect(ada.seen.selections).toEqual({ ada: [], ben: ['task'] });
    expect([ada.saved, ben.saved]).toEqual([[2], [2]]);
    await Promise.all([ada.close(), ben.close()]);
  });

  it('tells which conversations changed, each once, and that some may have been missed', async () => {
    const { hubs } = processes(2);
    const ada = open(hubs[0]!, window('ada'));
    await pass(0);
    for (const threadId of ['a', 'b', 'a']) hubs[1]!.tell({ kind: 'commented', modelId: 'm', threadId });
    hubs[1]!.tell({ kind: 'commented', modelId: 'other', threadId: 'c' });
    await pass(0);
    expect(ada.said.join(' ').split(' ').sort()).toEqual(['a', 'b']);
    hubs[0]!.catchUp();
    await pass(0);
    expect(ada.said.at(-1)).toBe('missed');
    await ada.close();
  });

  it('gathers who moved, tells others only, and everything again to who comes', async () => {
    const { hubs } = processes(2);
    const ada = open(hubs[0]!, window('ada'));
    const ben = open(hubs[1]!, window('ben'));
    await pass(0);
    const point = (id: string, x: number) =>
      hubs[1]!.tell({
        kind: 'here',
        modelId: 'm',
        who: { ...window(id), place: { plane: 'p', pointer: { x, y: 0 } } },
      });
    for (const x of [1, 2, 3]) point('ben', x);
    await pass(MOVES_MS - 1);
    expect(ada.moves).toEqual([]);
    await pass(1);
    point('ben', 3);
    await pass(10 * MOVES_MS);
    expect([ada.moves, ben.moves]).toEqual([[['ben 3']], []]);
    point('ben', 4);
    await ben.close();
    await pass(MOVES_MS);
    expect(ada.moves).toHaveLength(1);
    await ada.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks nobody who is alone, and sends nothing for them', async () => {
    const { hubs, sent } = processes(2);
    const ada = open(hubs[0]!, window('ada'), { answers: false });
    await pass(0);
    const before = sent.length;
    await pass(60 * 60_000);
    expect([ada.seen.asked, ada.seen.names, sent.length]).toEqual([0, ['ada'], before]);
    await ada.close();
    expect(hubs[0]!.inUse).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('misses who went without a word within fifteen seconds', async () => {
    const { hubs } = processes(2);
    const ada = open(hubs[0]!, window('ada'));
    const dead = open(hubs[1]!, window('dead'), { answers: false });
    await pass(LEASE_MS - 1);
    expect(ada.seen.names).toEqual(['ada', 'dead']);
    await pass(15_000 - LEASE_MS + 1);
    expect(ada.seen.names).toEqual(['ada']);
    expect(LEASE_MS + ASK_MS).toBeLessThan(15_000);
    // Its stream ended: a person who was disabled meanwhile isn't let in again.
    await dead.ended;
    await ada.close();
  });

  it('finds everybody again after messages were lost', async () => {
    const { hubs, line } = processes(2);
    const ada = open(hubs[0]!, window('ada'));
    line.cut = true;
    const ben = open(hubs[1]!, window('ben'));
    await pass(0);
    expect([ada.seen.names, ben.seen.names]).toEqual([['ada'], ['ben']]);
    line.cut = false;
    hubs[1]!.catchUp();
    await pass(0);
    expect([ada.seen.names, ben.seen.names]).toEqual([
      ['ada', 'ben'],
      ['ada', 'ben'],
    ]);
    await Promise.all([ada.close(), ben.close()]);
  });

  it('tells who only hears what was said and nothing else, and shows them to nobody', async () => {
    const { hubs, sent } = processes(2);
    const gone = new AbortController();
    const heard: HubEvent[] = [];
    const ended = (async () => {
      for await (const event of hubs[0]!.hear('m', gone.signal)) heard.push(event);
    })();
    const drawing = open(hubs[1]!, window('a'));
    await pass(ASK_MS);
    expect(drawing.seen).toMatchObject({ names: ['a'], asked: 0 });
    hubs[1]!.tell({ kind: 'saved', modelId: 'm', saved: { revision: 2, by: { id: 'a', name: 'a' } } });
    hubs[1]!.tell({ kind: 'here', modelId: 'm', who: { ...window('a'), place: { plane: 'p' } } });
    hubs[1]!.tell({ kind: 'commented', modelId: 'm', threadId: 't' });
    await pass(MOVES_MS);
    expect(heard).toEqual([
      { event: 'missed', data: {} },
      { event: 'commented', data: { threadIds: ['t'] } },
    ]);
    hubs[0]!.catchUp();
    await pass(2 * LEASE_MS);
    expect(heard.at(-1)).toEqual({ event: 'missed', data: {} });
    gone.abort();
    await ended;
    await drawing.close();
    expect(sent.filter((message) => message.kind === 'gone')).toEqual([
      { kind: 'gone', modelId: 'm', id: 'a' },
    ]);
    expect([hubs[0]!.inUse, vi.getTimerCount()]).toEqual([false, 0]);
  });
});

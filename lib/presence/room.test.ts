import { describe, expect, it } from 'vitest';
import { Room } from './room';
import { betweenSigns, LEASE_MS, MAX_PRESENT, MAX_WINDOWS, type Participant } from './types';

function setUp() {
  let time = 0;
  const room = new Room(() => time);
  const names = () => room.people().map(({ name }) => name);
  return { room, names, pass: (ms: number) => (time += ms) };
}

const window = (id: string, selection: string[] = []): Participant => ({
  id,
  personId: `person-${id}`,
  name: id,
  selection,
});

describe('who has a draft open', () => {
  it('says whether others see something else', () => {
    const { room } = setUp();
    expect(room.here(window('ada'))).toBe('people');
    expect(room.here(window('ada'))).toBeNull();
    expect(room.here(window('ada', ['task']))).toBe('people');
    expect(room.here(window('ada', ['task']))).toBeNull();
    expect(room.here(window('ada', ['flow']))).toBe('people');
    expect(room.people()).toEqual([window('ada', ['flow'])]);
  });

  it('tells moving from everything else', () => {
    const { room } = setUp();
    const at = (x: number, more: Partial<Participant> = {}): Participant => ({
      ...window('ada'),
      place: { plane: 'p', pointer: { x, y: 0 } },
      ...more,
    });
    expect(room.here(at(1))).toBe('people');
    expect(room.here(at(1))).toBeNull();
    expect(room.here(at(2))).toBe('moves');
    expect(room.here(at(3, { follows: 'ben' }))).toBe('people');
    expect(room.places(['ada', 'gone'])).toEqual([{ id: 'ada', place: at(3).place }]);
    expect(room.here({ ...window('ada'), follows: 'ben' })).toBe('moves');
    expect(room.places(['ada'])).toEqual([{ id: 'ada', place: null }]);
  });

  it('lets windows take turns where there are many', () => {
    expect([1, 8, 9, 16, MAX_PRESENT].map(betweenSigns)).toEqual([250, 250, 500, 500, 1750]);
    for (let windows = 1; windows <= MAX_PRESENT; windows++)
      expect(windows * (1000 / betweenSigns(windows))).toBeLessThanOrEqual(32);
  });

  it('stays for the lease after the last sign of life, and no longer', () => {
    const { room, names, pass } = setUp();
    room.here(window('ada'));
    room.here(window('ben'));
    pass(LEASE_MS - 1);
    room.here(window('ada'));
    expect(room.expire()).toEqual([]);
    expect(names()).toEqual(['ada', 'ben']);
    pass(1);
    expect(room.expire()).toEqual(['ben']);
    expect(names()).toEqual(['ada']);
    expect(room.expire()).toEqual([]);
  });

  it('asks nothing of who is alone; their lease begins when somebody comes', () => {
    const { room, names, pass } = setUp();
    room.here(window('ada'));
    pass(LEASE_MS * 100);
    expect(room.expire()).toEqual([]);
    expect(room.shared).toBe(false);
    room.here(window('ben'));
    expect(room.shared).toBe(true);
    expect(room.expire()).toEqual([]);
    pass(LEASE_MS - 1);
    room.here(window('ben'));
    expect(names()).toEqual(['ada', 'ben']);
    pass(1);
    expect(room.expire()).toEqual(['ada']);
    expect(names()).toEqual(['ben']);
  });

  it('lets nobody come back by a message that their leaving overtook', () => {
    const { room, names, pass } = setUp();
    room.here(window('ada'));
    room.here(window('ben'));
    expect(room.gone('ada')).toBe(true);
    expect(room.here(window('ada', ['task']))).toBeNull();
    expect(names()).toEqual(['ben']);
    expect(room.gone('ada')).toBe(false);
    pass(LEASE_MS);
    room.expire();
    expect(room.here(window('ada'))).toBe('people');
  });

  it('holds a bounded crowd', () => {
    const { room } = setUp();
    for (let i = 0; i < MAX_PRESENT; i++) expect(room.here(window(`w${i}`))).toBe('people');
    expect(room.here(window('late'))).toBeNull();
    expect(room.people()).toHaveLength(MAX_PRESENT);
  });

  it('lets nobody fill it alone', () => {
    const { room } = setUp();
    const own = (id: string) => ({ ...window(id), personId: 'ada' });
    for (let i = 0; i < MAX_WINDOWS; i++) expect(room.here(own(`w${i}`))).toBe('people');
    expect(room.here(own('one more'))).toBeNull();
    expect(room.here(window('ben'))).toBe('people');
  });
});

import { Room } from './room';
import {
  ASK_MS,
  MOVES_MS,
  type Participant,
  type PresenceEvents,
  type PresenceMessage,
  type Saved,
} from './types';

/** What the hub knows of a draft; what was said in a conversation is for the stream to read. */
interface HubEvents extends Omit<PresenceEvents, 'hello' | 'conversations'> {
  commented: { threadIds: string[] };
}
type Of<Events> = { [Name in keyof Events]: { event: Name; data: Events[Name] } }[keyof Events];
/** One event of a draft, as the hub tells it. */
export type HubEvent = Of<HubEvents>;
/** One event of a draft's stream. */
export type PresenceEvent = Of<PresenceEvents>;

interface Due {
  people: boolean;
  ask: boolean;
  saved: Saved | null;
  commented: readonly string[];
  missed: boolean;
}
const NOTHING_DUE: Due = { people: false, ask: false, saved: null, commented: [], missed: false };

/** A window that is connected to this process. */
interface Watcher {
  /** Null for one that only hears what is said about the draft: it isn't there, and sees nobody. */
  id: string | null;
  due: Due;
  /** Who moved since this was told last. */
  moved: Set<string>;
  /** Those are due, too. */
  paced: boolean;
  /** Its lease ended: whoever is still there comes back as somebody who has to be let in again. */
  over: boolean;
  wake: () => void;
}

interface Draft {
  room: Room;
  watchers: Set<Watcher>;
  timer: ReturnType<typeof setInterval>;
  /** Runs while movements are gathered. */
  gathering: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Who has which draft open, in this process and, by messages, in all others on the database. Nothing is stored: a
 * process that comes asks, one that goes is missed after a lease.
 */
export class PresenceHub {
  private readonly drafts = new Map<string, Draft>();

  /** @param send carries a message to the other processes; it may get lost */
  constructor(
    private readonly send: (message: PresenceMessage) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Tells this process and all others. */
  tell(message: PresenceMessage): void {
    this.receive(message);
    this.send(message);
  }

  /** Takes what another process told. */
  receive(message: PresenceMessage): void {
    const draft = this.drafts.get(message.modelId);
    if (!draft) return;
    if (message.kind === 'who') this.introduce(message.modelId, draft);
    else if (message.kind === 'saved') poke(draft, { saved: message.saved });
    else if (message.kind === 'commented') poke(draft, { commented: [message.threadId] });
    else {
      const { room } = draft;
      const left = message.kind === 'gone' && room.gone(message.id);
      const seen = message.kind === 'here' ? room.here(message.who) : left && 'people';
      if (seen === 'people') poke(draft, { people: true });
      else if (seen && message.kind === 'here') gather(draft, message.who.id);
    }
  }

  /** Messages were missed: asks everybody again, and tells who is here. */
  catchUp(): void {
    for (const [modelId, draft] of this.drafts) {
      this.send({ kind: 'who', modelId });
      this.introduce(modelId, draft);
      poke(draft, { missed: true });
    }
  }

  /** Whether anybody here follows a draft, so that messages of others matter. */
  get inUse(): boolean {
    return this.drafts.size > 0;
  }

  /**
   * One window's view of a draft, from its coming to its leaving, which is when `signal` aborts, or when it was asked
   * for a sign of life and gave none.
   */
  async *follow(modelId: string, who: Participant, signal: AbortSignal): AsyncGenerator<HubEvent> {
    const watcher = newWatcher(who.id, { people: true });
    const draft = this.enter(modelId, watcher);
    this.tell({ kind: 'here', modelId, who });
    yield* this.watch(modelId, draft, watcher, signal);
  }

  /**
   * What is said about a draft, for a window that doesn't show it: nobody sees that it is there, it sees nobody. Begins
   * with `missed`: what was said before.
   */
  async *hear(modelId: string, signal: AbortSignal): AsyncGenerator<HubEvent> {
    const watcher = newWatcher(null, { missed: true });
    yield* this.watch(modelId, this.enter(modelId, watcher), watcher, signal);
  }

  private async *watch(
    modelId: string,
    draft: Draft,
    watcher: Watcher,
    signal: AbortSignal,
  ): AsyncGenerator<HubEvent> {
    const end = () => watcher.wake();
    signal.addEventListener('abort', end);
    try {
      while (!signal.aborted && !watcher.over) {
        yield* dueOf(watcher, draft.room);
        await new Promise<void>((resolve) => {
          watcher.wake = resolve;
          if (isDue(watcher) || watcher.over || signal.aborted) resolve();
        });
      }
    } finally {
      signal.removeEventListener('abort', end);
      this.leave(modelId, draft, watcher);
    }
  }

  private enter(modelId: string, watcher: Watcher): Draft {
    let draft = this.drafts.get(modelId);
    if (!draft) {
      const room = new Room(this.now);
      const timer = setInterval(() => this.look(modelId), ASK_MS);
      draft = { room, watchers: new Set(), timer, gathering: undefined };
      this.drafts.set(modelId, draft);
      this.send({ kind: 'who', modelId });
    }
    draft.watchers.add(watcher);
    return draft;
  }

  private leave(modelId: string, draft: Draft, watcher: Watcher): void {
    draft.watchers.delete(watcher);
    if (watcher.id !== null) this.tell({ kind: 'gone', modelId, id: watcher.id });
    if (draft.watchers.size > 0) return;
    clearInterval(draft.timer);
    clearTimeout(draft.gathering);
    this.drafts.delete(modelId);
  }

  private look(modelId: string): void {
    const draft = this.drafts.get(modelId);
    if (!draft) return;
    const left = draft.room.expire();
    for (const watcher of draft.watchers)
      if (watcher.id !== null && left.includes(watcher.id)) {
        watcher.over = true;
        watcher.wake();
      }
    poke(draft, { people: left.length > 0, ask: draft.room.shared });
  }

  /** Each process tells of its own windows, so that everybody is named once. */
  private introduce(modelId: string, { room, watchers }: Draft): void {
    const own = new Set([...watchers].map(({ id }) => id));
    for (const who of room.people()) if (own.has(who.id)) this.send({ kind: 'here', modelId, who });
  }
}

const newWatcher = (id: string | null, due: Partial<Due>): Watcher => ({
  id,
  due: { ...NOTHING_DUE, ...due },
  moved: new Set(),
  paced: false,
  over: false,
  wake: () => undefined,
});

function poke({ watchers }: Draft, due: Partial<Due>): void {
  for (const watcher of watchers) {
    if (watcher.id !== null) {
      watcher.due.people ||= due.people ?? false;
      watcher.due.ask ||= due.ask ?? false;
      watcher.due.saved = due.saved ?? watcher.due.saved;
    }
    watcher.due.missed ||= due.missed ?? false;
    watcher.due.commented = [...new Set([...watcher.due.commented, ...(due.commented ?? [])])];
    if (isDue(watcher)) watcher.wake();
  }
}

/** Movements are told a few times a second, however many people move. */
function gather(draft: Draft, id: string): void {
  for (const watcher of draft.watchers) if (watcher.id !== null && watcher.id !== id) watcher.moved.add(id);
  draft.gathering ??= setTimeout(() => {
    draft.gathering = undefined;
    for (const watcher of draft.watchers) {
      watcher.paced = watcher.moved.size > 0;
      if (watcher.paced) watcher.wake();
    }
  }, MOVES_MS);
}

const isDue = ({ due, paced }: Watcher): boolean =>
  due.people || due.ask || due.saved !== null || due.missed || due.commented.length > 0 || paced;

function* dueOf(watcher: Watcher, room: Room): Generator<HubEvent> {
  const { people, ask, saved, commented, missed } = watcher.due;
  watcher.due = { ...NOTHING_DUE };
  const moved = people || watcher.paced ? [...watcher.moved] : [];
  if (people || watcher.paced) watcher.moved.clear();
  watcher.paced = false;
  if (people) yield { event: 'people', data: { people: room.people() } };
  else if (moved.length > 0) yield { event: 'moves', data: { moves: room.places(moved) } };
  if (saved) yield { event: 'saved', data: saved };
  if (missed) yield { event: 'missed', data: {} };
  else if (commented.length > 0) yield { event: 'commented', data: { threadIds: [...commented] } };
  if (ask) yield { event: 'ask', data: {} };
}

import { LEASE_MS, MAX_PRESENT, MAX_WINDOWS, type Participant, type Place } from './types';

/** What others see of a sign of life: who is there and what they have selected, or only where they are. */
export type Seen = 'people' | 'moves';

/**
 * Who has one draft open, as this process knows it. Everybody is here on a lease that each sign of life renews. Who
 * is alone is seen by nobody and asked for nothing: that lease begins when somebody else comes.
 * @param now a clock in milliseconds that never goes back
 */
export class Room {
  private readonly present = new Map<string, { who: Participant; until: number }>();
  /** Who left, so that a sign of life that was overtaken by its own leaving doesn't bring them back. */
  private readonly left = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** A sign of life. @returns what others see otherwise now, if anything */
  here(who: Participant): Seen | null {
    if (this.left.has(who.id)) return null;
    const before = this.present.get(who.id);
    if (!before && this.isFull(who)) return null;
    const until = this.now() + LEASE_MS;
    if (!before && this.present.size === 1) for (const alone of this.present.values()) alone.until = until;
    this.present.set(who.id, { who, until });
    if (!before || !sameBut(before.who, who)) return 'people';
    return same(before.who.place, who.place) ? null : 'moves';
  }

  /** Somebody closed the window. @returns whether they were here */
  gone(id: string): boolean {
    this.left.set(id, this.now() + LEASE_MS);
    return this.present.delete(id);
  }

  /** Lets those go whose lease ended. @returns their ids */
  expire(): readonly string[] {
    const now = this.now();
    for (const [id, until] of this.left) if (until <= now) this.left.delete(id);
    if (this.present.size < 2) return [];
    const over = [...this.present].filter(([, { until }]) => until <= now).map(([id]) => id);
    for (const id of over) this.present.delete(id);
    return over;
  }

  /** Whether somebody could see somebody else. */
  get shared(): boolean {
    return this.present.size > 1;
  }

  /** Where those of the windows that are still here are. */
  places(ids: Iterable<string>): { id: string; place: Place | null }[] {
    return [...ids].flatMap((id) => {
      const who = this.present.get(id)?.who;
      return who ? [{ id, place: who.place ?? null }] : [];
    });
  }

  people(): Participant[] {
    return [...this.present.values()].map(({ who }) => who);
  }

  private isFull({ personId }: Participant): boolean {
    const own = this.people().filter((one) => one.personId === personId).length;
    return this.present.size >= MAX_PRESENT || own >= MAX_WINDOWS;
  }
}

/** Whether two signs of life differ in nothing but where their window is. */
const sameBut = (a: Participant, b: Participant): boolean =>
  a.name === b.name && a.follows === b.follows && same(a.selection, b.selection);

/** Signs of life are short, and their members come in one order. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

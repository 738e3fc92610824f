import { LEASE_MS, MAX_PRESENT, MAX_WINDOWS, type Participant } from './types';

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

  /** A sign of life. @returns whether others see something else now */
  here(who: Participant): boolean {
    if (this.left.has(who.id)) return false;
    const before = this.present.get(who.id);
    if (!before && this.isFull(who)) return false;
    const until = this.now() + LEASE_MS;
    if (!before && this.present.size === 1) for (const alone of this.present.values()) alone.until = until;
    this.present.set(who.id, { who, until });
    return !before || before.who.name !== who.name || !sameList(before.who.selection, who.selection);
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

  people(): Participant[] {
    return [...this.present.values()].map(({ who }) => who);
  }

  private isFull({ personId }: Participant): boolean {
    const own = this.people().filter((one) => one.personId === personId).length;
    return this.present.size >= MAX_PRESENT || own >= MAX_WINDOWS;
  }
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

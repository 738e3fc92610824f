import type { ElementId } from '../document';

/** Index of a place in {@link Net.places}. */
export type PlaceId = number;

/**
 * What a token in a place means: `flow` on a sequence flow (or on one of several that can't be told apart),
 * `active` inside an activity, `end` consumed by an end event of a process, `message` sent and unread, `control` no
 * token of the diagram at all (a process not started yet, an event that still listens).
 */
export type PlaceKind = 'flow' | 'active' | 'end' | 'message' | 'control';

export interface Place {
  kind: PlaceKind;
  /** The sequence flows, the activity, the end event or the message flow. */
  elements: ElementId[];
  /** The process or sub-process it lies in. */
  scope: ElementId;
}

/** An inclusive join: which places keep it from going on while one of its incoming flows is empty. */
export interface PathRule {
  incoming: PlaceId[];
  /** By incoming flow: places whose token could still arrive on it. */
  reaching: ReadonlySet<PlaceId>[];
  /** By incoming flow: the same over sequence flows alone; a token that leads to a flow that has one doesn't count. */
  following: ReadonlySet<PlaceId>[];
  /** Of a complex gateway, by incoming flow: holds a token when one was taken from that flow already. */
  seen?: PlaceId[];
}

/** A step of the net: takes one token each, empties `clear`, then puts one token each. */
export interface Transition {
  element: ElementId;
  take: PlaceId[];
  put: PlaceId[];
  clear: PlaceId[];
  /** Only while all of these are empty. */
  empty: PlaceId[];
  /** Only while one of these is marked. */
  some: PlaceId[];
  /** Takes from every marked incoming flow, when the rule allows; of a complex gateway nothing, when none can come. */
  join?: PathRule;
}

/** A Petri net with reset and inhibitor arcs: all that processes joined by message flows can do. */
export interface Net {
  places: Place[];
  transitions: Transition[];
  /** Places with one token at the beginning. */
  initial: PlaceId[];
}

/** Collects places and transitions; the same step is kept once. */
export class NetBuilder {
  readonly net: Net = { places: [], transitions: [], initial: [] };
  private readonly known = new Set<string>();

  place(kind: PlaceKind, scope: ElementId, ...elements: ElementId[]): PlaceId {
    return this.net.places.push({ kind, scope, elements }) - 1;
  }

  /** Adds a step; one that would only put back what it took is none. */
  step(element: ElementId, parts: Partial<Omit<Transition, 'element'>>): void {
    const transition = { element, take: [], put: [], clear: [], empty: [], some: [], ...parts };
    if (transition.clear.length === 0 && !transition.join && same(transition.take, transition.put)) return;
    const key = JSON.stringify([element, transition.take, transition.put, transition.clear, transition.some]);
    if (this.known.has(key)) return;
    this.known.add(key);
    this.net.transitions.push(transition);
  }
}

const same = (left: readonly PlaceId[], right: readonly PlaceId[]): boolean =>
  left.length === right.length && left.every((place, index) => place === right[index]);

import type { CallStarted } from '../../core/events';
import type { Actor } from '../../core/inputs';
import type { Json, JsonObject } from '../../core/json';
import type { InstanceState } from '../../core/state';
import type { Addressed } from '../ports';
import type { CallingParent, Delivery, NewDelivery, StartTarget } from './kinds';

/** A message as somebody publishes it. */
export interface NewMessage {
  name: string;
  /** Unique per name while the message lives; a repeat is recognised. */
  messageId: string;
  correlationKey: string | null;
  variables: JsonObject;
  conversation: string | null;
  /** The instance that sends it; null for one from outside. */
  sender: string | null;
  /** Who published it; null for the engine. */
  actor: Actor | null;
  /** Milliseconds that it is kept for a receiver. */
  timeToLiveMs: number;
  /** The sender chose the id: it is remembered after the message was received, until its time to live is over. */
  named: boolean;
}

/** A message that somebody must find a receiver for, leased. */
export interface PendingMessage {
  /** Order of publication; names it in the store. */
  position: string;
  name: string;
  messageId: string;
  correlationKey: string | null;
  variables: JsonObject;
  conversation: string | null;
  /** The model of its sender; null for one from outside. */
  origin: string | null;
  actor: Actor | null;
  claims: number;
  token: string;
}

/** What a message fits. */
export interface Question {
  name: string;
  correlationKey: string | null;
}

/**
 * How long a message that was received keeps saying so, whatever its time to live, in milliseconds: whoever sent it asks
 * only after the receiver's commit.
 */
export const RECEIPT_MS = 10_000;

/** `receiver`: the instance that got it, known of messages that their sender named. */
export interface MessageStanding {
  pending: boolean;
  receiver: string | null;
}

/** An activation that waits for a message or signal. */
export interface Waiting {
  instanceId: string;
  key: number;
}

/** Everybody who would take a message of one name and correlation key, in the order in which they get one. */
export interface Receivers {
  waiting: readonly Waiting[];
  /** Start events of that name, the oldest first. */
  starts: readonly StartTarget[];
}

export interface DueStart extends StartTarget {
  dueAt: string;
  data: Json | undefined;
}

/** What one firing of a start timer leaves: the next one (null when it is over), and the start. */
export interface FiredStart {
  due: DueStart;
  next: { dueAt: string; data: Json } | null;
  starts: NewDelivery;
}

/** Is anything to be done, and if not, when. */
export interface DeliveryOutlook {
  deliveries: boolean;
  messages: boolean;
  starts: boolean;
  expired: boolean;
  /** Milliseconds until the next becomes due; null when nothing is planned. */
  nextInMs: number | null;
}

/** An instance that calls another. */
export interface Caller {
  state: InstanceState;
  /** How many calls lie above it. */
  depth: number;
  /** Who started it: the person behind it, or the engine. */
  startedBy: Actor;
}

/** A delivered row and what it becomes. */
export interface Finished {
  delivery: Delivery;
  messages?: NewMessage[];
  deliveries?: NewDelivery[];
}

/** The storage side of what crosses the border of instances; memory and PostgreSQL pass one suite. */
export interface DeliveryStore {
  outlook(): Promise<DeliveryOutlook>;
  /**
   * Leases what may be delivered now: from each lane the oldest rows, in their order; a lane whose oldest row is
   * leased or waits is left alone. A row that failed before comes alone.
   */
  claimDeliveries(max: number, leaseMs: number): Promise<Delivery[]>;
  /**
   * Removes delivered rows and writes what they become, in one transaction. False for a row whose lease was lost: what
   * it becomes is not written then. A message whose name and id live already is left out.
   */
  finish(finished: readonly Finished[]): Promise<boolean[]>;
  /** Gives a row back, to be tried in `delayMs`. `uncounted`: this claim was not a failure of the row. */
  putBack(delivery: Delivery, delayMs: number, error: string | null, uncounted: boolean): Promise<void>;
  /** Sets a row aside for good; its lane goes on. */
  quarantine(delivery: Delivery, error: string): Promise<void>;

  /** Stores a message that is then looked at. False when its name and id live already: nothing is changed. */
  publish(message: NewMessage): Promise<boolean>;
  /** Writes a delivery of its own, not caused by an instance. A ref that exists is left as it is. */
  enqueue(deliveries: readonly NewDelivery[]): Promise<void>;
  /**
   * Leases messages that need a receiver, oldest first, those of one name and correlation key in order as rows of a
   * lane. With `only`, those that fit it.
   */
  claimMessages(max: number, leaseMs: number, only?: Question): Promise<PendingMessage[]>;
  /** For each question, at most `max` waiting activations, the longest waiting first. */
  receivers(questions: readonly Question[], max: number): Promise<Receivers[]>;
  /** Nobody takes them now: they are kept until their time is over; left pending when a receiver has come meanwhile. */
  keepMessages(messages: readonly PendingMessage[]): Promise<void>;
  /** Gives a leased message back to be looked at again in `delayMs`; `uncounted` as for deliveries. */
  putBackMessage(
    message: PendingMessage,
    delayMs: number,
    error: string | null,
    uncounted: boolean,
  ): Promise<void>;
  /** Sets a message aside: nobody looks for its receiver any more, until it expires. */
  quarantineMessage(message: PendingMessage, error: string): Promise<void>;
  /** Kept messages that new receivers may want are looked at again; without a key, all of the name. @returns how many */
  seek(wanted: readonly { name: string; correlationKey?: string | null }[]): Promise<number>;
  /** Where a message stands; null when it is not (or no longer) there. */
  standing(name: string, messageId: string): Promise<MessageStanding | null>;
  /** Removes messages whose time is over. @returns how many */
  removeExpired(max: number): Promise<number>;

  /** Everybody who gets a signal now. */
  signalReceivers(name: string): Promise<{ waiting: Waiting[]; starts: StartTarget[] }>;

  /**
   * Fires start timers that are due, each exactly once whoever comes first. `plan` says what follows; null when it can't
   * be said now: the timer is tried again in a minute.
   * @returns how many were due
   */
  fireStarts(max: number, plan: (due: DueStart, now: string) => Promise<FiredStart | null>): Promise<number>;

  /** What a call needs to know of the instances that call; null for one that is not there. */
  callers(instanceIds: readonly string[]): Promise<(Caller | null)[]>;
  /** Running instances that were started for a call activity. */
  childrenOf(parentId: string, key: number): Promise<string[]>;
}

/** Which process a call means. */
export interface Definitions {
  /** What is to be started, or why nothing can be, in plain words. */
  resolve(
    parent: CallingParent,
    call: CallStarted,
  ): Promise<{ ok: true; create: NonNullable<Addressed['create']> } | { ok: false; message: string }>;
}

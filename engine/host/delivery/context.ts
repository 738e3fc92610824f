import { hash } from 'node:crypto';
import type { Actor } from '../../core/inputs';
import type { ExecutableCache } from '../executable-cache';
import { Gather } from '../gather';
import type { Alert } from '../listeners';
import type { PollOptions } from '../poller';
import type { Addressed, EngineStore, Outcome } from '../ports';
import type { DeliveryPayloads } from './kinds';
import type { Caller, Definitions } from './ports';

export interface DeliveryOptions {
  /** How long a message is kept that says nothing about it, in milliseconds. */
  messageTimeToLiveMs: number;
  /** How long others wait when a process dies over what it had taken, in milliseconds. */
  leaseMs: number;
  /** Lanes taken in one go. */
  max: number;
  /** Calls that may lie above one another. */
  maxCallDepth: number;
  /** The pause after a first failure, in milliseconds; it doubles with each. */
  retryMs: number;
  poll: Partial<PollOptions>;
}

export const DEFAULT_DELIVERY: DeliveryOptions = {
  messageTimeToLiveMs: 3_600_000,
  leaseMs: 9_000,
  max: 250,
  maxCallDepth: 50,
  retryMs: 1_000,
  poll: {},
};

/** What every kind of delivery is made with. */
export interface DeliveryContext extends DeliveryParts {
  /** Kept messages that somebody may want now are looked at again. */
  seek: Gather<Wanted, undefined>;
  /** What a call needs to know of the instance that calls. */
  caller: Gather<string, Caller | null>;
}

type Wanted = DeliveryPayloads['seek-message'];

/** What deliveries need from the host. */
export interface DeliveryParts {
  store: EngineStore;
  execute: (addressed: Addressed) => Promise<Outcome>;
  executables: ExecutableCache;
  /** Absent where nothing can be called. */
  definitions: Definitions | undefined;
  options: DeliveryOptions;
  onAlert: (alert: Alert) => void;
}

export const deliveryContext = (parts: DeliveryParts): DeliveryContext => ({
  ...parts,
  seek: new Gather(async (wanted) => {
    await parts.store.delivery.seek(wanted);
    return wanted.map(() => undefined);
  }),
  caller: new Gather((ids) => parts.store.delivery.callers(ids)),
});

/** Nobody asked for it: the engine itself. */
export const ENGINE: Actor = { kind: 'engine', id: 'engine', name: 'Engine', via: 'engine' };

/** The instance that a delivery starts, whoever makes it and how often. */
export const instanceIdFor = (ref: string): string => hash('sha256', `instance\0${ref}`, 'hex').slice(0, 26);

import type { CallStarted } from '../../core/events';
import type { Actor, Input } from '../../core/inputs';
import type { JsonObject } from '../../core/json';
import type { CalledBy } from '../../core/state';
import type { Addressed } from '../ports';

type StartTrigger = NonNullable<Extract<Input, { type: 'start' }>['trigger']>;

/** Which event of which version starts an instance. */
export interface StartTarget {
  create: NonNullable<Addressed['create']>;
  startElementId: string;
  index: number;
}

/** What is delivered, by kind; each is one row of the outbox, as JSON. */
export interface DeliveryPayloads {
  /** `timeToLive` in milliseconds; null takes the installation's default. */
  'publish-message': {
    name: string;
    correlationKey: string | null;
    timeToLive: number | null;
    variables: JsonObject;
    conversation?: string;
  };
  /**
   * Replaced by one delivery for each receiver there is at that moment. `from` is the instance that has sent it and told
   * itself already; `actor` is the engine when absent.
   */
  'broadcast-signal': { name: string; variables: JsonObject; from?: string; actor?: Actor };
  'deliver-signal': { instanceId: string; key: number; name: string; variables: JsonObject; actor?: Actor };
  /** Kept messages are looked at again, because somebody waits now. No `correlationKey`: of any key, for a start event. */
  'seek-message': { name: string; correlationKey?: string | null };
  'start-instance': {
    target: StartTarget;
    trigger: StartTrigger;
    variables: JsonObject;
    conversation?: string;
    actor?: Actor;
  };
  'start-call': { parent: CallingParent; call: CallStarted };
  'cancel-call': { parentId: string; key: number; reason: string };
  'answer-call': {
    calledBy: CalledBy;
    outcome: { ok: true; variables: JsonObject } | { ok: false; errorCode: string | null; message: string };
  };
  'escalate-call': { calledBy: CalledBy; code: string };
}

/** Who calls: the call activity's activation and the version it belongs to. */
export interface CallingParent {
  instanceId: string;
  key: number;
  elementId: string;
  versionId: string;
}

export type DeliveryKind = keyof DeliveryPayloads;

/** A row of the outbox, leased to whoever delivers it. */
export type Delivery = {
  [K in DeliveryKind]: {
    /** Order over all rows. */
    id: string;
    /** Names it for good. */
    ref: string;
    lane: string;
    kind: K;
    payload: DeliveryPayloads[K];
    /** How often it was claimed, this time included. */
    claims: number;
    token: string;
  };
}[DeliveryKind];

/** A delivery that is still to be written. */
export type NewDelivery = {
  [K in DeliveryKind]: { ref: string; lane: string; kind: K; payload: DeliveryPayloads[K] };
}[DeliveryKind];

import type { DiagramView } from '@/lib/document';
import type { Change } from './changes';

/** An event as lists show it. */
export interface AuditRow {
  /** `<position>.<index>` */
  eventId: string;
  /** Place of its record in the whole ledger; the number people call the event by. */
  position: string;
  stream: string;
  /** Place of the event in its stream, from 1. */
  seq: number;
  at: string;
  type: string;
  actor: { kind: string; id: string; name: string };
  elementId: string | null;
  elementName: string | null;
  processId: string | null;
  processName: string | null;
  instanceId: string | null;
  object: string | null;
  refused: boolean;
  text: string;
}

/** How often something occurs among the events that the other filters leave. */
export interface AuditFacets {
  /** Events that pass all filters. */
  total: number;
  /** Refusals among those that pass the other filters. */
  refused: number;
  actors: { id: string; name: string; kind: string; count: number }[];
  kinds: { kind: string; count: number }[];
  types: { type: string; count: number }[];
  processes: { id: string; name: string; count: number }[];
}

/** An event with its content, its hashes and what it changed. */
export interface AuditEventAnswer extends AuditRow {
  /** How the actor came in: `session`, `token`, `engine` … */
  via: string;
  /** Who set off the transition that this event is part of. */
  causedBy: { kind: string; id: string; name: string } | null;
  /** Command or request that caused it. */
  cause: string;
  erased: boolean;
  data: unknown;
  /** Why, in the actor's words; null when none was given. */
  reason: string | null;
  changes: Change[];
  /** What a decision was shown, exactly, and its SHA-256; null for other events. */
  shown: unknown;
  contentDigest: string | null;
  /** Whether what is kept as shown still has that digest. */
  shownIntact: boolean;
  diagram: DiagramView | null;
  chain: ChainFacts;
}

/** Where a record hangs in its chain, recomputed when it was asked for. */
export interface ChainFacts {
  prev: string;
  hash: string;
  dataHash: string;
  firstSeq: number;
  count: number;
  /** Whether the record gives its hash and follows the one before it. */
  intact: boolean;
  /** What is wrong when it isn't. */
  fault: string | null;
}

/** What the verifier found; the broken events in the order of their streams. */
export interface LedgerVerdict {
  rows: number;
  events: number;
  streams: number;
  erased: number;
  broken: { stream: string; seq: number; position: string; message: string }[];
}

export interface VerificationAnswer extends LedgerVerdict {
  checkedAt: string;
  /** The newest row covered. */
  position: string;
  /** What the verdict says and what it doesn't. */
  statement: string;
  /** The broken events as far as they are in the index, in the order of `broken`. */
  brokenEvents: AuditRow[];
}

import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from '../core/inputs';
import type { Json } from '../core/json';
import { randomSlice } from './random-pool';

/** What stands in `prev` of the first row of a stream: 64 zeros, the length of every other one. */
export const GENESIS = '0'.repeat(64);

/** One event as it is sealed. Its data is hashed apart from the rest so that it can be erased. */
export interface SealableEvent {
  type: string;
  elementId?: string;
  elementType?: string;
  key?: number;
  scopeKey?: number;
  data: unknown;
}

/** What becomes one row: everything one actor did to one stream at one moment. */
export interface Sealable {
  /** `instance:<id>`, `process:<id>`, `admin`, `auth` or `refusal:<process>:<hour>`. */
  stream: string;
  /** Place of the first event in its stream, from 1. */
  firstSeq: number;
  /** RFC 3339, UTC, milliseconds. */
  at: string;
  actor: Actor;
  /** Id of the command (or request) that caused it. */
  cause: string;
  /** Hex leaf hash of the stream's previous row, or {@link GENESIS}. */
  prev: string;
  events: readonly SealableEvent[];
}

/** A row as the ledger stores it. */
export interface SealedRow {
  stream: string;
  firstSeq: number;
  count: number;
  at: string;
  /** RFC 8785 text of `{v, stream, firstSeq, at, actor, cause, prev, dataHash, events}`. */
  canon: string;
  /** SHA-256(0x00 ‖ utf8(canon)) in hex: an RFC 6962 leaf. */
  leafHash: string;
  /** RFC 8785 text of the events' data, in order. */
  data: string;
  salt: Buffer;
}

/** Seals a transition into a ledger row: chained by `prev`, data bound by a salted hash. */
export function sealRow(row: Sealable): SealedRow {
  const salt = randomSlice();
  const data = canonicalText(row.events.map((event) => event.data) as Json[]);
  const canon = canonOf(row, hashData(salt, data));
  const { stream, firstSeq, at } = row;
  return {
    stream,
    firstSeq,
    count: row.events.length,
    at,
    canon,
    leafHash: leafHashOf(canon),
    data,
    salt,
  };
}

/** The RFC 6962 leaf hash of a canonical text, in hex. */
export const leafHashOf = (canon: string): string => hash('sha256', `\0${canon}`, 'hex');

/** SHA-256(salt ‖ utf8(text)) in hex: what binds data that may be erased later. */
export function hashData(salt: Uint8Array, text: string): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(text)]), 'hex');
}

/** RFC 8785 text. @throws TypeError for what JSON can't say. */
export function canonicalText(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON can be sealed.');
  return text;
}

/**
 * The same text as `canonicalize` gives: the shape is known and hot, so its members are put in sorted order and
 * written in one go. What is absent leaves no trace in JSON.
 */
function canonOf({ actor, at, cause, events, firstSeq, prev, stream }: Sealable, dataHash: string): string {
  const { id, kind, name, via } = actor;
  const named = events.map(({ elementId, elementType, key, scopeKey, type }) => ({
    elementId,
    elementType,
    key,
    scopeKey,
    type,
  }));
  const who = { id, kind, name, via };
  return JSON.stringify({ actor: who, at, cause, dataHash, events: named, firstSeq, prev, stream, v: 1 });
}

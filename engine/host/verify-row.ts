import type { Actor } from '../core/inputs';
import { hashData, leafHashOf } from './seal';

/** The parsed canonical text of a ledger row. */
export interface CanonicalRow {
  v: 1;
  stream: string;
  firstSeq: number;
  at: string;
  actor: Actor;
  cause: string;
  prev: string;
  dataHash: string;
  events: { type: string; elementId?: string; elementType?: string; key?: number; scopeKey?: number }[];
}

/** A ledger row as read from the database; `data` and `salt` are null together when erased. */
export interface StoredRow {
  stream: string;
  firstSeq: number;
  count: number;
  at: string;
  canon: string;
  leafHash: string;
  data: string | null;
  salt: Uint8Array | null;
}

export type RowVerdict =
  | { ok: true; erased: boolean; leafHash: string }
  | {
      ok: false;
      reason: 'leaf-hash' | 'not-canonical' | 'columns' | 'prev' | 'gap' | 'data';
      message: string;
    };

/**
 * Checks one row against itself and against the end of the chain before it. Erased data is no fault.
 * `previous` is null for the first row of a stream, and `broken` after a row whose own texts can't be trusted: then
 * only the row itself is checked.
 */
export function verifyRow(
  row: StoredRow,
  previous: { leafHash: string; nextSeq: number } | 'broken' | null,
  genesis: string,
): RowVerdict {
  if (leafHashOf(row.canon) !== row.leafHash) return broken('leaf-hash', 'its text was altered');
  const canon = parse(row.canon);
  if (!canon) return broken('not-canonical', 'its text is not a ledger record');
  const columns = [row.stream, row.firstSeq, row.count, Date.parse(row.at)].join('\n');
  const sealed = [canon.stream, canon.firstSeq, canon.events.length, Date.parse(canon.at)].join('\n');
  if (columns !== sealed) return broken('columns', 'its columns differ from what was sealed');
  if (previous !== 'broken') {
    if (canon.firstSeq !== (previous?.nextSeq ?? 1)) return broken('gap', 'the event before it is missing');
    if (canon.prev !== (previous?.leafHash ?? genesis))
      return broken('prev', 'the row before it was altered');
  }
  if (row.data === null && row.salt === null) return { ok: true, erased: true, leafHash: row.leafHash };
  if (row.data === null || row.salt === null || hashData(row.salt, row.data) !== canon.dataHash)
    return broken('data', 'its data was altered');
  return { ok: true, erased: false, leafHash: row.leafHash };
}

function parse(text: string): CanonicalRow | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const broken = (reason: Exclude<RowVerdict, { ok: true }>['reason'], message: string): RowVerdict => ({
  ok: false,
  reason,
  message,
});

const isRecord = (value: unknown): value is CanonicalRow =>
  value !== null && typeof value === 'object' && 'events' in value && Array.isArray(value.events);

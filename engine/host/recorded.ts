import type { EngineEvent } from '../core/events';
import type { RecordedTransition } from './ports';
import type { CanonicalRow } from './verify-row';

/**
 * A ledger row of an instance as its events. The data of an erased row is gone: its events keep their names and
 * places, with empty data.
 */
export function recordedTransition(row: {
  firstSeq: number;
  at: string;
  canon: string;
  leafHash: string;
  data: string | null;
}): RecordedTransition {
  const canon = JSON.parse(row.canon) as CanonicalRow;
  if (canon.v !== 1)
    throw new Error(`A ledger row of version ${canon.v} can't be read by this version of the engine.`);
  const data = row.data === null ? null : (JSON.parse(row.data) as unknown[]);
  const events = canon.events.map((event, index) => ({ ...event, v: 1, data: data?.[index] ?? {} }));
  return {
    firstSeq: row.firstSeq,
    at: row.at,
    actor: canon.actor,
    cause: canon.cause,
    events: events as EngineEvent[],
    leafHash: row.leafHash,
    erased: data === null,
  };
}

import type { JsonObject } from '@/engine/core/json';
import { get, type ProcessDocument } from '@/lib/document';
import { formOf } from '@/lib/elements/form/bpmn';
import { sampleAiResult, sampleValues } from './defaults';
import { nameOf, perform } from './perform';
import { reach } from './reach';
import { endsOf } from './run-scenario';
import type { Session } from './session';
import { waitingElements, waitingOf } from './waiting';

/** Where an answer of a step leads, as names of what waits or of the ends that are reached. */
export interface Branches {
  /** Of an answer that is less sure than the threshold. */
  below: readonly string[];
  /** Of one that isn't. */
  above: readonly string[];
}

/**
 * Where the process goes after an AI step whose answer is unsure, and whose is not, tried with sample values. Null when
 * the samples don't lead there; then nobody can say without running it.
 */
export function branchesOf(document: ProcessDocument, elementId: string): Branches | null {
  const there = reach(document, elementId, startValues(document));
  const waiting = there.ok && waitingOf(there.session).find((each) => each.elementId === elementId);
  if (!there.ok || !waiting || waiting.kind !== 'ai') return null;
  const sure = sampleAiResult(there.session, waiting);
  const below = after(there.session, elementId, unsure(sure));
  const above = after(there.session, elementId, sure);
  return below && above ? { below, above } : null;
}

/** The values a start form asks for, filled in somehow. */
function startValues(document: ProcessDocument): JsonObject {
  const starts = Object.values(document.elements).filter(({ type }) => type === 'bpmn:StartEvent');
  return Object.assign(
    {},
    ...starts.map(({ id }) => get(document, id) && sampleValues(formOf(document, id).form)),
  );
}

const unsure = (result: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(result).map(([name, value]) => [
      name,
      { ...(value as JsonObject), confidence: 0, belowThreshold: true },
    ]),
  );

function after(session: Session, at: string, result: JsonObject): string[] | null {
  const moved = perform(session, { at, result });
  if (!moved.ok || Object.keys(moved.session.state.incidents).length > 0) return null;
  const places = [...waitingElements(moved.session), ...endsOf(moved.session)];
  return [...new Set(places)].map((id) => nameOf(moved.session, id));
}

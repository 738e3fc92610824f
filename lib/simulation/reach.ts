import type { JsonObject } from '@/engine/core/json';
import type { ProcessDocument } from '@/lib/document';
import { compileDraft } from './compile-draft';
import { defaultStep } from './defaults';
import { nameOf, perform } from './perform';
import { begin, type Moved, type Session } from './session';
import type { Refused } from './types';
import { waitingElements, waitingOf } from './waiting';

/** Waits that are answered on the way to the step; a process that needs more of them goes round in circles. */
const MOST_MOVES = 100;

/**
 * Starts the process of a step and answers everything in the simplest way until the step waits. Refuses in words when it
 * isn't reached.
 */
export function reach(document: ProcessDocument, elementId: string, variables: JsonObject): Moved {
  const compiled = compileDraft(document);
  if (!compiled.ok)
    return { ok: false, message: `The process can’t run: ${compiled.problems[0]?.message ?? ''}` };
  const executable = compiled.executables.find(({ nodes }) => nodes[elementId]);
  if (!executable) return { ok: false, message: 'This step is in no process that runs.' };
  const begun = begin(executable, { start: { variables }, asks: new Set() });
  return begun.ok ? wayTo(begun.session, elementId) : begun;
}

function wayTo(from: Session, elementId: string): { ok: true; session: Session } | Refused {
  let session = from;
  for (let move = 0; move < MOST_MOVES; move++) {
    const waiting = waitingOf(session).filter(({ listens }) => !listens);
    if (waiting.some((each) => each.elementId === elementId && each.kind !== 'incident'))
      return { ok: true, session };
    const step = waiting.map((each) => defaultStep(session, each)).find((each) => each !== undefined);
    const moved = step && perform(session, step);
    if (!moved?.ok) break;
    session = moved.session;
  }
  return { ok: false, message: notThere(session, elementId) };
}

function notThere(session: Session, elementId: string): string {
  const stuck = waitingElements(session).map((id) => nameOf(session, id));
  const where = stuck.length > 0 ? `it waits at ${stuck.join(', ')}` : `it is ${session.state.status}`;
  return `With this sample the process doesn’t come to ${nameOf(session, elementId)}: ${where}. Walk there in the simulation, and save the path from it.`;
}

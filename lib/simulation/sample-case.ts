import { defaultStep } from './defaults';
import { nameOf, perform, waitingWords } from './perform';
import type { Session } from './session';
import { type Waiting, waitingOf } from './waiting';

/** A loop that the samples never leave would go round for ever. */
const MOST_ANSWERS = 500;

/** How a sample case went: the session to where it came, and why it went no further, unless it ended by itself. */
export interface SampleCase {
  session: Session;
  stopped: string | null;
}

/**
 * Plays a session on with the simplest answer to each wait: gateways follow their conditions, AI steps answer as the
 * simulated model does and just above their threshold, people choose the first outcome, timers fire. It stops where only
 * somebody can know the answer, and after {@link MOST_ANSWERS} answers.
 */
export function playSampleCase(session: Session, most = MOST_ANSWERS): SampleCase {
  let at = session;
  for (let answers = 0; answers < most; answers += 1) {
    const waiting = nextOf(at);
    if (!waiting) return { session: at, stopped: null };
    const step = defaultStep(at, waiting);
    if (!step) return { session: at, stopped: stopsAt(at, waiting) };
    const moved = perform(at, step);
    if (!moved.ok) return { session: at, stopped: moved.message };
    at = moved.session;
  }
  const stopped = `The sample case stops after ${most} answers: the process goes round in circles with them.`;
  return { session: at, stopped };
}

/** What holds a token goes first; what only listens is not called for, and a timer among alternatives is the last resort. */
function nextOf(session: Session): Waiting | undefined {
  const holding = waitingOf(session).filter(({ listens }) => !listens);
  return holding.find((waiting) => defaultStep(session, waiting)) ?? holding[0];
}

const stopsAt = (session: Session, { elementId, kind }: Waiting): string =>
  `The sample case stops at ${nameOf(session, elementId)}: it waits for ${waitingWords(kind)}.`;

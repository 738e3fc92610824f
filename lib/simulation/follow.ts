import { perform } from './perform';
import type { Session } from './session';
import { waitingOf } from './waiting';

/** A loop without a wait would go round for ever. */
const MOST_PASSES = 1_000;

/** Lets the gateways that ask follow their conditions, those that `which` names, until none asks any more. */
export function followConditions(session: Session, which: (elementId: string) => boolean): Session {
  let at = session;
  for (let passes = 0; passes < MOST_PASSES; passes += 1) {
    const asking = waitingOf(at).find(({ kind, elementId }) => kind === 'gateway' && which(elementId));
    const moved = asking ? perform(at, { at: asking.elementId, flows: [] }) : null;
    if (!moved?.ok) return at;
    at = moved.session;
  }
  return at;
}

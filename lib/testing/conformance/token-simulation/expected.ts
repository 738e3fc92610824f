import { type Counts, counted, plus } from './counts';
import type { Expected } from './manifest';

/** What happened between two looks, and what is active at the second. */
export interface Seen {
  flows: Counts;
  /** Tokens that reached an element, and elements that began without one. */
  entered: Counts;
  left: Counts;
  active: Counts;
}

interface Scopes {
  created: Counts;
  left: Counts;
  closed: Counts;
}

/** The scopes that a raw trace opens, leaves and closes; one that is re-entered and left again counts once. */
function scopesOf({ rawTrace }: Expected, isFlow: (id: string) => boolean): Scopes {
  const entries = rawTrace
    .map((entry) => entry.split(':') as [string, string, string])
    // it calls what it draws on a plane of its own by that plane
    .map(([action, element, scope]) => [action, element.replace(/_plane$/, ''), scope] as const)
    .filter(([, element]) => !isFlow(element));
  const of = (action: string) => entries.filter(([what]) => what === action);
  const elements = (action: string) => counted(of(action).map(([, element]) => element));
  const left = new Set(of('exit').map(([, element, scope]) => `${element}:${scope}`));
  return {
    created: elements('createScope'),
    left: counted([...left].map((each) => each.slice(0, each.lastIndexOf(':')))),
    closed: elements('destroyScope'),
  };
}

/**
 * Reads an expectation of the simulator. A waiting element, which it enters again when it goes on, counts once. `mayLeave`
 * are elements that it closed without leaving them, as it does with events that throw and with event-based gateways:
 * whether those count as completed is bookkeeping.
 */
export function expectedBy(
  expected: Expected,
  activeBefore: Counts,
  isFlow: (id: string) => boolean,
): Seen & { mayLeave: Counts } {
  const { created, left, closed } = scopesOf(expected, isFlow);
  return {
    flows: counted(expected.sequenceFlowsTaken),
    entered: created,
    left,
    mayLeave: closed,
    active: plus(plus(activeBefore, created), closed, -1),
  };
}

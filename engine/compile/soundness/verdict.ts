import type { ProcessDocument } from '../document';
import { flowModel } from '../flow-model';
import { build } from './build';
import { explore, type Marking, type StateSpace } from './explore';
import { groups } from './groups';
import type { Net } from './net';

/** What holds of every run of a collaboration, whatever the data says. */
export interface Verdict {
  /** No sequence flow ever holds more than one token. */
  safe: boolean;
  /** Every run can complete: no token left, no end event of a process reached twice, no message unread. */
  sound: boolean;
  /** The same, where messages may stay unread. */
  messageRelaxedSound: boolean;
}

export type Outcome =
  | { decided: true; verdict: Verdict; states: number }
  /** There are more states than the bound; nothing is claimed. */
  | { decided: false; bound: number };

/** States looked at before giving up, where nobody waits for the answer. */
export const BOUND = 100_000;

/**
 * Decides safeness and soundness of a document as drawn, all its pools together; pools that no message flow connects
 * are decided alone. Unordered message channels, one instance of each process, choices open (C. Corradini et al.,
 * "A Classification of BPMN Collaborations based on Safeness and Soundness Notions", 2018). Elements that are never
 * done don't make a collaboration unsound there; `dead.ts` finds them for the problems.
 */
export function verdict(document: ProcessDocument, bound: number = BOUND): Outcome {
  const total = { safe: true, sound: true, messageRelaxedSound: true };
  let states = 0;
  const model = flowModel(document);
  const processes = model.processes.map(({ id }) => id);
  for (const group of groups(model, processes)) {
    const { net } = build(group);
    const space = explore(net, bound);
    if (!space.complete) return { decided: false, bound };
    states += space.states.length;
    total.safe &&= space.states.every((state) => isSafe(net, state));
    total.sound &&= alwaysCompletes(net, space, true);
    total.messageRelaxedSound &&= alwaysCompletes(net, space, false);
  }
  return { decided: true, verdict: total, states };
}

const isSafe = (net: Net, state: Marking): boolean =>
  net.places.every(({ kind }, place) => kind !== 'flow' || state[place]! <= 1);

/** From every state a last one can be reached in which all has ended as it should. */
function alwaysCompletes(net: Net, space: StateSpace, messages: boolean): boolean {
  const going = new Set(space.edges.map(({ from }) => from));
  const goals = space.states.flatMap((state, index) =>
    !going.has(index) && hasCompleted(net, state, messages) ? [index] : [],
  );
  return canReach(space, goals).size === space.states.length;
}

/** Whether nothing is left but end events reached once. */
export const hasCompleted = (net: Net, state: Marking, messages: boolean): boolean =>
  net.places.every(({ kind }, place) => {
    if (kind === 'control') return true;
    if (kind === 'end') return state[place]! <= 1;
    return (kind === 'message' && !messages) || state[place] === 0;
  });

/** The states from which one of `goals` can be reached. */
export function canReach(space: StateSpace, goals: readonly number[]): ReadonlySet<number> {
  const before = new Map<number, number[]>();
  for (const { from, to } of space.edges) {
    const known = before.get(to);
    if (known) known.push(from);
    else before.set(to, [from]);
  }
  const found = new Set(goals);
  for (const state of found) for (const earlier of before.get(state) ?? []) found.add(earlier);
  return found;
}

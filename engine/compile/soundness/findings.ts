import type { ProcessDocument } from '../document';
import { type FlowModel, flowModel, type ScopeNode } from '../flow-model';
import { build } from './build';
import { deadElements } from './dead';
import { type Drawing, messageFlows } from './drawing';
import { explore, type StateSpace } from './explore';
import { groups } from './groups';
import { meetings } from './meetings';
import type { Net } from './net';
import type { Places } from './places';
import { type Stuck, stuckElements } from './stuck';

/** What a search over all runs found, by element. */
export interface Findings {
  stuck: Stuck[];
  /** Where tokens of concurrent paths meet without waiting for each other. */
  meetings: ScopeNode[];
  /** What can never go on although a token gets there. */
  dead: ScopeNode[];
  /** Processes with more states than {@link LINT_BOUND}; nothing is said about them. */
  undecided: string[];
}

/** A net with all its states. */
export interface Search {
  drawing: Drawing;
  places: Places;
  net: Net;
  space: StateSpace;
}

/** States looked at for each process while somebody draws: a few hundredths of a second. */
export const LINT_BOUND = 5_000;

const cache = new WeakMap<ProcessDocument, Findings>();

/** The findings of a document's processes that run; kept as long as that document object lives. */
export function findings(document: ProcessDocument): Findings {
  const known = cache.get(document);
  if (known) return known;
  const found = search(flowModel(document));
  cache.set(document, found);
  return found;
}

/**
 * Each process alone, every message at hand when it is waited for; then those that message flows join together, for
 * messages that don't come. A pool that doesn't run sends nothing by itself: its messages come from outside.
 */
function search(model: FlowModel): Findings {
  const found: Findings = { stuck: [], meetings: [], dead: [], undecided: [] };
  const running = model.processes.filter(({ id }) => model.executable.has(id)).map(({ id }) => id);
  for (const process of running) add(found, { model, processes: [process], channels: [], repeats: false });
  if (messageFlows(model).length === 0 || found.undecided.length > 0) return found;
  for (const group of groups(model, running))
    if (group.processes.length > 1) add(found, { ...group, repeats: false });
  return found;
}

function add(found: Findings, drawing: Drawing): void {
  const { net, places } = build(drawing);
  const space = explore(net, LINT_BOUND);
  if (!space.complete) {
    found.undecided.push(...drawing.processes.filter((id) => !found.undecided.includes(id)));
    return;
  }
  const looked = { drawing, net, places, space };
  const isNew = (node: ScopeNode) =>
    ![...found.stuck.map((stuck) => stuck.node), ...found.dead, ...found.meetings].includes(node);
  const stuck = stuckElements(looked).filter(({ node }) => isNew(node));
  found.stuck.push(...stuck);
  found.dead.push(...deadElements(looked).filter(isNew));
  found.meetings.push(...meetings(looked).filter(isNew));
}

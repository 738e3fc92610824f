import type { ElementId, ProcessDocument } from '../document';
import { type FlowModel, flowModel, type ScopeNode } from '../flow-model';
import { build } from './build';
import { deadElements } from './dead';
import type { Drawing } from './drawing';
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
  /** Processes with more states than were looked at: nothing is said about them, or not about their messages. */
  undecided: Map<ElementId, 'paths' | 'messages'>;
}

/** A net with all its states. */
export interface Search {
  drawing: Drawing;
  places: Places;
  net: Net;
  space: StateSpace;
}

/** States looked at for a document while somebody draws, all its processes together: less than a tenth of a second. */
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
  const found: Findings = { stuck: [], meetings: [], dead: [], undecided: new Map() };
  const running = model.processes.filter(({ id }) => model.executable.has(id)).map(({ id }) => id);
  let left = LINT_BOUND;
  for (const process of running)
    left -= add(found, { model, processes: [process], channels: [], repeats: false }, left);
  if (found.undecided.size > 0) return found;
  for (const group of groups(model, running))
    if (group.processes.length > 1) left -= add(found, { ...group, repeats: false }, left);
  return found;
}

/** Adds what a search finds that wasn't known; the number of states it looked at. */
function add(found: Findings, drawing: Drawing, bound: number): number {
  const { net, places } = build(drawing);
  const space = explore(net, bound, { reduced: true });
  if (space.complete) collect(found, { drawing, net, places, space });
  else {
    const what = drawing.channels.length > 0 ? 'messages' : 'paths';
    for (const process of drawing.processes) found.undecided.set(process, what);
  }
  return space.states.length;
}

function collect(found: Findings, search: Search): void {
  const known = new Set([...found.stuck.map((stuck) => stuck.node), ...found.dead, ...found.meetings]);
  const isNew = (node: ScopeNode) => !known.has(node) && known.add(node);
  found.stuck.push(...stuckElements(search).filter(({ node }) => isNew(node)));
  found.dead.push(...deadElements(search).filter(isNew));
  found.meetings.push(...meetings(search).filter(isNew));
}

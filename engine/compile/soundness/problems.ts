import type { FlowModel, ScopeNode } from '../flow-model';
import { type Rule, rule } from '../lint/rule';
import { titleOf } from '../read';
import { findings, LINT_BOUND } from './findings';
import type { Stuck } from './stuck';

/**
 * A token that can stay where it is for ever. An error when no run of the process can complete, whatever its data is:
 * such a process is of no use. A warning otherwise, because only data knows whether the runs that get stuck exist
 * (an exclusive and a parallel gateway may well fit together by their conditions), and because a missing message may
 * come from outside the drawing.
 */
export const deadlock = rule('deadlock', ({ document }, report) => {
  for (const stuck of findings(document).stuck)
    report(stuck.always ? 'error' : 'warning', stuck.node.element, describe(stuck));
});

function describe({ node, always, message }: Stuck): string {
  const which = always ? 'and every run' : 'and a run';
  if (message)
    return `“${titleOf(node.element)}” can wait for a message that isn't sent any more, ${which} stops here for ever. Send it on every path of the other pool, or let a timer end the wait.`;
  const ways = node.incoming.length;
  return `“${titleOf(node.element)}” waits for all its ${ways} incoming paths, ${which} stops here for ever when only some of them are taken. Join with the kind of gateway that split the paths.`;
}

/** Concurrent paths that run into each other: what follows is done several times, seldom on purpose. */
export const unsynchronised = rule('lack-of-synchronisation', ({ document }, report) => {
  for (const { element } of findings(document).meetings)
    report(
      'warning',
      element,
      `Paths that run at the same time meet at “${titleOf(element)}” and don't wait for each other: what follows is done once for each. Join them with a parallel or inclusive gateway.`,
    );
});

/** What a token gets to and never past, whatever the data says. */
export const deadElement = rule('dead-element', ({ document, model }, report) => {
  for (const node of findings(document).dead) report('warning', node.element, neverDone(model, node));
});

function neverDone(model: FlowModel, { element, id }: ScopeNode): string {
  const title = titleOf(element);
  if (element.type === 'bpmn:BoundaryEvent')
    return `“${title}” never happens: nothing in what it sits on throws what it catches, and no step sends its message in time. Draw what triggers it, or delete it.`;
  if (element.type.endsWith('Gateway'))
    return `“${title}” never goes on: its incoming paths are never taken in the same run. Join them with the kind of gateway that split them.`;
  const inside = model.scopes.get(id);
  return inside
    ? `“${title}” never completes: no run through its inside comes to an end.`
    : `“${title}” is never done: what it waits for doesn't come. Draw what sends it, or delete the step.`;
}

/** More ways to order its steps than are looked at while somebody draws; nothing was found and nothing excluded. */
export const undecided = rule('soundness-undecided', ({ document, model }, report) => {
  for (const [id, what] of findings(document).undecided) {
    const process = model.processes.find((each) => each.id === id);
    if (process) report('info', process, `“${titleOf(process)}” ${UNDECIDED[what]}`);
  }
});

const UNDECIDED = {
  paths: `has so many parallel paths that it wasn't decided within ${LINT_BOUND} states whether it can get stuck. Move some of them into a process of their own to have them checked.`,
  messages: `exchanges so many messages with other pools that it wasn't decided within ${LINT_BOUND} states whether one of them can be missing. Its own paths were checked.`,
};

/** What a search over all runs of a document can say before it is published. */
export const soundnessRules: readonly Rule[] = [deadlock, unsynchronised, deadElement, undecided];
